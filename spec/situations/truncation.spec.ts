import { readCassettes } from '../../examples/replay/cassettes.ts'
import { transportFailure } from '../../lib/codec/transportFailure.ts'
import type { Chunk } from '../../lib/data/Chunk.ts'
import { aborted, idleTimeout } from '../../lib/data/Failure.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import { isOutcome } from '../../lib/data/MessageState.ts'
import type { Result } from '../../lib/data/Result.ts'
import { feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import { accumulateMessageMachine } from '../../lib/reading/accumulateMessageMachine.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import type { BodyOptions } from '../../lib/reading/readChunksMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { answers } from '../fixtures/answers.ts'
import { exported, withProvider } from '../fixtures/providers.ts'
import { faultsOfReasons } from '../laws/reasons.ts'
import { terminalOf, truncations, wholeLengths } from '../laws/truncation.ts'

/** Where the whole JSON of a body ends. */
const endOfJson = (body: Uint8Array): number => body.lastIndexOf('}'.charCodeAt(0)) + 1

describe('a stream that is cut at any byte', () => {
  it.each(answers)(
    'law: $provider: is not whole, and says nothing that the whole one does not',
    ({ provider, stream: body }) => {
      withProvider(provider, (one) => {
        const wholeAt = terminalOf(one, body)
        const { prefixes, complete, faults } = truncations(one, body, wholeAt)
        expect(faults).toEqual([])
        expect(prefixes).toBe(body.length + 1)
        expect(complete).toEqual(wholeLengths(one, body, wholeAt))
      })
    }
  )
})

describe('an answer of a cassette that is cut at any byte', () => {
  const answers = readCassettes().flatMap(({ name, interactions }) =>
    interactions
      .filter(({ answer: { status } }) => status === 200)
      .map(({ answer }, i) => [`${name}, ${i}`, name.startsWith('groq') ? 'groq' : 'openrouter', answer] as const)
  )

  it.each(answers)('law: %s', (_, provider, { body, status, contentType }) => {
    const isStream = contentType.includes('event-stream')
    withProvider(provider, (one) => {
      const wholeAt = isStream ? terminalOf(one, body) : endOfJson(body)
      const { prefixes, complete, faults } = truncations(one, body, wholeAt, { status, contentType })
      expect(faults).toEqual([])
      expect(prefixes).toBe(body.length + 1)
      expect(complete).toEqual(wholeLengths(one, body, wholeAt))
    })
  })
})

describe('an outcome', () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

  it.each(answers)('law: $provider: of a JSON body that is cut at any byte has one reason', ({ provider, json }) => {
    withProvider(provider, (one) => {
      const body = encode(json)
      const { faults, prefixes } = truncations(one, body, endOfJson(body))
      expect(faults).toEqual([])
      expect(prefixes).toBe(body.length + 1)
    })
  })

  const heads: ReadonlyArray<readonly [string, string, BodyOptions]> = [
    ['an error body', '{"error":{"message":"slow down"}}', { status: 429 }],
    ['a page with an error status', '<html></html>', { status: 502 }],
    ['a page', '<html></html>', {}],
    ['an error', '{"error":{"message":"m"}}', {}],
    ['an error, then the end of a stream', '{"error":{"message":"m"}}\n\ndata: [DONE]\n\n', {}],
    ['malformed JSON', '{"a":1,}', {}],
    ['JSON of another kind', '{"hello":[1]}', {}],
    ['several JSON texts', '{"hello":[1]}{"hello":[1]}', {}],
    ['comments', ': a\n\n: b\n\n', {}],
    ['blanks', ' \n\n', {}],
    ['words', 'upstream connect error', {}],
    ['a bad event', 'data: {bad\n\n', {}],
    ['an error event', 'event: error\ndata: {"error":"m"}\n\n', {}],
    ['an empty event', 'data:\n\n', {}],
    ['the sentinel alone', 'data: [DONE]\n\n', {}],
    ['a line too long', `data: ${'x'.repeat(80)}`, { limits: limitsOf({ line: 40 }) }],
    ['too many failures', 'data: {bad\n\n'.repeat(3), { limits: limitsOf({ failures: 1 }) }],
    ['JSON too deep', `data: ${'['.repeat(9)}`, { limits: limitsOf({ depth: 3 }) }],
    ['a body too large', `{"a":"${'x'.repeat(80)}"}`, { limits: limitsOf({ message: 40 }) }]
  ]

  it.each(exported.map(([, { name }]) => name))('law: %s: of anything, cut at any byte, has one reason', (name) => {
    withProvider(name, (provider) => {
      for (const [title, text, options] of heads) {
        const body = encode(text)
        const machine = foldMachine(provider, options)
        for (let k = 0; k <= body.length; k++) {
          const [outcome] = runMachine(machine)([body.subarray(0, k)]).filter(isOutcome)
          expect([title, k, outcome && faultsOfReasons(outcome)]).toEqual([title, k, []])
        }
        // The source may break, fall silent or be left at the same places.
        const chunks = readChunksMachine(provider, options)
        for (const failure of [transportFailure.bind(null, undefined), idleTimeout.bind(null, 1), aborted]) {
          const said: Array<Result<Chunk>> = []
          const { state } = feedMachine(chunks)(chunks.initial, [body])
          chunks.interrupted(state, failure, (result) => said.push(result))
          const outcome = runMachine(accumulateMessageMachine)(said).find(isOutcome)
          expect([title, outcome && faultsOfReasons(outcome)]).toEqual([title, []])
        }
      }
    })
  })

  it.each(answers)(
    'law: $provider: of a stream that passes a limit has one reason, wherever it ends',
    ({ provider, stream }) => {
      withProvider(provider, (one) => {
        for (const some of [{ events: 2 }, { message: 8 }, { line: 60 }, { event: 60 }, { parts: 1 }, { calls: 1 }]) {
          for (let k = 0; k <= stream.length; k += 1 + Math.floor(stream.length / 12)) {
            const outcome = foldBody(one, stream.subarray(0, k), { limits: limitsOf(some) })
            expect([some, k, faultsOfReasons(outcome)]).toEqual([some, k, []])
          }
        }
      })
    }
  )
})
