import fc from 'fast-check'
import { either as E } from 'fp-ts'
import type * as t from 'io-ts'

import { fold } from '../../lib/async/fold.ts'
import { foldBody } from '../../lib/async/foldBody.ts'
import { google } from '../../lib/providers/google.ts'
import { groq, GroqChunk, GroqResponse } from '../../lib/providers/groq.ts'
import { openAICompatible } from '../../lib/providers/openAICompatible.ts'
import { openRouter, OpenRouterChunk, OpenRouterResponse } from '../../lib/providers/openRouter.ts'
import { GoogleChunk, GoogleResponse } from '../../lib/providers/protocols/googleGenerate/codec.ts'
import { OllamaChunk, OllamaResponse } from '../../lib/providers/protocols/ollamaChat/codec.ts'
import { ChatChunk, ChatResponse } from '../../lib/providers/protocols/openAIChat/codec.ts'
import type { Provider } from '../../lib/providers/Provider.ts'
import { fromCodec } from '../arbitraries/fromCodec.ts'
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

const chunkCodecs: ReadonlyArray<t.Mixed> = [ChatChunk, OpenRouterChunk, GroqChunk, GoogleChunk, OllamaChunk]
const codecs: ReadonlyArray<t.Mixed> = [
  ...chunkCodecs,
  ChatResponse,
  OpenRouterResponse,
  GroqResponse,
  GoogleResponse,
  OllamaResponse
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

const laws = <W, R, S>(provider: Provider<W, R, S>): void => {
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
}

describe('openrouter', () => laws(openRouter))
describe('groq', () => laws(groq))
describe('openai-compatible', () => laws(openAICompatible))
describe('google', () => laws(google))
