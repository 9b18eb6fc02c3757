import fc from 'fast-check'
import { either as E } from 'fp-ts'
import type * as t from 'io-ts'

import { fold } from '../../lib/async/fold.ts'
import { foldBody } from '../../lib/async/foldBody.ts'
import { azureResponses } from '../../lib/providers/azureResponses.ts'
import { groq, GroqChunk, GroqResponse } from '../../lib/providers/groq.ts'
import { openAICompatible } from '../../lib/providers/openAICompatible.ts'
import { openAIResponses } from '../../lib/providers/openAIResponses.ts'
import { openRouter, OpenRouterChunk, OpenRouterResponse } from '../../lib/providers/openRouter.ts'
import { ChatChunk, ChatResponse } from '../../lib/providers/protocols/openAIChat/codec.ts'
import {
  ResponsesChunk,
  ResponsesItem,
  ResponsesResponse
} from '../../lib/providers/protocols/openAIResponses/codec.ts'
import type { ResponsesState } from '../../lib/providers/protocols/openAIResponses/state.ts'
import { xaiResponses } from '../../lib/providers/xaiResponses.ts'
import { fromCodec } from '../arbitraries/fromCodec.ts'
import { everyKind } from '../fixtures/responses.ts'
import { machineLaws } from '../laws/machine.ts'

/** What a hand may do to JSON without any harm: nulls for fields, unknown fields, other words. */
const loosened = (json: unknown, choose: (n: number) => number): unknown => {
  if (Array.isArray(json)) return json.map((item) => loosened(item, choose))
  if (typeof json !== 'object' || json === null) return json
  const entries = Object.entries(json).flatMap(([key, value]) => {
    const what = choose(8)
    if (what === 0) return []
    if (what === 1) return [[key, null]]
    return [[key, loosened(value, choose)]]
  })
  return { ...Object.fromEntries(entries), [`unknown_${choose(9)}`]: { anything: [choose(9)] } }
}

const chunkCodecs: ReadonlyArray<t.Mixed> = [ChatChunk, OpenRouterChunk, GroqChunk, ResponsesChunk]
const codecs: ReadonlyArray<t.Mixed> = [
  ...chunkCodecs,
  ChatResponse,
  OpenRouterResponse,
  GroqResponse,
  ResponsesResponse
]

describe.each(codecs.map((codec) => [codec.name, codec] as const))('%s', (_name, codec) => {
  it('law: decoding gives back the very value, unknown fields included', () => {
    fc.assert(
      fc.property(fromCodec(codec), (value) => {
        const decoded = codec.decode(value)
        expect(E.isRight(decoded) && decoded.right).toBe(value)
        expect(codec.encode(value)).toEqual(value)
      })
    )
  })

  it('law: is and decode agree, on valid and on other values', () => {
    fc.assert(
      fc.property(fc.oneof(fromCodec(codec), fc.jsonValue(), fc.anything()), (value) => {
        expect(codec.is(value)).toBe(E.isRight(codec.decode(value)))
      })
    )
  })
})

describe.each(chunkCodecs.map((codec) => [codec.name, codec] as const))('%s is open', (_name, codec) => {
  it('law: nulls, absent and unknown fields at any place never make a Left', () => {
    fc.assert(
      fc.property(fromCodec(codec), fc.infiniteStream(fc.nat(1000)), (value, numbers) => {
        const choose = (n: number): number => (numbers.next().value ?? 0) % n
        const loose = loosened(value, choose)
        expect(codec.decode(loose)).toEqual(E.right(loose))
      })
    )
  })
})

const eventOf = (json: unknown): string => `data: ${JSON.stringify(json)}\n\n`

describe.each([openRouter, groq, openAICompatible])('$name', (provider) => {
  const bodiesOf = (maxLength: number): fc.Arbitrary<Uint8Array> =>
    fc
      .array(fromCodec(provider.chunk), { maxLength })
      .map((chunks) => new TextEncoder().encode(`${chunks.map(eventOf).join('')}data: [DONE]\n\n`))

  it('law: whatever its codec describes folds without a failure of ours', () => {
    fc.assert(
      fc.property(bodiesOf(4), (body) => {
        const ours = foldBody(provider, body).failures.filter(
          ({ _tag }) => _tag !== 'ProviderFailure' && _tag !== 'NoEvents'
        )
        expect(ours).toEqual([])
      }),
      { numRuns: 500 }
    )
  })

  it('law: a JSON body that its codec describes folds, too', () => {
    fc.assert(
      fc.property(fromCodec(provider.response), (response) => {
        const { failures, _tag } = foldBody(provider, JSON.stringify(response))
        expect(failures.every((failure) => failure._tag === 'ProviderFailure')).toBe(true)
        expect(_tag).toBe(failures.length === 0 ? 'Complete' : 'Failed')
      }),
      { numRuns: 500 }
    )
  })

  machineLaws(fold(provider), bodiesOf(1), { numRuns: 5, said: (states) => '.'.repeat(states.length) })
})

