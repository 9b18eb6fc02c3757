/** The laws of a provider and of its codecs, for values generated from the codecs themselves. */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import type * as t from 'io-ts'

import { asItCame } from '../../lib/codec/asItCame.ts'
import { sseFraming } from '../../lib/machine/framing/frames.ts'
import type { AnyProvider } from '../../lib/protocols/Provider.ts'
import { opened, withFraming } from '../../lib/protocols/Provider.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { fromCodec } from '../arbitraries/fromCodec.ts'
import { machineLaws } from './machine.ts'
import { faultsOfReasons } from './reasons.ts'

/** Harmless changes of JSON: nulls for fields, unknown fields, other words. */
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

export const codecLaws = (codec: t.Mixed): void => {
  it('law: decoding returns the same value, unknown fields included', () => {
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
}

/** For codecs of events: a complete answer may have required fields. */
export const openLaws = (codec: t.Mixed): void => {
  it('law: nulls, missing and unknown fields at any place never cause a Left', () => {
    fc.assert(
      fc.property(fromCodec(codec), fc.infiniteStream(fc.nat(1000)), (value, numbers) => {
        const choose = (n: number): number => (numbers.next().value ?? 0) % n
        const loose = loosened(value, choose)
        expect(E.map(asItCame)(codec.decode(loose))).toEqual(E.right(loose))
      })
    )
  })
}

/** An event of the provider with some JSON, in its framing. */
const eventOf = (framing: string, json: unknown): string =>
  framing === 'ndjson' ? `${JSON.stringify(json)}\n` : `data: ${JSON.stringify(json)}\n\n`

/** `end` ends a stream of the provider. If the framing is binary, its events are sent as server-sent events. */
export const providerLaws = (given: AnyProvider, end: string): void => {
  const { framing } = opened(given)
  const provider = opened(framing.name === 'awsEventStream' ? withFraming(sseFraming)(given) : given)

  const bodiesOf = (maxLength: number): fc.Arbitrary<Uint8Array> =>
    fc
      .array(fromCodec(provider.chunk), { maxLength })
      .map((chunks) => chunks.map((chunk) => eventOf(provider.framing.name, chunk)).join('') + end)
      .map((body) => new TextEncoder().encode(body))

  it('law: every stream that its codec accepts folds without failures other than EndedEarly', () => {
    fc.assert(
      fc.property(bodiesOf(4), (body) => {
        const outcome = foldBody(provider, body)
        // Events may be too empty to show their protocol.
        const theirs = ['ProviderFailure', 'NoEvents', 'EndedEarly', 'NotAStream']
        expect(outcome.failures.filter(({ _tag }) => !theirs.includes(_tag))).toEqual([])
        expect(faultsOfReasons(outcome)).toEqual([])
      }),
      { numRuns: 300 }
    )
  })

  it('law: every JSON body that its codec accepts folds', () => {
    fc.assert(
      fc.property(fromCodec(provider.response), (response) => {
        const outcome = foldBody(provider, JSON.stringify(response, null, 1))
        // An answer without a choice, or one that is still running, is not complete.
        const reason = { Complete: [], Truncated: ['EndedEarly'], Failed: ['ProviderFailure'] }[outcome._tag]
        expect(outcome.failures.map(({ _tag }) => _tag)).toEqual(reason)
      }),
      { numRuns: 300 }
    )
  })

  machineLaws(foldMachine(provider), bodiesOf(1), { numRuns: 5, said: (states) => '.'.repeat(states.length) })
}
