/**
 * The first Left as an error.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'
import type { OperatorFunction } from 'rxjs'
import { Observable, takeWhile } from 'rxjs'

import { failureError } from '../data/FailureError.ts'
import type { Result } from '../data/Result.ts'

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
    new Observable<A>((subscriber) =>
      source.pipe(takeWhile(() => !subscriber.closed)).subscribe({
        next: (result) => {
          if (E.isRight(result)) subscriber.next(result.right)
          else subscriber.error(failureError(result.left))
        },
        error: (error: unknown) => {
          subscriber.error(error)
        },
        complete: () => {
          subscriber.complete()
        }
      })
    )
