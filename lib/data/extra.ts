/**
 * What else a provider said of a part.
 *
 * @since 0.1.0
 */
import type { Extra } from './Delta.ts'

/**
 * What two fragments said beside a part; the last value of each name counts.
 *
 * @internal
 */
export const joinExtra = (first: Extra | undefined, second: Extra | undefined): Extra | undefined =>
  first === undefined || second === undefined ? (first ?? second) : { ...first, ...second }

/**
 * A part with what its fragments said beside it.
 *
 * @internal
 */
export const withExtra = <A extends object>(part: A, first: Extra | undefined, second?: Extra): A => {
  const extra = joinExtra(first, second)
  return extra === undefined ? part : { ...part, extra }
}
