import type { Message } from '../../lib/data/Message.ts'
import { emptyMessage, firstChoice, messageToolCalls } from '../../lib/data/Message.ts'
import type { Part } from '../../lib/data/Part.ts'
import type { ClosedToolCall } from '../../lib/data/parts/ToolCall.ts'
import type { OutputPart, ToolOutput } from '../../lib/data/ToolOutput.ts'
import { anthropic } from '../../lib/providers/anthropicMessages.ts'
import { bedrockConverse } from '../../lib/providers/bedrockConverse.ts'
import { cohere } from '../../lib/providers/cohereChat.ts'
import { google } from '../../lib/providers/googleGenerate.ts'
import { ollama } from '../../lib/providers/ollamaChat.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { openAI } from '../../lib/providers/openAIChatMakers.ts'
import { openAIResponses } from '../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { toNextTurn } from '../../lib/tools/toNextTurn.ts'
import { toToolResult } from '../../lib/tools/toRequest.ts'
import * as claude from '../fixtures/anthropic.ts'
import { call, calls, delta, DONE, finish } from '../fixtures/chat.ts'
import * as converse from '../fixtures/converse.ts'
import * as responses from '../fixtures/responses.ts'

const one: ClosedToolCall = { _tag: 'ToolCall', state: 'Closed', key: 0, id: 'a', name: 'add', arguments: '{"a":1}' }
const two: ClosedToolCall = { ...one, key: 1, id: 'b' }

const messageOf = (...parts: ReadonlyArray<Part>): Message => ({
  choices: [{ index: 0, parts, finishReason: 'tool_call' }]
})

const asked = messageOf(one, two)

const reasons = ({ leftOut }: ReturnType<ReturnType<typeof toNextTurn>>): ReadonlyArray<unknown> =>
  leftOut.map((out) => (out._tag === 'LeftOutMedia' ? [out._tag, out.media.mediaType] : [out._tag, out.reason]))

const closed = (message: Message): ReadonlyArray<ClosedToolCall> =>
  messageToolCalls(message).filter((each) => each.state === 'Closed')

describe('results', () => {
  const results = [
    { call: two, result: 'second' },
    { call: one, result: { content: 'bad', isError: true } }
  ]

  it.each([
    [
      anthropic,
      [
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'a', content: 'bad', is_error: true },
            { type: 'tool_result', tool_use_id: 'b', content: 'second' }
          ]
        }
      ]
    ],
    [
      bedrockConverse,
      [
        {
          role: 'user',
          content: [
            { toolResult: { toolUseId: 'a', content: [{ text: 'bad' }], status: 'error' } },
            { toolResult: { toolUseId: 'b', content: [{ text: 'second' }] } }
          ]
        }
      ]
    ],
    [
      google,
      [
        {
          role: 'user',
          parts: [
            { functionResponse: { id: 'a', name: 'add', response: { error: 'bad' } } },
            { functionResponse: { id: 'b', name: 'add', response: { output: 'second' } } }
          ]
        }
      ]
    ],
    [
      openAI,
      [
        { role: 'tool', tool_call_id: 'a', content: 'bad' },
        { role: 'tool', tool_call_id: 'b', content: 'second' }
      ]
    ],
    [
      cohere,
      [
        { role: 'tool', tool_call_id: 'a', content: 'bad' },
        { role: 'tool', tool_call_id: 'b', content: 'second' }
      ]
    ],
    [
      ollama,
      [
        { role: 'tool', tool_name: 'add', tool_call_id: 'a', content: 'bad' },
        { role: 'tool', tool_name: 'add', tool_call_id: 'b', content: 'second' }
      ]
    ]
  ])('follow the answer in the shape and the order that $name wants', (provider, expected) => {
    const { items, leftOut } = toNextTurn(provider)(asked, results)
    expect(items.slice(1)).toEqual(expected)
    expect(leftOut).toEqual([])
  })

  it('follow the items of OpenAI Responses', () => {
    const { items } = toNextTurn(openAIResponses)(asked, results)
    expect(items.slice(2)).toEqual([
      { type: 'function_call_output', call_id: 'a', output: 'bad' },
      { type: 'function_call_output', call_id: 'b', output: 'second' }
    ])
  })

  it.each([anthropic, bedrockConverse, google, openAI, openAIResponses, cohere, ollama])(
    'of other calls, and second ones, are reported by $name',
    (provider) => {
      const other = { ...one, id: 'of another turn' }
      const turn = toNextTurn(provider)(asked, [
        ...results,
        { call: one, result: 'again' },
        { call: other, result: '' }
      ])
      expect(turn.items).toEqual(toNextTurn(provider)(asked, results).items)
      expect(reasons(turn)).toEqual([
        ['LeftOutResult', 'Repeated'],
        ['LeftOutResult', 'NoCall']
      ])
    }
  )

  it.each([anthropic, bedrockConverse, google, openAI, openAIResponses, cohere, ollama])(
    'that lack leave their calls out for $name',
    (provider) => {
      const turn = toNextTurn(provider)(asked, [{ call: two, result: '5' }])
      expect(JSON.stringify(turn.items)).not.toContain('"a"}')
      expect(turn.items).toEqual(toNextTurn(provider)(messageOf(two), [{ call: two, result: '5' }]).items)
      expect(turn.leftOut).toEqual([{ _tag: 'LeftOutPart', reason: 'Unanswered', part: one }])
      expect(toNextTurn(provider)(asked, []).items).toEqual([])
    }
  )

  it('of an answer without calls are none, and of nothing there is no item', () => {
    const said: Part = { _tag: 'Text', key: 0, text: 'Hi' }
    expect(toNextTurn(openAI)(messageOf(said), [])).toEqual({
      items: [{ role: 'assistant', content: 'Hi' }],
      leftOut: []
    })
    expect(toNextTurn(anthropic)(emptyMessage, [])).toEqual({ items: [], leftOut: [] })
  })
})

