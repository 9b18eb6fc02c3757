/**
 * The first Left as an error.
 *
 * @since 0.1.0
 */
import type { ErrorNotification, NextNotification, OperatorFunction } from 'rxjs'
import { dematerialize, map } from 'rxjs'

import { failureError } from '../codec/FailureError.ts'
import type { Result } from '../data/Result.ts'
import { isRight } from '../data/Result.ts'

const toNotification = <A>(result: Result<A>): NextNotification<A> | ErrorNotification =>
  isRight(result) ? { kind: 'N', value: result.right } : { kind: 'E', error: failureError(result.left) }

/**
 * Takes the Rights out of their boxes, and turns the first Left into an error: a `FailureError`, which carries it as
 * `failure`.
 *
 * - Input → output: results → what the Rights hold.
 * - Held in memory: nothing.
 * - Fails: at the first Left, unsubscribing from the source, and as the source does.
 * - Completes: with the source.
 *
 * @example
 * import { of } from 'rxjs'
 * import { isFailureError, openRouter, orThrow, readChunks } from 'deltafold'
 *
 * of('data: {"error":{"message":"overloaded","code":502}}\n\n').pipe(readChunks(openRouter), orThrow()).subscribe({
 *   error: (error: unknown) => {
 *     assert.deepStrictEqual(isFailureError(error) && error.failure._tag, 'ProviderFailure')
 *   }
 * })
 *
 * @category operators
 * @since 0.1.0
 */
export const orThrow =
  <A>(): OperatorFunction<Result<A>, A> =>
  (source) =>
    source.pipe(map(toNotification), dematerialize())
