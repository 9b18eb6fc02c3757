/**
 * ```ts
 * interface Usage { inputTokens?, outputTokens?, totalTokens?, cacheReadInputTokens?, …, cost?: number; raw?: unknown }
 * ```
 *
 * What a response cost. A field that is absent was not reported, which is never the same as 0. `inputTokens` includes
 * cache reads and writes, `outputTokens` includes reasoning.
 *
 * Where input and output are known, so is the total. Laws, for both instances: `concat(empty, u) = u = concat(u, empty)` and
 * `concat(concat(u, v), w) = concat(u, concat(v, w))` (sums of `cost` as far as floating point allows).
 *
 * Source: https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/
 *
 * @since 0.1.0
 */
import type { monoid } from 'fp-ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * @category model
 * @since 0.1.0
 */
export interface Usage {
  readonly inputTokens?: number
  readonly outputTokens?: number
  /** The wire's total; else input + output, when both are known. */
  readonly totalTokens?: number
  readonly cacheReadInputTokens?: number
  readonly cacheCreationInputTokens?: number
  readonly reasoningOutputTokens?: number
  /** In the provider's currency, which is US dollars where a provider says so. */
  readonly cost?: number
  /** The usage object as the provider sent it, the last one where there were several. */
  readonly raw?: unknown
}

type Count = Exclude<keyof Usage, 'raw'>

const counts: ReadonlyArray<Count> = [
  'inputTokens',
  'outputTokens',
  'totalTokens',
  'cacheReadInputTokens',
  'cacheCreationInputTokens',
  'reasoningOutputTokens',
  'cost'
]

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * A count of tokens as a provider sent it. What is no integer from 0 to 2^53 - 1 was not reported. (Adding 0 makes 0 of
 * -0, which JSON could not tell from it.)
 *
 * @internal
 */
export const tokens = (u: unknown): number | undefined =>
  typeof u === 'number' && Number.isSafeInteger(u) && u >= 0 ? u + 0 : undefined

/** @internal */
export const amount = (u: unknown): number | undefined =>
  typeof u === 'number' && Number.isFinite(u) && u >= 0 ? u + 0 : undefined

const isCounted = ({ inputTokens, outputTokens }: Usage): boolean =>
  inputTokens !== undefined || outputTokens !== undefined

// A sum that is no safe integer is no count.
const withTotal = (usage: Usage): Usage => {
  const { inputTokens, outputTokens } = usage
  const totalTokens =
    inputTokens === undefined || outputTokens === undefined ? undefined : tokens(inputTokens + outputTokens)
  return totalTokens === undefined ? usage : { ...usage, totalTokens }
}

/**
 * Leaves out what was not reported.
 *
 * @internal
 */
export const fromCounts = (from: { readonly [K in Count]?: number | undefined }, raw: unknown): Usage => {
  const usage: { [K in Count]?: number } & { raw?: unknown } = {}
  for (const key of counts) {
    const value = key === 'cost' ? from.cost : tokens(from[key])
    if (value !== undefined) usage[key] = value
  }
  const counted: Usage = { ...usage, raw }
  return counted.totalTokens === undefined ? withTotal(counted) : counted
}

// -------------------------------------------------------------------------------------
// instances
// -------------------------------------------------------------------------------------

/**
 * Within one response: usage comes as running totals, so the last value of each field counts. A total that is older than
 * the counts is the sum of the counts.
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
    const { totalTokens, ...usage } = { ...first, ...second }
    if (second.totalTokens === undefined && isCounted(second)) return withTotal(usage)
    return totalTokens === undefined ? usage : { ...usage, totalTokens }
  }
}

/**
 * Across responses: each field is the sum of what was reported; `raw` is the last one.
 *
 * @example
 * import { UsageMonoidSum } from 'deltafold'
 *
 * assert.deepStrictEqual(
 *   UsageMonoidSum.concat({ inputTokens: 10, cost: 0.5 }, { inputTokens: 20, outputTokens: 5 }),
 *   { inputTokens: 30, outputTokens: 5, cost: 0.5 }
 * )
 *
 * @category instances
 * @since 0.1.0
 */
export const UsageMonoidSum: monoid.Monoid<Usage> = {
  empty: {},
  concat: (first, second) => {
    const sum: { [K in Count]?: number } & { raw?: unknown } = { ...first, ...second }
    for (const key of counts) {
      const a = first[key]
      const b = second[key]
      if (a !== undefined && b !== undefined) sum[key] = a + b
    }
    return sum
  }
}
