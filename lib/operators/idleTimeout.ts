import type { MonoTypeOperatorFunction, SchedulerLike } from 'rxjs'
import { asyncScheduler, filter, identity, pipe, throwError, timeout } from 'rxjs'

import { failureError } from '../codec/FailureError.ts'
import { idleTimeout as tooSilent } from '../data/Failure.ts'
import { checkPiece } from '../machine/framing/checkPiece.ts'
import type { Piece } from '../machine/framing/utf8.ts'

// A timer that is asked for more fires at once.
const LONGEST = 2 ** 31 - 1

/**
 * Errors where nothing comes for so many milliseconds. Where no timer can measure them, there is no limit.
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
 * Limits the silence before the first piece of a body and between two. It stands before the framing, so everything the
 * server sends counts, comments that keep the connection alive, too; `contentTimeout` counts the answer only.
 *
 * - Input → output: pieces of a body → the same pieces, without empty ones. Time is measured by `scheduler`, by default
 *   `asyncScheduler`.
 * - Held in memory: a timer.
 * - Fails: where no byte came for that long, with a `FailureError` of an `IdleTimeout`, unsubscribing from the source:
 *   `readChunks` and `decodeChunk` make a Left of it, at the place of the last event. As the source does.
 * - Completes: with the source. `Infinity`, what is not above 0, and more than 2147483647 are no limit.
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
