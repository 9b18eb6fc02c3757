import type { ErrorNotification, NextNotification, OperatorFunction } from 'rxjs'
import { dematerialize, map } from 'rxjs'

import { failureError } from '../codec/FailureError.ts'
import type { Result } from '../data/Result.ts'
import { isRight } from '../data/Result.ts'

const toNotification = <A>(result: Result<A>): NextNotification<A> | ErrorNotification =>
  isRight(result) ? { kind: 'N', value: result.right } : { kind: 'E', error: failureError(result.left) }

/**
 * Emits the values of the Rights, and errors at the first Left: with a `FailureError`, whose `failure` it is. An answer that
 * was cut is a Left (`EndedEarly`), so it never completes as a whole one does.
 *
 * - Input → output: results → the values of the Rights.
 * - Held in memory: nothing.
 * - Fails: at the first Left, unsubscribing from the source, and as the source does. Also at the failure of a single event,
 *   behind which the answer would go on.
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
