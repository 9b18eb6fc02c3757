import { messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { feedMachine } from '../../lib/machine/Machine.ts'
import type { AnyProvider } from '../../lib/protocols/Provider.ts'
import { anthropic } from '../../lib/providers/anthropicMessages.ts'
import { bedrockConverse } from '../../lib/providers/bedrockConverse.ts'
import { cohere } from '../../lib/providers/cohereChat.ts'
import { google } from '../../lib/providers/googleGenerate.ts'
import { ollama } from '../../lib/providers/ollamaChat.ts'
import { openAIResponses } from '../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import * as a from '../fixtures/anthropic.ts'
import * as h from '../fixtures/cohere.ts'
import * as c from '../fixtures/converse.ts'
import * as g from '../fixtures/google.ts'
import * as l from '../fixtures/ollama.ts'
import * as r from '../fixtures/responses.ts'

type Body = string | Uint8Array

type Seen = readonly [calls: ReadonlyArray<ReadonlyArray<string>>, repairs: ReadonlyArray<string>]

const seen = ({ message, repairs }: Pick<Outcome, 'message' | 'repairs'>): Seen => [
  messageToolCalls(message).map(({ state, id, arguments: raw }) => [state, id, raw]),
  repairs.map(({ _tag }) => _tag).filter((tag) => tag !== 'ArgumentsSerialised' && tag !== 'SlotReused')
]

/** What is seen of a stream, whole, and in two pieces with the state between them as JSON. */
const seenOf = (provider: AnyProvider, body: Body): Seen => {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const outcome = foldBody(provider, bytes)
  expect(outcome).toMatchObject({ _tag: 'Complete', failures: [] })
  const machine = foldMachine(provider)
  for (let at = 1; at < bytes.length; at += 37) {
    const half = feedMachine(machine)(machine.initial, [bytes.slice(0, at)]).state
    const state = JSON.parse(JSON.stringify(half)) as typeof half
    const { outputs } = feedMachine(machine)(state, [bytes.slice(at)])
    const last = outputs.at(-1)
    if (last?._tag === 'Complete') expect(seen(last)).toEqual(seen(outcome))
  }
  return seen(outcome)
}

const cohereOf = (...events: ReadonlyArray<string>): string =>
  [h.messageStart(), ...events, h.event('message-end', { delta: { finish_reason: 'TOOL_CALL' } })].join('')

const ollamaOf = (...calls: ReadonlyArray<object>): string =>
  [...calls.map((one) => l.message({ tool_calls: [one] })), l.done()].join('')

/** A stream of calls, each an id, a name and its arguments. */
type Calls = ReadonlyArray<readonly [id: string, name: string, args: string]>

const streams: ReadonlyArray<readonly [string, AnyProvider, (calls: Calls, isSpread: boolean) => Body]> = [
  [
    'anthropic',
    anthropic,
    (calls, isSpread) =>
      a.stream(
        'tool_use',
        ...calls.map(([id, name, args], i) => a.call(isSpread ? i : 0, id, name, args.slice(0, 3), args.slice(3)))
      )
  ],
  [
    'anthropic, whole blocks',
    anthropic,
    (calls, isSpread) =>
      a.stream(
        'tool_use',
        ...calls.map(([id, name, args], i) =>
          [
            a.callStart(isSpread ? i : 0, id, name, { input: JSON.parse(args) as unknown }),
            a.stop(isSpread ? i : 0)
          ].join('')
        )
      )
  ],
  [
    'converse',
    bedrockConverse,
    (calls, isSpread) =>
      c.stream(
        'tool_use',
        ...calls.map(([id, name, args], i) => c.call(isSpread ? i : 0, id, name, args.slice(0, 3), args.slice(3)))
      )
  ],
  [
    'cohere',
    cohere,
    (calls, isSpread) =>
      cohereOf(
        ...calls.map(([id, name, args], i) => h.call(isSpread ? i : 0, id, name, args.slice(0, 3), args.slice(3)))
      )
  ],
  [
    'google',
    google,
    (calls) => g.stream(...calls.map(([id, name, args]) => g.parts(g.call(name, JSON.parse(args), {}, id))))
  ],
  ['ollama', ollama, (calls) => ollamaOf(...calls.map(([id, name, args]) => l.call(name, JSON.parse(args), id)))]
]

const bodies: ReadonlyArray<readonly [string, AnyProvider, (calls: Calls) => string]> = [
  [
    'anthropic',
    anthropic,
    (calls) =>
      JSON.stringify({
        type: 'message',
        role: 'assistant',
        content: calls.map(([id, name, args]) => ({ type: 'tool_use', id, name, input: JSON.parse(args) as unknown })),
        stop_reason: 'tool_use'
      })
  ],
  [
    'converse',
    bedrockConverse,
    (calls) =>
      JSON.stringify({
        output: {
          message: {
            role: 'assistant',
            content: calls.map(([toolUseId, name, args]) => ({
              toolUse: { toolUseId, name, input: JSON.parse(args) as unknown }
            }))
          }
        },
        stopReason: 'tool_use'
      })
  ],
  [
    'cohere',
    cohere,
    (calls) =>
      JSON.stringify({
        id: 'c',
        message: {
          role: 'assistant',
          tool_calls: calls.map(([id, name, args]) => ({ id, type: 'function', function: { name, arguments: args } }))
        },
        finish_reason: 'TOOL_CALL'
      })
  ],
  [
    'google',
    google,
    (calls) =>
      JSON.stringify(
        g.response(
          g.content(
            calls.map(([id, name, args]) => g.call(name, JSON.parse(args), {}, id)),
            { finishReason: 'STOP' }
          )
        )
      )
  ]
]

const same: Calls = [
  ['x', 'rm', '{"p":"/a"}'],
  ['x', 'rm', '{"p":"/a"}']
]

describe.each(streams)('a stream of %s', (_, provider, bodyOf) => {
  it.each([true, false])('with one call twice has one call (an index for each: %s)', (isSpread) => {
    expect(seenOf(provider, bodyOf(same, isSpread))).toEqual([[['Closed', 'x', '{"p":"/a"}']], ['ArgumentsRepeated']])
  })

  it('with one call three times, and another call, has two', () => {
    const calls: Calls = [...same, ['y', 'ls', '{"d":1}'], ['x', 'rm', '{"p":"/a"}']]
    expect(seenOf(provider, bodyOf(calls, true))).toEqual([
      [
        ['Closed', 'x', '{"p":"/a"}'],
        ['Closed', 'y', '{"d":1}']
      ],
      ['ArgumentsRepeated']
    ])
  })

  it('with one id and other arguments, or another name, has two calls with different ids', () => {
    const other: Calls = [
      ['x', 'rm', '{"p":"/a"}'],
      ['x', 'rm', '{"p":"/b"}'],
      ['x', 'ls', '{"p":"/a"}']
    ]
    expect(seenOf(provider, bodyOf(other, true))).toEqual([
      [
        ['Closed', 'x', '{"p":"/a"}'],
        ['Closed', 'x_1', '{"p":"/b"}'],
        ['Closed', 'x_2', '{"p":"/a"}']
      ],
      ['IdReused', 'IdReused']
    ])
  })

  it('without ids keeps equal calls apart', () => {
    const calls: Calls = [
      ['', 'rm', '{"p":"/a"}'],
      ['', 'rm', '{"p":"/a"}']
    ]
    expect(seenOf(provider, bodyOf(calls, true))[0].map(([, id]) => id)).toEqual(['call_0_0', 'call_0_1'])
  })
})

describe.each(bodies)('a JSON body of %s', (_, provider, bodyOf) => {
  it('with one call twice has one call', () => {
    expect(seenOf(provider, bodyOf(same))).toEqual([[['Closed', 'x', '{"p":"/a"}']], ['ArgumentsRepeated']])
  })

  it('with one id and other arguments has two calls with different ids', () => {
    const other: Calls = [
      ['x', 'rm', '{"p":"/a"}'],
      ['x', 'rm', '{"p":"/b"}']
    ]
    expect(seenOf(provider, bodyOf(other))).toEqual([
      [
        ['Closed', 'x', '{"p":"/a"}'],
        ['Closed', 'x_1', '{"p":"/b"}']
      ],
      ['IdReused']
    ])
  })
})

describe('the start of a call that comes again', () => {
  const args = a.inputDelta(0, '{"p":1}')

  it.each([
    ['before its arguments', [a.callStart(0, 'x', 'rm'), a.callStart(0, 'x', 'rm'), args, a.stop(0)]],
    ['with its input', [a.callStart(0, 'x', 'rm'), a.callStart(0, 'x', 'rm', { input: { p: 1 } }), a.stop(0)]],
    ['after its arguments', [a.callStart(0, 'x', 'rm'), args, a.stop(0), a.callStart(0, 'x', 'rm'), a.stop(0)]],
    ['behind a text', [a.callStart(0, 'x', 'rm'), args, a.stop(0), a.said(1, 'Hi'), a.call(2, 'x', 'rm', '{"p": 1}')]]
  ])('is the start of the same call %s', (_, events) => {
    expect(seenOf(anthropic, a.stream('tool_use', ...events))).toEqual([
      [['Closed', 'x', '{"p":1}']],
      ['ArgumentsRepeated']
    ])
  })

  it('is the start of the same call for Converse and Cohere', () => {
    const converse = [c.callStart(0, 'x', 'rm'), c.callStart(0, 'x', 'rm'), c.input(0, '{"p":1}'), c.stop(0)]
    const events = [h.callStart(0, 'x', 'rm'), h.callStart(0, 'x', 'rm'), h.callDelta(0, '{"p":1}'), h.callEnd(0)]
    const expected = [[['Closed', 'x', '{"p":1}']], ['ArgumentsRepeated']]
    expect(seenOf(bedrockConverse, c.stream('tool_use', ...converse))).toEqual(expected)
    expect(seenOf(cohere, cohereOf(...events))).toEqual(expected)
  })

  it('is another call if it has other input', () => {
    const events = [a.callStart(0, 'x', 'rm', { input: { p: 1 } }), a.callStart(0, 'x', 'rm', { input: { p: 2 } })]
    expect(seenOf(anthropic, a.stream('tool_use', ...events, a.stop(0)))[0]).toEqual([
      ['Closed', 'x', '{"p":1}'],
      ['Closed', 'x_1', '{"p":2}']
    ])
  })
})

describe('a repeated call that is cut', () => {
  it('is another call, which is truncated', () => {
    const events = [a.call(0, 'x', 'rm', '{"p":1}'), a.callStart(1, 'x', 'rm'), a.inputDelta(1, '{"p":')]
    expect(seenOf(anthropic, a.stream('max_tokens', ...events))[0]).toEqual([
      ['Closed', 'x', '{"p":1}'],
      ['Truncated', 'x_1', '{"p":']
    ])
  })

  it('does not make another call of interleaved ones', () => {
    const both = (i: number): ReadonlyArray<string> => [
      a.callStart(i, 'x', 'rm'),
      a.callStart(i + 1, 'y', 'rm'),
      a.inputDelta(i, '{"p":1}'),
      a.inputDelta(i + 1, '{"p":2}'),
      a.stop(i),
      a.stop(i + 1)
    ]
    expect(seenOf(anthropic, a.stream('tool_use', ...both(0), ...both(2)))).toEqual([
      [
        ['Closed', 'x', '{"p":1}'],
        ['Closed', 'y', '{"p":2}']
      ],
      ['ArgumentsRepeated', 'ArgumentsRepeated']
    ])
  })
})

describe('a call of Responses', () => {
  const itemOf = ([callId, name, args]: Calls[number], id: string): object => r.call(callId, name, args, { id })

  const spread = (calls: Calls, ids: ReadonlyArray<string>, output: ReadonlyArray<object> = []): string =>
    [
      ...calls.flatMap((call, i) => {
        const item = itemOf(call, ids[i] ?? '')
        const begun = { ...item, arguments: '', status: 'in_progress' }
        const fields = { output_index: i, item_id: ids[i], delta: call[2] }
        return [r.added(i, begun), r.event('response.function_call_arguments.delta', fields), r.done(i, item)]
      }),
      r.completed(output)
    ].join('')

  const once = [[['Closed', 'x', '{"p":"/a"}']], ['ArgumentsRepeated']]

  it('that comes twice is one call, whatever the ids of the items', () => {
    expect(seenOf(openAIResponses, spread(same, ['i', 'k']))).toEqual(once)
    expect(seenOf(openAIResponses, spread([...same, ...same], ['i', 'k', 'l', 'm']))).toEqual(once)
    const items = same.map((call) => itemOf(call, 'i'))
    expect(seenOf(openAIResponses, spread(same.slice(0, 1), ['i'], items))).toEqual(once)
    expect(seenOf(openAIResponses, JSON.stringify(r.response(items)))).toEqual(once)
  })

  it('with the id of another one, and other arguments or another name, has an id of its own', () => {
    const other: Calls = [
      ['x', 'rm', '{"p":"/a"}'],
      ['x', 'rm', '{"p":"/b"}'],
      ['x', 'ls', '{"p":"/a"}']
    ]
    const expected = [
      [
        ['Closed', 'x', '{"p":"/a"}'],
        ['Closed', 'x_1', '{"p":"/b"}'],
        ['Closed', 'x_2', '{"p":"/a"}']
      ],
      ['IdReused', 'IdReused']
    ]
    expect(seenOf(openAIResponses, spread(other, ['i', 'k', 'l']))).toEqual(expected)
    const items = other.map((call, i) => itemOf(call, `i${i}`))
    expect(seenOf(openAIResponses, JSON.stringify(r.response(items)))).toEqual(expected)
  })
})
