import type { OperatorFunction, SchedulerLike } from 'rxjs'
import { asyncScheduler, defer, map } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { WithTimings } from '../reading/timingsMachine.ts'
import { timingsMachine } from '../reading/timingsMachine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * The times of an answer beside its chunks: to the first event, the first token and the first tool call, the gaps between
 * tokens, and the tokens per second. Time begins at subscription, so put it after `fromRequest`.
 *
 * - Input → output: chunks → `{ result, timings }` for each. Time is measured by `scheduler.now()`.
 * - Held in memory: the times.
 * - Fails: as the source does.
 * - Completes: with the source.
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { openRouter, readChunks, timings } from 'deltafold'
 *
 * of('data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n').pipe(readChunks(openRouter), timings(), toArray())
 *   .subscribe((timed) => {
 *     assert.deepStrictEqual(timed.at(-1)?.timings.tokens, 1)
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const timings =
  <W, R>(scheduler: SchedulerLike = asyncScheduler): OperatorFunction<Result<Chunk<W, R>>, WithTimings<W, R>> =>
  (source) =>
    defer(() => {
      const startedAt = scheduler.now()
      return source.pipe(
        map((value) => ({ at: scheduler.now(), value })),
        fromMachine(timingsMachine<W, R>(startedAt))
      )
    })
