import type { MonoTypeOperatorFunction, SchedulerLike } from 'rxjs'
import { catchError, defer, filter, ignoreElements, map, of, tap, throwError } from 'rxjs'

import { failureOf, isFailureError } from '../codec/FailureError.ts'
import { isFailed } from '../codec/isFailed.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Delta } from '../data/Delta.ts'
import type { Position } from '../data/Failure.ts'
import { isEmptyPart, kindOf } from '../data/Part.ts'
import type { Result } from '../data/Result.ts'
import { left } from '../data/Result.ts'
import { fanOut } from './fanOut.ts'
import { notSilent } from './idleTimeout.ts'

// Chunks that only keep the connection alive repeat metadata and usage, or add an empty text.
const isNew = (delta: Delta): boolean => {
  switch (delta._tag) {
    case 'FinishDelta':
    case 'ToolCallEnd':
      return true
    case 'ResponseMetadata':
    case 'UsageDelta':
    case 'ExtraDelta':
    case 'RepairDelta':
      return false
  }
  return !isEmptyPart(kindOf(delta).toPart(delta))
}

const isContent = (result: Result<Chunk>): boolean => !isFailed(result) && result.right.deltas.some(isNew)

/**
 * Limits the milliseconds before the first chunk that adds to the answer, and between two such chunks. Comments, Lefts,
 * and chunks with nothing but empty fragments, usage, or the response's id and model do not count, so a stream ends
 * whose server keeps the connection alive while the model is stuck.
 *
 * - Input → output: chunks → the same chunks. Time is measured by `scheduler`, by default `asyncScheduler`.
 * - Held in memory: a timer, and chunks that arrive while one is delivered.
 * - Fails: after that long without new content, emits a Left `IdleTimeout` and completes. Errors as the source does.
 * - Completes: with the source. `Infinity`, values not above 0 and values above 2147483647 mean no limit.
 *
 * @example
 * import { interval, lastValueFrom, map } from 'rxjs'
 * import { collectMessage, contentTimeout, openRouter, readChunks } from 'deltafold'
 *
 * const alive = interval(5).pipe(map(() => ': OPENROUTER PROCESSING\n\n'))
 * const { _tag, failures } = await lastValueFrom(
 *   alive.pipe(readChunks(openRouter), contentTimeout(20), collectMessage())
 * )
 * assert.deepStrictEqual([_tag, failures.map((failure) => failure._tag)], ['Truncated', ['IdleTimeout']])
 *
 * @category operators
 * @since 0.1.0
 */
export const contentTimeout =
  <W, R>(milliseconds: number, scheduler?: SchedulerLike): MonoTypeOperatorFunction<Result<Chunk<W, R>>> =>
  (source) =>
    defer(() => {
      let last: Position = { atByte: 0, atEvent: 0 }
      return source.pipe(
        fanOut<Result<Chunk<W, R>>, { readonly all: Result<Chunk<W, R>>; readonly content: never }>({
          all: tap((result) => {
            if (!isFailed(result)) last = result.right
          }),
          // It is second, so that the time that an observer takes does not count.
          content: (results) => results.pipe(filter(isContent), notSilent(milliseconds, scheduler), ignoreElements())
        }),
        map(({ value }) => value),
        catchError((error: unknown) =>
          isFailureError(error) ? of(left(failureOf(error, last))) : throwError(() => error)
        )
      )
    })
