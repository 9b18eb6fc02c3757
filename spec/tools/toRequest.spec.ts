import { either as E } from 'fp-ts'

import { readCassettes } from '../../examples/replay/cassettes.ts'
import { emptyMessage, firstChoice, messageToolCalls } from '../../lib/data/Message.ts'
import type { OpenAIChatProvider } from '../../lib/protocols/openAIChat/index.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { groq } from '../../lib/providers/openAIChatHosts.ts'
import { mistral, openAI, xai } from '../../lib/providers/openAIChatMakers.ts'
import { openAICompatible, vllm } from '../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { toAssistantMessage, toToolResult } from '../../lib/tools/toRequest.ts'
import { call, calls, delta, DONE, finish, stream } from '../fixtures/chat.ts'

interface WireMessage {
  readonly role: string
  readonly tool_call_id?: string
  readonly content?: string
}

const messagesOf = (request: string): ReadonlyArray<WireMessage> =>
  (JSON.parse(request) as { readonly messages: ReadonlyArray<WireMessage> }).messages

describe('recorded conversations', () => {
  const turns = readCassettes().flatMap(({ name, interactions }) =>
    interactions.slice(0, -1).flatMap(({ answer }, i) =>
      // A 429 was no answer: its request was made again.
      answer.status === 200 ? [{ name, turn: i, answer, next: messagesOf(interactions[i + 1]?.request ?? '') }] : []
    )
  )

  it('are there', () => {
    expect(turns.map(({ name }) => name)).toEqual(readCassettes().map(({ name }) => name))
  })

  it.each(turns)('$name, answer $turn: the next request says it field for field', ({ name, answer, next }) => {
    const provider = name.startsWith('groq') ? groq : openRouter
    const { message } = foldBody(provider, answer.body, { status: answer.status, contentType: answer.contentType })
    const sent = toAssistantMessage(provider)(message)
    expect(sent).toEqual(E.right(next.find(({ role }) => role === 'assistant')))

    const results = next.filter(({ role }) => role === 'tool')
    expect(results).not.toEqual([])
    expect(
      messageToolCalls(message).map((one, i) =>
        one.state === 'Closed' ? toToolResult(provider, results[i]?.content ?? '')(one) : undefined
      )
    ).toEqual(results)
  })
})

const sentBy = (provider: OpenAIChatProvider, body: string): unknown =>
  toAssistantMessage(provider)(foldBody(provider, body).message)

const detail = (fields: object): string => delta({ content: '', reasoning_details: [fields] })

describe('reasoning', () => {
  const bytes = 'EqQBCgIYAhIM+/é="\\u0000'
  const text = { type: 'reasoning.text', text: 'hm', signature: bytes, format: 'anthropic-claude-v1', index: 0 }
  const summary = { type: 'reasoning.summary', summary: 'sum', format: 'openai-responses-v1', index: 0 }
  const encrypted = { type: 'reasoning.encrypted', data: bytes, id: 'rs_1', format: 'openai-responses-v1', index: 0 }

  it('goes back byte for byte: signature and encrypted details, in their order', () => {
    const body = stream(
      detail({ ...text, text: 'h', signature: null }),
      detail({ ...text, text: 'm', signature: null }),
      detail({ ...text, text: undefined }),
      detail(encrypted),
      detail(summary),
      detail({ ...encrypted, index: 1 }),
      calls(call(0, 'a', 'add', '{}'))
    )
    expect(sentBy(openRouter, body)).toEqual(
      E.right({
        role: 'assistant',
        tool_calls: [{ type: 'function', id: 'a', function: { name: 'add', arguments: '{}' } }],
        reasoning_details: [text, encrypted, summary, { ...encrypted, index: 1 }]
      })
    )
  })

  it.each([
    [openRouter, { reasoning_content: 'hm' }],
    [openAICompatible, { reasoning_content: 'hm' }],
    [xai, { reasoning_content: 'hm' }],
    [vllm, { reasoning: 'hm' }],
    [
      mistral,
      {
        content: [
          { type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] },
          { type: 'text', text: 'Hi' }
        ]
      }
    ],
    [openAI, {}],
    [groq, { reasoning: 'hm' }]
  ])('without details goes where $name wants it', (provider, expected) => {
    const body = stream(delta({ reasoning: 'h' }), delta({ reasoning: 'm' }), delta({ content: 'Hi' }))
    expect(sentBy(provider, body)).toEqual(E.right({ role: 'assistant', content: 'Hi', ...expected }))
  })
})

describe('calls', () => {
  const sentCalls = (...events: ReadonlyArray<string>): unknown => {
    const sent = toAssistantMessage(openAI)(foldBody(openAI, stream(...events)).message)
    return E.isRight(sent) ? sent.right.tool_calls : sent.left
  }

  it('have their raw arguments, and {} for none', () => {
    expect(sentCalls(calls(call(0, 'a', 'now', '')), calls(call(1, 'b', 'add', '{ "a": 1e2 }')))).toEqual([
      { type: 'function', id: 'a', function: { name: 'now', arguments: '{}' } },
      { type: 'function', id: 'b', function: { name: 'add', arguments: '{ "a": 1e2 }' } }
    ])
  })

  it('of custom tools go back as those, with their text', () => {
    expect(
      sentCalls(delta({ tool_calls: [{ index: 0, id: 'a', type: 'custom', custom: { name: 'sql', input: '' } }] }))
    ).toEqual([{ type: 'custom', id: 'a', custom: { name: 'sql', input: '' } }])
  })

  it('keep what else the provider said of them', () => {
    const signature = { google: { thought_signature: 'abc' } }
    expect(sentCalls(calls(call(0, 'a', 'add', '{}', { type: 'function', extra_content: signature })))).toEqual([
      { type: 'function', extra_content: signature, id: 'a', function: { name: 'add', arguments: '{}' } }
    ])
  })

  it.each([
    ['whose stream was cut', calls(call(0, 'a', 'add', '{"a":1}')), 'Truncated'],
    [
      'that the length limit cut',
      [calls(call(0, 'a', 'add', '{"a":1}')), finish('length'), DONE].join(''),
      'Truncated'
    ],
    ['that a filter cut', [calls(call(0, 'a', 'add', '{"a":1}')), finish('content_filter'), DONE].join(''), 'Truncated']
  ])('%s cannot be sent', (_what, body, state) => {
    expect(sentBy(openAI, body)).toMatchObject(
      E.left({ _tag: 'UnfinishedCall', call: { _tag: 'ToolCall', state, id: 'a', name: 'add', arguments: '{"a":1}' } })
    )
  })
})

describe('other parts', () => {
  it('a refusal is said as one', () => {
    expect(sentBy(openAI, stream(delta({ refusal: 'No.' })))).toEqual(E.right({ role: 'assistant', refusal: 'No.' }))
  })

  it('a sound is named by its id', () => {
    const body = stream(delta({ audio: { id: 'audio_1', data: 'AAAA', transcript: 'Hi' } }))
    expect(sentBy(openAI, body)).toEqual(E.right({ role: 'assistant', audio: { id: 'audio_1' } }))
  })

  it('nothing at all is empty text', () => {
    expect(toAssistantMessage(openAI)(emptyMessage)).toEqual(E.right({ role: 'assistant', content: '' }))
    expect(firstChoice(emptyMessage)).toBeUndefined()
  })
})
