/**
 * ```ts
 * interface Usage { inputTokens?, outputTokens?, totalTokens?, cacheReadInputTokens?, …, cost?: number; raw?: unknown }
 * ```
 *
 * The tokens and the cost of a response. A field that is missing or `undefined` was not reported, which is never the same as
 * 0. `inputTokens` includes cache reads and writes, `outputTokens` includes reasoning.
 *
 * Laws, for both instances: `concat(empty, u) = u = concat(u, empty)` and
 * `concat(concat(u, v), w) = concat(u, concat(v, w))` (sums of `cost` up to floating-point rounding). If both sides have
 * counts of tokens, and the result has input and output, it has a total.
 *
 * Source: https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/
 *
 * @since 0.1.0
 */
import type { eq, monoid } from 'fp-ts'

import { isEqual } from './isEqual.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The tokens and the cost of a response; a field that is missing was not reported.
 *
 * @category model
 * @since 0.1.0
 */
export interface Usage {
  readonly inputTokens?: number
  readonly outputTokens?: number
  /** The provider's total; otherwise input + output, if both are known. */
  readonly totalTokens?: number
  readonly cacheReadInputTokens?: number
  readonly cacheCreationInputTokens?: number
  readonly reasoningOutputTokens?: number
  /** In the provider's currency, which is US dollars unless its documentation names another. */
  readonly cost?: number
  /** The usage object as the provider sent it; the last one if there were several. */
  readonly raw?: unknown
}

const counts = [
  'inputTokens',
  'outputTokens',
  'totalTokens',
  'cacheReadInputTokens',
  'cacheCreationInputTokens',
  'reasoningOutputTokens',
  'cost'
] as const

type Count = (typeof counts)[number]

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * A count of tokens as a provider sent it; `undefined` unless it is an integer from 0 to 2^53 - 1. (Adding 0 turns -0 into
 * 0, because JSON does not preserve -0.)
 *
 * @internal
 */
export const tokens = (u: unknown): number | undefined => (Number.isSafeInteger(u) ? amount(u) : undefined)

/** @internal */
export const amount = (u: unknown): number | undefined =>
  typeof u === 'number' && Number.isFinite(u) && u >= 0 ? u + 0 : undefined

// There is no sum if input or output is missing, or if the sum is not a safe integer.
const withTotal = (usage: Usage): Usage => {
  const totalTokens = usage.totalTokens ?? tokens(Number(usage.inputTokens) + Number(usage.outputTokens))
  return totalTokens === undefined ? usage : { ...usage, totalTokens }
}

type Draft = { -readonly [K in keyof Usage]: Usage[K] }

/**
 * The usage with these counts, some of which may be missing; without a reported total, it is input + output.
 *
 * @internal
 */
export const fromCounts = (from: { readonly [K in Count]?: number | undefined }, raw: unknown): Usage => {
  const usage: Draft = {}
  for (const key of counts) {
    const value = key === 'cost' ? from.cost : tokens(from[key])
    if (value !== undefined) usage[key] = value
  }
  return withTotal({ ...usage, raw })
}

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const isCounted = ({ inputTokens, outputTokens, totalTokens }: Usage): boolean =>
  (inputTokens ?? outputTokens ?? totalTokens) !== undefined

/** Both, field by field; a field that the second reports counts. */
const merged = (first: Usage, second: Usage): Draft => {
  const usage: Draft = { ...first }
  for (const name in second) {
    const value = second[name as 'raw'] // any field of a usage
    if (value !== undefined) usage[name as 'raw'] = value
  }
  return usage
}

// At the largest count, so that counts stay counts and the order of sums does not matter.
const plus = (a: number, b: number): number => Math.min(a + b, Number.MAX_SAFE_INTEGER)

const totalOf = ({ inputTokens = 0, outputTokens = 0, totalTokens = plus(inputTokens, outputTokens) }: Usage): number =>
  totalTokens

// -------------------------------------------------------------------------------------
// instances
// -------------------------------------------------------------------------------------

/**
 * Within one response: usage is reported as running totals, so the last value of each field counts. A total that is older than
 * the counts is replaced by their sum.
 *
 * @example
 * import { UsageMonoidLatest } from 'deltafold'
 *
 * assert.deepStrictEqual(
 *   UsageMonoidLatest.concat({ inputTokens: 10, outputTokens: 1, totalTokens: 11 }, { outputTokens: 5 }),
 *   { inputTokens: 10, outputTokens: 5, totalTokens: 15 }
 * )
 *
 * @category instances
 * @since 0.1.0
 */
export const UsageMonoidLatest: monoid.Monoid<Usage> = {
  empty: {},
  concat: (first, second) => {
    const usage = merged(first, second)
    if (second.totalTokens !== undefined || !isCounted(first) || !isCounted(second)) return usage
    delete usage.totalTokens
    return withTotal(usage)
  }
}

/**
 * Across responses: each field is the sum of the reported ones; `raw` is the last one. The total is the sum of the totals,
 * where a response without one counts with its input and output.
 *
 * @example
 * import { UsageMonoidSum } from 'deltafold'
 *
 * assert.deepStrictEqual(
 *   UsageMonoidSum.concat({ inputTokens: 10, cost: 0.5 }, { inputTokens: 20, outputTokens: 5 }),
 *   { inputTokens: 30, outputTokens: 5, totalTokens: 35, cost: 0.5 }
 * )
 *
 * @category instances
 * @since 0.1.0
 */
export const UsageMonoidSum: monoid.Monoid<Usage> = {
  empty: {},
  concat: (first, second) => {
    const usage = merged(first, second)
    for (const count of counts) {
      const a = first[count]
      const b = second[count]
      if (a !== undefined && b !== undefined) usage[count] = count === 'cost' ? a + b : plus(a, b)
    }
    const { inputTokens, outputTokens, totalTokens } = usage
    const isTotalled = inputTokens !== undefined && outputTokens !== undefined && isCounted(first) && isCounted(second)
    if (isTotalled || totalTokens !== undefined) usage.totalTokens = plus(totalOf(first), totalOf(second))
    return usage
  }
}

/**
 * Equality of usages by value; `raw` is compared deeply, and a field that is `undefined` equals one that is missing.
 *
 * @example
 * import { UsageEq } from 'deltafold'
 *
 * assert.deepStrictEqual(UsageEq.equals({ inputTokens: 1, raw: { n: 1 } }, { raw: { n: 1 }, inputTokens: 1 }), true)
 * assert.deepStrictEqual(UsageEq.equals({ inputTokens: 0 }, {}), false)
 *
 * @category instances
 * @since 0.1.0
 */
export const UsageEq: eq.Eq<Usage> = { equals: isEqual }
