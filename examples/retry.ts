/**
 * Retries. `streamWithRetry` asks again where an answer fails before its first delta (a 429, a 502, a refused connection),
 * and never after it: what was shown cannot be taken back. `outcomeWithRetry` shows nothing before the end, so it asks again
 * where an answer was cut short, too. Neither asks again after the user's own stop.
 */
import type { Chunk, Outcome, Result, RetryOptions } from 'deltafold'
import { collectMessage, failureError, isFailureError, isRetryable, outcomeReason, retryDelay } from 'deltafold'
import { either as E, option as O } from 'fp-ts'
import type { Observable, RetryConfig } from 'rxjs'
import { concatMap, defer, of, retry, tap, throwError, timer } from 'rxjs'

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

/** The outcome of the last try. */
export const outcomeWithRetry = (
  chunks: Observable<Result<Chunk>>,
  count: number,
  options?: RetryOptions,
  tries = 0
): Observable<Outcome> =>
  chunks.pipe(
    collectMessage(),
    concatMap((outcome) => {
      const reason = outcomeReason(outcome)
      const attempt = { attempt: tries, random: Math.random(), ...options }
      const delay = reason && tries < count ? retryDelay(attempt)(reason) : O.none
      return O.isNone(delay)
        ? of(outcome)
        : timer(delay.value).pipe(concatMap(() => outcomeWithRetry(chunks, count, options, tries + 1)))
    })
  )
