/**
 * A limit to the silence between the pieces of a body.
 *
 * @since 0.1.0
 */
import type { MonoTypeOperatorFunction } from 'rxjs'
import { filter, identity, pipe, throwError, timeout } from 'rxjs'

import { failureError } from '../codec/FailureError.ts'
import { idleTimeout as tooSilent } from '../data/Failure.ts'
import type { Piece } from '../machine/framing/utf8.ts'

// A timer that is asked for more fires at once.
const LONGEST = 2 ** 31 - 1

/**
 * An error where nothing comes for so long. Where no timer can measure it, there is no limit.
 *
 * @internal
 */
export const notSilent = <A>(milliseconds: number): MonoTypeOperatorFunction<A> =>
  milliseconds > 0 && milliseconds <= LONGEST
    ? timeout({
        each: milliseconds,
        with: () => throwError(() => failureError(tooSilent(milliseconds, { atByte: 0, atEvent: 0 })))
      })
    : identity

/**
 * Waits so many milliseconds for the first piece and for each one after it, not longer. It stands before the framing, so
 * that whatever the server sends counts, comments that keep the connection alive, too; `contentTimeout` counts the answer only.
 *
 * - Input → output: pieces of a body → the same pieces, without empty ones.
 * - Held in memory: a timer.
 * - Fails: where no byte came for that long, with a `FailureError` of an `IdleTimeout`, unsubscribing from the source: after
 *   `accumulateMessage` the outcome is `Truncated`. Its place is known there only; before that it is 0. As the source does.
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
export const idleTimeout = (milliseconds: number): MonoTypeOperatorFunction<Piece> =>
  pipe(
    filter<Piece>(({ length }) => length !== 0),
    notSilent(milliseconds)
  )