describe.each([openAIResponses, azureResponses, xaiResponses])('$name', (provider) => {
  const names = ['output_text', 'refusal', 'reasoning_summary_text', 'reasoning_text', 'function_call_arguments']
  const types = [
    ...names.flatMap((name) => [`response.${name}.delta`, `response.${name}.done`]),
    'response.output_item.added',
    'response.output_item.done',
    'response.content_part.done',
    'response.reasoning_summary_part.done',
    'response.output_text.annotation.added',
    'response.in_progress',
    'response.incomplete',
    'response.completed'
  ]
  const kinds = fc.constantFrom(...everyKind.map(({ type }) => type))
  const index = fc.option(fc.nat(2), { nil: undefined })
  const item = fc.oneof(
    fc.constantFrom(...everyKind),
    fc.tuple(fromCodec(ResponsesItem), kinds).map(([one, type]) => ({ ...one, type }))
  )
  const output = fc.array(item, { maxLength: 3 })
  const events = fc
    .tuple(fromCodec(ResponsesChunk), fc.constantFrom(...types), index, index, fc.string(), item, output)
    .map(([chunk, type, output_index, content_index, delta, one, all]) => {
      const response = { ...chunk.response, output: all }
      return { ...chunk, type, output_index, content_index, delta, text: delta, arguments: delta, item: one, response }
    })
  const bodiesOf = (maxLength: number): fc.Arbitrary<Uint8Array> =>
    fc.array(events, { maxLength }).map((chunks) => new TextEncoder().encode(chunks.map(eventOf).join('')))

  it('law: whatever order its events come in, they fold without a failure of ours', () => {
    fc.assert(
      fc.property(bodiesOf(8), (body) => {
        const { failures, message } = foldBody(provider, body)
        expect(failures.filter(({ _tag }) => _tag !== 'ProviderFailure' && _tag !== 'NoEvents')).toEqual([])
        const keys = message.choices.flatMap(({ parts }) => parts.map(({ key }) => key))
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 500 }
    )
  })

  it('law: a response that is over adds nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 6 }), output, (chunks, all) => {
        const before = chunks.filter(({ type }) => type !== 'response.completed' && type !== 'response.incomplete')
        const last = { type: 'response.completed', response: { output: all } }
        const step = (state: ResponsesState, chunk: object): [ResponsesState, number] => {
          let texts = 0
          const next = provider.machine.step(state, chunk, (delta) => {
            if (delta._tag !== 'FinishDelta') texts += 1
          })
          return [next, texts]
        }
        const soFar = before.reduce((state, chunk) => step(state, chunk)[0], provider.machine.initial)
        const [once] = step(soFar, last)
        expect(step(once, last)[1]).toBe(0)
      }),
      { numRuns: 500 }
    )
  })

  it('law: a JSON body that its codec describes folds, too', () => {
    fc.assert(
      fc.property(fromCodec(provider.response), output, (response, all) => {
        const { failures, _tag } = foldBody(provider, JSON.stringify({ ...response, output: all }))
        expect(failures.every((failure) => failure._tag === 'ProviderFailure')).toBe(true)
        expect(_tag).toBe(failures.length === 0 ? 'Complete' : 'Failed')
      }),
      { numRuns: 500 }
    )
  })

  // What is in items is cut in the spec of the machine; here the order of events is what varies.
  const short = fc
    .array(
      fc.record({
        type: fc.constantFrom(...types.slice(0, 10)),
        output_index: index,
        delta: fc.string({ maxLength: 4 })
      }),
      { maxLength: 3 }
    )
    .map((chunks) => new TextEncoder().encode(chunks.map(eventOf).join('')))
  machineLaws(fold(provider), short, { numRuns: 20, said: (states) => '.'.repeat(states.length) })
})
