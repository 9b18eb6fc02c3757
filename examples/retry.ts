/**
 * Retries. `streamWithRetry` asks again where an answer fails before its first delta (a 429, a 502), and never after it:
 * what was shown cannot be taken back. `outcomeWithRetry` shows nothing before the end, so it asks again where an answer
 * was cut short, too.
 */
import type { Chunk, Outcome, Result, RetryOptions } from 'deltafold'
import { collectMessage, failureError, isFailureError, isRetryable, retryDelay, transportFailure } from 'deltafold'
import { either as E, option as O } from 'fp-ts'
import type { Observable, RetryConfig } from 'rxjs'
import { defer, map, retry, tap, throwError, timer } from 'rxjs'

/** When `retry` asks again: as `retryDelay` says, and not at all where that cannot help. */
export const retrying = (count: number, options?: RetryOptions): RetryConfig => ({
  count,
  delay: (error: unknown, retries) => {
    const next = retryDelay({ ...options, attempt: retries - 1, random: Math.random() })
    const delay = isFailureError(error) ? next(error.failure) : O.none
    return O.isSome(delay) ? timer(delay.value) : throwError(() => error)
  }
})

/** Failures before the first delta become errors, which `retry` sees; later ones stay what they are. */
const failEarly = (chunks: Observable<Result<Chunk>>): Observable<Result<Chunk>> =>
  defer(() => {
    let begun = false
    return chunks.pipe(
      tap((result) => {
        if (E.isRight(result)) begun ||= result.right.deltas.length > 0
        else if (!begun && isRetryable(result.left)) throw failureError(result.left)
      })
    )
  })

export const streamWithRetry = (
  chunks: Observable<Result<Chunk>>,
  count: number,
  options?: RetryOptions
): Observable<Result<Chunk>> => chunks.pipe(failEarly, retry(retrying(count, options)))

/** An answer that ended early without a word says as much as a broken connection. */
const completeOrThrow = (outcome: Outcome): Outcome => {
  const mendable = outcome.failures.find(isRetryable)
  if (outcome._tag === 'Complete' || (outcome._tag === 'Failed' && mendable === undefined)) return outcome
  throw failureError(mendable ?? transportFailure(undefined, { atByte: 0, atEvent: 0 }))
}

export const outcomeWithRetry = (
  chunks: Observable<Result<Chunk>>,
  count: number,
  options?: RetryOptions
): Observable<Outcome> => chunks.pipe(collectMessage(), map(completeOrThrow), retry(retrying(count, options)))
