import { firstChoice, messageToolCalls } from '../../../lib/data/Message.ts'
import type { AnyProvider } from '../../../lib/protocols/Provider.ts'
import { anthropic } from '../../../lib/providers/anthropicMessages.ts'
import { bedrockConverse } from '../../../lib/providers/bedrockConverse.ts'
import { cohere } from '../../../lib/providers/cohereChat.ts'
import { google } from '../../../lib/providers/googleGenerate.ts'
import { ollama } from '../../../lib/providers/ollamaChat.ts'
import { openRouter } from '../../../lib/providers/openAIChatGateways.ts'
import { openAIResponses } from '../../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import * as a from '../../fixtures/anthropic.ts'
import * as o from '../../fixtures/chat.ts'
import * as h from '../../fixtures/cohere.ts'
import * as c from '../../fixtures/converse.ts'
import * as g from '../../fixtures/google.ts'
import * as l from '../../fixtures/ollama.ts'
import * as r from '../../fixtures/responses.ts'

type Answer = (word: string) => string | Uint8Array

const args = { p: 1 }
const raw = JSON.stringify(args)

/** A whole call, and then the word, as a stream and as a JSON body. */
const answers: ReadonlyArray<readonly [string, AnyProvider, Answer]> = [
  ['chat', openRouter, (word) => [o.calls(o.call(0, 'x', 'f', raw)), o.finish(word), o.DONE].join('')],
  [
    'chat, JSON',
    openRouter,
    (word) => {
      const message = { content: null, tool_calls: [{ id: 'x', function: { name: 'f', arguments: raw } }] }
      return JSON.stringify({ choices: [{ message, finish_reason: word }] })
    }
  ],
  ['anthropic', anthropic, (word) => a.stream(word, a.call(0, 'x', 'f', raw))],
  [
    'anthropic, JSON',
    anthropic,
    (word) => {
      const content = [{ type: 'tool_use', id: 'x', name: 'f', input: args }]
      return JSON.stringify({ type: 'message', role: 'assistant', content, stop_reason: word })
    }
  ],
  ['converse', bedrockConverse, (word) => c.stream(word, c.call(0, 'x', 'f', raw))],
  [
    'converse, JSON',
    bedrockConverse,
    (word) => {
      const content = [{ toolUse: { toolUseId: 'x', name: 'f', input: args } }]
      return JSON.stringify({ output: { message: { role: 'assistant', content } }, stopReason: word })
    }
  ],
  ['google', google, (word) => [g.parts(g.call('f', args, {}, 'x')), g.finish(word)].join('')],
  [
    'google, JSON',
    google,
    (word) => JSON.stringify(g.response(g.content([g.call('f', args, {}, 'x')], { finishReason: word })))
  ],
  ['ollama', ollama, (word) => [l.message({ tool_calls: [l.call('f', args, 'x')] }), l.done(word)].join('')],
  [
    'cohere',
    cohere,
    (word) =>
      [h.messageStart(), h.call(0, 'x', 'f', raw), h.event('message-end', { delta: { finish_reason: word } })].join('')
  ],
  [
    'cohere, JSON',
    cohere,
    (word) => {
      const tool_calls = [{ id: 'x', type: 'function', function: { name: 'f', arguments: raw } }]
      return JSON.stringify({ id: 'c', message: { role: 'assistant', tool_calls }, finish_reason: word })
    }
  ]
]

const seenOf = (provider: AnyProvider, body: string | Uint8Array): ReadonlyArray<unknown> => {
  const { _tag, message, failures } = foldBody(provider, body)
  return [
    _tag,
    firstChoice(message)?.finishReason,
    messageToolCalls(message).map(({ state }) => state),
    failures.map((failure) => failure._tag)
  ]
}

describe.each(answers)('a finish word of %s', (_, provider, bodyOf) => {
  it.each(['error', 'ERROR', 'network_error', 'rate_limit_exceeded', 'insufficient_quota', 'timeout'])(
    'that means a failure is one: %s',
    (word) => {
      expect(seenOf(provider, bodyOf(word))).toEqual(['Failed', 'error', ['Truncated'], ['ProviderFailure']])
    }
  )

  it.each([
    'MALFORMED_FUNCTION_CALL',
    'malformed_function_call',
    'malformed_tool_use',
    'malformed_model_output',
    'MALFORMED_RESPONSE',
    'TOO_MANY_TOOL_CALLS',
    'missing_thought_signature'
  ])('that means a bad answer of the model cuts the last call of a complete answer: %s', (word) => {
    expect(seenOf(provider, bodyOf(word))).toEqual(['Complete', 'error', ['Truncated'], []])
  })

  it.each(['cancelled', 'canceled', 'CANCELLED', 'user_cancel'])('that cancels cuts the last call: %s', (word) => {
    expect(seenOf(provider, bodyOf(word))).toEqual(['Complete', 'other', ['Truncated'], []])
  })

  it('that names a call of an unknown tool leaves it closed', () => {
    expect(seenOf(provider, bodyOf('UNEXPECTED_TOOL_CALL'))).toEqual(['Complete', 'tool_call', ['Closed'], []])
  })
})

describe('a status of Responses', () => {
  it.each(['cancelled', 'canceled'])('that cancels cuts the last call: %s', (status) => {
    const output = [r.call('x', 'f', raw)]
    const expected = ['Complete', 'other', ['Truncated'], []]
    expect(seenOf(openAIResponses, JSON.stringify(r.response(output, { status })))).toEqual(expected)
    expect(seenOf(openAIResponses, r.completed(output, { status }))).toEqual(expected)
    expect(
      seenOf(openAIResponses, r.event(`response.${status}`, { response: r.response(output, { status }) }))
    ).toEqual(expected)
  })
})