describe('outputs', () => {
  const json: OutputPart = { _tag: 'Json', value: { n: 1 } }
  const list: OutputPart = { _tag: 'Json', value: [1] }
  const image: OutputPart = { _tag: 'Image', mediaType: 'image/png', data: 'AAAA' }
  const linked: OutputPart = { _tag: 'Image', mediaType: 'image/png', url: 'https://a/b.png' }
  const pdf: OutputPart = { _tag: 'File', mediaType: 'application/pdf', name: 'a.pdf', data: 'JVBE' }
  const sound: OutputPart = { _tag: 'File', mediaType: 'audio/wav', data: 'UklG' }
  const output: ToolOutput = { content: [{ _tag: 'Text', text: 'see' }, json, image, linked, pdf, sound] }
  const turn = <P extends Parameters<typeof toNextTurn>[0]>(provider: P, result: string | ToolOutput) =>
    toNextTurn(provider)(messageOf(one), [{ call: one, result }])

  it('have blocks for Anthropic', () => {
    const { items, leftOut } = turn(anthropic, output)
    expect(items[1]).toEqual({
      role: 'user',
      content: [
        {
          type: 'tool_result',
          tool_use_id: 'a',
          content: [
            { type: 'text', text: 'see' },
            { type: 'text', text: '{"n":1}' },
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } },
            { type: 'image', source: { type: 'url', url: 'https://a/b.png' } },
            {
              type: 'document',
              source: { type: 'base64', media_type: 'application/pdf', data: 'JVBE' },
              title: 'a.pdf'
            }
          ]
        }
      ]
    })
    expect(leftOut).toEqual([{ _tag: 'LeftOutMedia', call: one, media: sound }])
  })

  it('have blocks for Converse, but no links to the web', () => {
    const result = turn(bedrockConverse, output)
    expect(result.items[1]).toEqual({
      role: 'user',
      content: [
        {
          toolResult: {
            toolUseId: 'a',
            content: [
              { text: 'see' },
              { json: { n: 1 } },
              { image: { format: 'png', source: { bytes: 'AAAA' } } },
              { document: { format: 'pdf', name: 'a pdf', source: { bytes: 'JVBE' } } }
            ]
          }
        }
      ]
    })
    expect(reasons(result)).toEqual([
      ['LeftOutMedia', 'image/png'],
      ['LeftOutMedia', 'audio/wav']
    ])
  })

  it('have media beside the response for Google', () => {
    const result = turn(google, { content: [json, image, linked] })
    expect(result.items[1]).toEqual({
      role: 'user',
      parts: [
        {
          functionResponse: {
            id: 'a',
            name: 'add',
            response: { n: 1 },
            parts: [
              { inlineData: { mimeType: 'image/png', data: 'AAAA' } },
              { fileData: { mimeType: 'image/png', fileUri: 'https://a/b.png' } }
            ]
          }
        }
      ]
    })
    expect(result.leftOut).toEqual([])
  })

  it('have contents for OpenAI Responses', () => {
    const { items, leftOut } = turn(openAIResponses, output)
    expect(items[1]).toEqual({
      type: 'function_call_output',
      call_id: 'a',
      output: [
        { type: 'input_text', text: 'see' },
        { type: 'input_text', text: '{"n":1}' },
        { type: 'input_image', image_url: 'data:image/png;base64,AAAA' },
        { type: 'input_image', image_url: 'https://a/b.png' },
        { type: 'input_file', filename: 'a.pdf', file_data: 'data:application/pdf;base64,JVBE' },
        { type: 'input_file', filename: 'file', file_data: 'data:audio/wav;base64,UklG' }
      ]
    })
    expect(leftOut).toEqual([])
  })

  it('are text for OpenAI Chat, and documents for Cohere', () => {
    const chat = turn(openAI, output)
    expect(chat.items[1]).toEqual({ role: 'tool', tool_call_id: 'a', content: 'see\n{"n":1}' })
    expect(reasons(chat)).toHaveLength(4)
    expect(turn(cohere, { content: [json, list] }).items[1]).toEqual({
      role: 'tool',
      tool_call_id: 'a',
      content: [
        { type: 'document', document: { data: { n: 1 } } },
        { type: 'text', text: '[1]' }
      ]
    })
  })

  it('have images by their data for Ollama', () => {
    const result = turn(ollama, output)
    expect(result.items[1]).toEqual({
      role: 'tool',
      tool_name: 'add',
      tool_call_id: 'a',
      content: 'see\n{"n":1}',
      images: ['AAAA']
    })
    expect(reasons(result)).toHaveLength(3)
  })

  it.each([1n, undefined, () => undefined])('that JSON does not have do not throw: %p', (value) => {
    for (const provider of [anthropic, bedrockConverse, google, openAI, openAIResponses, cohere, ollama]) {
      expect(() => toToolResult(provider, { content: [{ _tag: 'Json', value }] })(one)).not.toThrow()
    }
  })
})

