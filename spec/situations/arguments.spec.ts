/** The arguments of a call: what was run that should not have been, and what was lost or slow. */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'

import { messageToolCalls } from '../../lib/data/Message.ts'
import type { ToolCall } from '../../lib/data/parts/ToolCall.ts'
import { andThen, feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { accumulateToolCallsMachine } from '../../lib/reading/accumulateToolCallsMachine.ts'
import { closedToolCallsMachine } from '../../lib/reading/closedToolCallsMachine.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import type { ArgumentsFailure } from '../../lib/tools/decodeArguments.ts'
import { decodeArguments } from '../../lib/tools/decodeArguments.ts'
import { toAssistantMessage } from '../../lib/tools/toRequest.ts'
import * as anthropic from '../fixtures/anthropic.ts'
import { call, calls, delta, DONE, finish, stream } from '../fixtures/chat.ts'
import * as google from '../fixtures/google.ts'
import { withProvider } from '../fixtures/providers.ts'
import * as responses from '../fixtures/responses.ts'
import { closed, closedWithoutId, situations, truncated } from '../laws/situations.ts'

const paris = '{"c":"Paris"}'

const more = (args: unknown, index: unknown = 0): string => calls(call(index, undefined, undefined, args))

const inPieces = (pieces: ReadonlyArray<string>): ReadonlyArray<string> => [
  calls(call(0, 'a', 'w', '')),
  ...pieces.map((piece) => more(piece))
]

describe('arguments', () => {
  situations([
    {
      symptom: 'that are absent at first gave "undefined{}"',
      body: stream(calls(call(0, 'a', 'w', undefined)), more('{}')),
      expected: { calls: [closed('a', 'w', '{}')] }
    },
    {
      symptom: 'of "" of a whole call were refused by the next request',
      body: stream(calls(call(0, 'a', 'w', ''))),
      expected: { calls: [closed('a', 'w', '')] }
    },
    {
      symptom: 'that are an object gave "[object Object]"',
      body: stream(calls(call(0, 'a', 'w', { c: 'Paris' }))),
      expected: { calls: [closed('a', 'w', paris)], repairs: ['ArgumentsSerialised'] }
    },
    {
      symptom: 'that stop where the connection does were run with the keys that had come',
      threads: 'langchain-ai/langchain#39275, zgsm-ai/costrict#1360, earendil-works/pi#8501',
      body: inPieces(['{"path":"/","dry_run"']).join(''),
      expected: { outcome: 'Truncated', calls: [truncated('a', 'w', '{"path":"/","dry_run"')] }
    },
    {
      symptom: 'that are JSON where the connection stops were run',
      threads: 'earendil-works/pi#5964',
      body: inPieces(['{"path":"/"}']).join(''),
      expected: { outcome: 'Truncated', calls: [truncated('a', 'w', '{"path":"/"}')] }
    },
    {
      symptom: 'that the length limit cut were mended and run',
      threads: 'aaif-goose/goose#9946',
      body: [...inPieces(['{"c":"Pa']), finish('length'), DONE].join(''),
      expected: { calls: [truncated('a', 'w', '{"c":"Pa')], finish: 'length' }
    },
    {
      symptom: 'that max_tokens cut came back as a whole input',
      threads: 'aaif-goose/goose#9946',
      provider: 'anthropic',
      body: anthropic.stream('max_tokens', anthropic.call(0, 'a', 'w', '{"c":"Pa')),
      expected: { calls: [truncated('a', 'w', '{"c":"Pa')], finish: 'length' }
    },
    {
      symptom: 'with a bad escape failed the whole message',
      threads: 'anthropics/anthropic-sdk-typescript#986',
      provider: 'anthropic',
      body: anthropic.stream(
        'tool_use',
        anthropic.call(0, 'a', 'w', '{"use": "App', '\\Http"}'),
        anthropic.said(1, 'Done.')
      ),
      expected: { text: 'Done.', calls: [closed('a', 'w', '{"use": "App\\Http"}')], finish: 'tool_call' }
    },
    {
      symptom: 'with a number of 19 digits had another number',
      threads: 'earendil-works/pi#8943, pailat/adk-llm-bridge#67',
      body: stream(...inPieces(['{"id": 1234567', '890123456789}'])),
      expected: { calls: [closed('a', 'w', '{"id": 1234567890123456789}')] }
    },
    {
      symptom: 'cut inside an escape, after a backslash and at a minus lost a value for a moment',
      threads: 'vercel/ai#15865, assistant-ui/assistant-ui#6355, pydantic/jiter#207',
      body: stream(...inPieces(['{"c":"\\u00', 'e9\\', 'n\\ud83d\\', 'ude00","n":-', '1}'])),
      expected: { calls: [closed('a', 'w', '{"c":"\\u00e9\\n\\ud83d\\ude00","n":-1}')] }
    },
    {
      symptom: 'in pieces by JSONPath were lost',
      threads: 'vercel/ai#11126, langchain-ai/langchain-google#1752, BerriAI/litellm#23815',
      provider: 'vertex',
      body: google.stream(
        google.parts(google.begin('w')),
        google.parts(google.pieces(google.piece('$.c', 'Pa'))),
        google.parts(google.pieces({ jsonPath: '$.c', stringValue: 'ris' }, { jsonPath: '$.n[0]', numberValue: 1 })),
        google.parts(google.end)
      ),
      expected: { calls: [closedWithoutId('call_0_0', 'w', '{"c":"Paris","n":[1]}')], repairs: ['SyntheticId'] }
    },
    {
      symptom: 'in pieces by JSONPath, of a call that no one ends, were lost',
      threads: 'vercel/ai#11126',
      provider: 'vertex',
      body: google.stream(
        google.parts(google.begin('w')),
        google.parts(google.pieces(google.piece('$.c', 'Pa'), { jsonPath: '$.c', stringValue: 'ris' }))
      ),
      expected: { calls: [closedWithoutId('call_0_0', 'w', paris)], repairs: ['SyntheticId'] }
    },
    {
      symptom: 'in pieces at $.__proto__ changed every object',
      threads: 'vercel/ai#16040, vercel/ai#16320',
      provider: 'vertex',
      body: google.stream(
        google.parts(google.begin('w')),
        google.parts(google.pieces({ jsonPath: '$.__proto__.isAdmin', boolValue: true })),
        google.parts(google.end)
      ),
      expected: {
        calls: [closedWithoutId('call_0_0', 'w', '{"__proto__":{"isAdmin":true}}')],
        repairs: ['SyntheticId']
      }
    },
    {
      symptom: 'in the event that ends them only were lost',
      provider: 'openai-responses',
      body: [
        responses.created(),
        responses.added(0, responses.call('a', 'w', '', { status: 'in_progress' })),
        responses.event('response.function_call_arguments.done', { output_index: 0, arguments: paris }),
        responses.done(0, responses.call('a', 'w', paris)),
        responses.completed([responses.call('a', 'w', paris)])
      ].join(''),
      expected: { calls: [{ ...closed('a', 'w', paris), extra: { id: 'fc_a' } }], finish: 'tool_call' }
    }
  ])
})

describe('arguments as values', () => {
  const decoded = (...pieces: ReadonlyArray<string>): ReadonlyArray<E.Either<ArgumentsFailure, unknown>> =>
    messageToolCalls(foldBody(openAICompatible, stream(...inPieces(pieces))).message).flatMap((one) =>
      one.state === 'Closed' ? [decodeArguments(t.UnknownRecord)(one)] : []
    )

  it('what is wrong with them is said of the call that has them (BerriAI/litellm#33678, aaif-goose/goose#9946)', () => {
    const body = stream(calls(call(0, 'a', 'w', `${paris}${paris}`)), calls(call(1, 'b', 'w', paris)))
    const both = messageToolCalls(foldBody(openAICompatible, body).message).flatMap((one) =>
      one.state === 'Closed' ? [[one.id, E.isRight(decodeArguments(t.UnknownRecord)(one))]] : []
    )
    expect(both).toEqual([
      ['a', false],
      ['b', true]
    ])
  })

  it('none at all are an empty object', () => {
    expect(decoded('')).toEqual([E.right({})])
    const { message } = foldBody(openAICompatible, stream(calls(call(0, 'a', 'w', ''))))
    expect(toAssistantMessage(openAICompatible)(message)).toMatchObject({
      right: { tool_calls: [{ function: { arguments: '{}' } }] }
    })
  })

  it('a bad escape is malformed, and no exception (anthropics/anthropic-sdk-typescript#986)', () => {
    expect(decoded('{"use": "App\\Http"}')).toMatchObject([{ left: { _tag: 'Malformed' } }])
  })

  it('__proto__ and constructor are fields like any other (vercel/ai#16040, vercel/ai#16320)', () => {
    const said = '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'
    const keys = decoded(said.slice(0, 9), said.slice(9)).map(E.map((value) => Object.keys(value as object))) // by its codec
    expect(keys).toEqual([E.right(['__proto__', 'constructor'])])
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })
})

/** How each kind of protocol says a call with these pieces of arguments, and the end of the answer. */
const speakers: ReadonlyArray<readonly [string, (pieces: ReadonlyArray<string>) => readonly [string, string]]> = [
  ['openai', (pieces) => [inPieces(pieces).join(''), finish('tool_calls') + DONE]],
  ['openai-compatible', (pieces) => [inPieces(pieces).join(''), finish('tool_calls')]],
  [
    'anthropic',
    (pieces) => [
      anthropic.messageStart() + anthropic.call(0, 'a', 'w', ...pieces),
      anthropic.messageDelta('tool_use') + anthropic.messageStop()
    ]
  ],
  [
    'openai-responses',
    (pieces) => [
      [
        responses.created(),
        responses.added(0, responses.call('a', 'w', '', { status: 'in_progress' })),
        ...pieces.map((piece) =>
          responses.event('response.function_call_arguments.delta', { output_index: 0, delta: piece })
        )
      ].join(''),
      responses.completed([responses.call('a', 'w', pieces.join(''))])
    ]
  ]
]

/** JSON objects, cut anywhere. */
const cutObjects = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 })).chain((value) => {
  const raw = JSON.stringify(value)
  return fc.array(fc.nat(raw.length), { maxLength: 6 }).map((places) => {
    const at = [0, ...places.toSorted((a, b) => a - b), raw.length]
    return at.slice(1).map((end, i) => raw.slice(at[i], end))
  })
})

