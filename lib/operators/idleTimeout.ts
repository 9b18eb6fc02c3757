import type { MonoTypeOperatorFunction, SchedulerLike } from 'rxjs'
import { asyncScheduler, filter, identity, pipe, throwError, timeout } from 'rxjs'

import { failureError } from '../codec/FailureError.ts'
import { idleTimeout as tooSilent } from '../data/Failure.ts'
import { checkPiece } from '../machine/framing/checkPiece.ts'
import type { Piece } from '../machine/framing/utf8.ts'

// A timer with a longer delay fires at once.
const LONGEST = 2 ** 31 - 1

/**
 * Errors after that many milliseconds without a value. There is no limit if no timer can measure the time.
 *
 * @internal
 */
export const notSilent = <A>(
  milliseconds: number,
  scheduler: SchedulerLike = asyncScheduler
): MonoTypeOperatorFunction<A> =>
  milliseconds > 0 && milliseconds <= LONGEST
    ? timeout({
        each: milliseconds,
        scheduler,
        with: () => throwError(() => failureError(tooSilent(milliseconds, { atByte: 0, atEvent: 0 })))
      })
    : identity

/**
 * Limits the milliseconds before the first piece of a body and between two. It runs before the framing, so everything
 * the server sends counts, including keep-alive comments; `contentTimeout` counts only the answer.
 *
 * - Input → output: pieces of a body → the same pieces, without empty ones. Time is measured by `scheduler`, by default
 *   `asyncScheduler`.
 * - Held in memory: a timer.
 * - Fails: as the source does, and after that long without a byte with a `FailureError` of an `IdleTimeout`,
 *   unsubscribing from the source; `readChunks` and `decodeChunk` turn it into a Left with the position of the last
 *   event.
 * - Completes: with the source. `Infinity`, values not above 0 and values above 2147483647 mean no limit.
 *
 * @example
 * import { lastValueFrom, NEVER, startWith } from 'rxjs'
 * import { collectMessage, idleTimeout, openRouter, readChunks, messageText } from 'deltafold'
 *
 * const stalled = NEVER.pipe(startWith('data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n'))
 * const { _tag, message, failures } = await lastValueFrom(
 *   stalled.pipe(idleTimeout(20), readChunks(openRouter), collectMessage())
 * )
 * assert.deepStrictEqual([_tag, messageText(message), failures.map((failure) => failure._tag)], ['Truncated', 'Hi', ['IdleTimeout']])
 *
 * @category operators
 * @since 0.1.0
 */
export const idleTimeout = <A extends Piece>(
  milliseconds: number,
  scheduler?: SchedulerLike
): MonoTypeOperatorFunction<A> =>
  pipe(
    filter<A>((piece) => {
      checkPiece(piece)
      return piece.length !== 0
    }),
    notSilent(milliseconds, scheduler)
  )