describe('answers that were cut', () => {
  it('go back without the call that was cut', () => {
    const events = [delta({ content: 'Hi' }), calls(call(0, 'a', 'f', '{}')), calls(call(1, 'b', 'g', '{"x":'))]
    for (const end of ['', finish('length') + DONE]) {
      const { message } = foldBody(openRouter, events.join('') + end)
      const turn = toNextTurn(openRouter)(
        message,
        closed(message).map((each) => ({ call: each, result: '5' }))
      )
      expect(JSON.stringify(turn.items)).not.toContain('"b"')
      expect(reasons(turn)).toContainEqual(['LeftOutPart', 'Unfinished'])
      expect(turn.items[0]).toMatchObject({ role: 'assistant', content: 'Hi' })
    }
  })

  it('have no reasoning at the end where the API refuses it', () => {
    const thinking = [
      claude.start(0, { type: 'thinking', thinking: '', signature: '' }),
      claude.thinkingDelta(0, 'Hm'),
      claude.signatureDelta(0, 'S'),
      claude.stop(0)
    ]
    const { message } = foldBody(anthropic, claude.stream('max_tokens', ...thinking, claude.call(1, 'a', 'f', '{"x":')))
    const turn = toNextTurn(anthropic)(message, [])
    expect(turn.items).toEqual([])
    expect(reasons(turn)).toEqual([
      ['LeftOutPart', 'NotTaken'],
      ['LeftOutPart', 'Unfinished']
    ])
  })

  it('have no reasoning whose item was left out', () => {
    const output = [
      responses.reasoning([], { encrypted_content: 'E' }),
      responses.call('a', 'f', '{}'),
      responses.message('Hi')
    ]
    const { message } = foldBody(openAIResponses, responses.body(output))
    const turn = toNextTurn(openAIResponses)(message, [])
    expect(turn.items).toMatchObject([{ type: 'message' }])
    expect(reasons(turn)).toEqual([
      ['LeftOutPart', 'NotTaken'],
      ['LeftOutPart', 'Unanswered']
    ])
  })

  it.each(['refusal'])('do not go back where the provider declined: %s', (word) => {
    const { message } = foldBody(anthropic, claude.stream(word, claude.said(0, 'Sure, ')))
    expect(reasons(toNextTurn(anthropic)(message, []))).toEqual([['LeftOutPart', 'Declined']])
    expect(toNextTurn(anthropic)(message, []).items).toEqual([])
  })

  it.each([
    ['guardrail_intervened', bedrockConverse, converse.stream('guardrail_intervened', converse.said(0, 'Sorry'))],
    ['content_filter', openAI, delta({ content: 'Su' }) + finish('content_filter') + DONE]
  ])('do not go back where a filter ended them: %s', (_word, provider, body) => {
    const { message } = foldBody(provider, body)
    expect(toNextTurn(provider)(message, []).items).toEqual([])
  })

  it.each(['{"que', '{"query":"a"}'])('have no call of the provider without its result: %s', (text) => {
    const search = [
      claude.start(1, { type: 'server_tool_use', id: 's', name: 'web_search', input: {} }),
      claude.inputDelta(1, text),
      claude.stop(1)
    ]
    const body = claude.stream('max_tokens', claude.said(0, 'I look.'), ...search)
    const turn = toNextTurn(anthropic)(foldBody(anthropic, body).message, [])
    expect(turn.items).toEqual([{ role: 'assistant', content: [{ type: 'text', text: 'I look.' }] }])
    expect(reasons(turn)).toEqual([['LeftOutPart', 'NotTaken']])
  })

  it('keep a call of the provider that waits for its next turn', () => {
    const search = { type: 'server_tool_use', id: 's', name: 'web_search', input: { query: 'a' } }
    const body = claude.stream('pause_turn', claude.start(0, search), claude.stop(0))
    expect(toNextTurn(anthropic)(foldBody(anthropic, body).message, []).items).toEqual([
      { role: 'assistant', content: [search] }
    ])
  })
})