describe('a call', () => {
  it.each(speakers)(
    'law: of %s is not closed because its arguments happen to be JSON (vercel/ai#16838, charmbracelet/fantasy#289)',
    (name, say) => {
      withProvider(name, (provider) => {
        fc.assert(
          fc.property(cutObjects, (pieces) => {
            const machine = andThen(closedToolCallsMachine())(readChunksMachine(provider))
            const [begun, rest] = say(pieces)
            const before = feedMachine(machine)(machine.initial, [begun])
            expect(before.outputs.filter(E.isRight)).toEqual([])
            const after = feedMachine(machine)(before.state, [rest])
            const ended: unknown[] = [...after.outputs]
            machine.end(after.state, (output) => ended.push(output))
            expect(ended).toEqual([E.right(expect.objectContaining({ ...closed('a', 'w', pieces.join('')), key: 0 }))])
          })
        )
      })
    }
  )

  it('is told once, when no fragment of it can come any more (charmbracelet/fantasy#294)', () => {
    const interleaved = [calls(call(0, 'a', 'w', '{}'), call(1, 'b', 'w', '{')), more(' '), more('}', 1)].join('')
    const machine = andThen(closedToolCallsMachine())(readChunksMachine(openAICompatible))
    expect(feedMachine(machine)(machine.initial, [interleaved + finish('tool_calls')]).outputs).toEqual([])
    expect(runMachine(machine)([interleaved + finish('tool_calls') + DONE])).toMatchObject([
      E.right(closed('a', 'w', '{} ')),
      E.right(closed('b', 'w', '{}'))
    ])
  })

  it('law: never loses anything of its arguments while it grows (vercel/ai#15865, assistant-ui/assistant-ui#5524)', () => {
    const snapshots = andThen(accumulateToolCallsMachine())(readChunksMachine(openAICompatible))
    fc.assert(
      fc.property(cutObjects, (pieces) => {
        const seen = runMachine(snapshots)([stream(...inPieces(pieces))])
          .filter(E.isRight)
          .map(({ right }) => (right[0] as ToolCall).arguments) // there is one call from the first snapshot on
        seen.forEach((args, i) => expect(args.startsWith(seen[i - 1] ?? '')).toBe(true))
        expect(seen.at(-1)).toBe(pieces.join(''))
      })
    )
  })

  it('of 100,000 fragments of one character holds none of them twice (vercel/ai#17113, earendil-works/pi#9062)', () => {
    const machine = foldMachine(openAICompatible)
    const begun = feedMachine(machine)(machine.initial, [calls(call(0, 'a', 'w', '"'))]).state
    const sizeAfter = (n: number): number => {
      const { state } = feedMachine(machine)(
        begun,
        Array.from({ length: 10 }, () => more('x').repeat(n / 10))
      )
      expect(state.second.message.choices[0]?.parts).toMatchObject([{ arguments: `"${'x'.repeat(n)}` }])
      return JSON.stringify(state).length
    }
    // Beside the text itself, nothing grows but a few digits of where the stream is.
    expect(sizeAfter(100_000) - sizeAfter(1_000)).toBeLessThan(99_000 + 100)
  })

  it('that was cut goes into no next request (langchain-ai/langchain#39275)', () => {
    const { message } = foldBody(openAICompatible, delta({ content: 'Hi' }) + inPieces([paris]).join(''))
    expect(toAssistantMessage(openAICompatible)(message)).toMatchObject({ _tag: 'Left' })
  })
})
