import type { ErrorNotification, NextNotification, OperatorFunction } from 'rxjs'
import { dematerialize, map } from 'rxjs'

import { failureError } from '../codec/FailureError.ts'
import { isFailed } from '../codec/isFailed.ts'
import type { Result } from '../data/Result.ts'

const toNotification = <A>(result: Result<A>): NextNotification<A> | ErrorNotification =>
  isFailed(result) ? { kind: 'E', error: failureError(result.left) } : { kind: 'N', value: result.right }

/**
 * Emits the values of the Rights, and errors at the first Left with a `FailureError` that carries its failure. A cut
 * answer ends with a Left (`EndedEarly`), so it errors instead of completing.
 *
 * - Input → output: results → the values of the Rights.
 * - Held in memory: nothing.
 * - Fails: as the source does, and at the first Left, unsubscribing from the source, even if it is the failure of a
 *   single event after which the answer would go on.
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
