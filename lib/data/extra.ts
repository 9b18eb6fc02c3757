/**
 * What else a provider said of a part.
 *
 * @since 0.1.0
 */
import type { Extra } from './Delta.ts'

/**
 * A part with what its fragments said beside it; the last value of each name counts.
 *
 * @internal
 */
export const withExtra = <A extends object>(part: A, first: Extra | undefined, second?: Extra): A => {
  if (first === undefined && second === undefined) return part
  return { ...part, extra: first === undefined || second === undefined ? (first ?? second) : { ...first, ...second } }
}
