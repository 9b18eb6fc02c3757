/** Usages, of any fields. */
import fc from 'fast-check'

import type { Usage } from '../../lib/data/Usage.ts'
import { raw } from './raw.ts'

const MOST = Number.MAX_SAFE_INTEGER

const count = fc.oneof({ arbitrary: fc.nat(1000), weight: 9 }, fc.constantFrom(MOST - 1, MOST))

const fields: { readonly [Field in keyof Required<Usage>]: fc.Arbitrary<Required<Usage>[Field]> } = {
  inputTokens: count,
  outputTokens: count,
  totalTokens: count,
  cacheReadInputTokens: count,
  cacheCreationInputTokens: count,
  reasoningOutputTokens: count,
  // Multiples of a power of two, so that sums of them are exact in any order.
  cost: fc.nat(1000).map((n) => n / 1024),
  raw
}

export const usage: fc.Arbitrary<Usage> = fc.record(fields, { requiredKeys: [], noNullPrototype: true })

const orUndefined = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.option(arbitrary, { nil: undefined })

/** Usages in which any field may be `undefined`, as it may where `exactOptionalPropertyTypes` is off. */
export const looseUsage = fc.record(
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, orUndefined<unknown>(field)])),
  { requiredKeys: [], noNullPrototype: true }
) as fc.Arbitrary<Usage>