describe('the order that Anthropic demands', () => {
  it('has calls last', () => {
    const body = claude.stream('tool_use', claude.call(0, 'a', 'f', '{}'), claude.said(1, 'Wait.'))
    const { message } = foldBody(anthropic, body)
    const { items } = toNextTurn(anthropic)(
      message,
      closed(message).map((each) => ({ call: each, result: '5' }))
    )
    expect(items[0]).toMatchObject({ content: [{ type: 'text' }, { type: 'tool_use' }] })
  })

  it('has nothing of the calls and the thinking of a model that declined', () => {
    const fallback = { type: 'fallback', from: { model: 'a' }, to: { model: 'b' } }
    const content = [
      { type: 'thinking', thinking: 'Hm', signature: 'S' },
      { type: 'text', text: 'Sure' },
      { type: 'tool_use', id: 'old', name: 'f', input: {} },
      { type: 'server_tool_use', id: 's', name: 'web_search', input: {} },
      fallback,
      { type: 'thinking', thinking: 'Oh', signature: 'T' },
      { type: 'tool_use', id: 'new', name: 'f', input: {} }
    ]
    const { message } = foldBody(anthropic, JSON.stringify({ type: 'message', content, stop_reason: 'tool_use' }))
    const turn = toNextTurn(anthropic)(
      message,
      closed(message).map((each) => ({ call: each, result: '5' }))
    )
    expect(turn.items).toEqual([
      { role: 'assistant', content: [content[1], fallback, content[5], content[6]] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'new', content: '5' }] }
    ])
    expect(firstChoice(message)?.parts).toHaveLength(7)
  })
})

describe('plain reasoning of OpenAI Responses', () => {
  const own = responses.reasoning([], { content: [{ type: 'reasoning_text', text: 'own words' }] })

  it.each([true, false])('goes back, stored: %p', (store) => {
    for (const body of [
      responses.stream([own, responses.message('Hi')], { store }),
      responses.body([own, responses.message('Hi')], { store })
    ]) {
      expect(toNextTurn(openAIResponses)(foldBody(openAIResponses, body).message, []).items).toMatchObject([
        { type: 'reasoning', id: 'rs_1', summary: [], content: [{ type: 'reasoning_text', text: 'own words' }] },
        { type: 'message' }
      ])
    }
  })

  it('stands before what came after it, also where its end comes last', () => {
    const said = responses.message('Hi')
    const body = [
      responses.added(0, { type: 'reasoning', id: 'rs_1', summary: [] }),
      responses.event('response.reasoning_text.delta', { output_index: 0, content_index: 0, delta: 'own words' }),
      responses.added(1, { ...said, content: [] }),
      responses.event('response.output_text.delta', { output_index: 1, content_index: 0, delta: 'Hi' }),
      responses.done(0, own),
      responses.done(1, said),
      responses.completed([own, said])
    ].join('')
    const { items } = toNextTurn(openAIResponses)(foldBody(openAIResponses, body).message, [])
    expect(items).toMatchObject([{ type: 'reasoning', id: 'rs_1' }, { type: 'message' }])
  })
})
