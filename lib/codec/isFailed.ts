import type { either } from 'fp-ts'

import type { Failure } from '../data/Failure.ts'
import type { Result } from '../data/Result.ts'
import { misuse } from './misuse.ts'

/**
 * Whether a result is a Left. Throws a `TypeError` for any other value, such as the value of a Right after `rights()`.
 *
 * @internal
 */
export const isFailed = <A>(result: Result<A>): result is either.Left<Failure> => {
  const tag = (result as Result<A> | null | undefined)?._tag // a program without types gives anything
  if (tag === 'Right') return false
  return tag === 'Left' || misuse('a result must be a Left or a Right', result)
}
