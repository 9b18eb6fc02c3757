import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { WithTimings } from '../reading/timingsMachine.ts'
import { timingsMachine } from '../reading/timingsMachine.ts'
import { throughMachine } from './throughMachine.ts'

async function* timed<A>(source: AsyncIterable<A>, now: () => number) {
  for await (const value of source) yield { at: now(), value }
}

/**
 * `timings` without RxJS: the times of an answer beside its chunks. `now` is the clock, in milliseconds: `performance.now` or
 * `Date.now`. Time begins at the call.
 *
 * - Input → output: chunks → `{ result, timings }` for each.
 * - Held in memory: the times.
 * - Fails, completes: as the source does.
 *
 * @example
 * import { openRouter, readChunksAsync, timingsAsync } from 'deltafold/core'
 *
 * async function* body() {
 *   yield await Promise.resolve('data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n')
 * }
 * let last = 0
 * for await (const { timings } of timingsAsync(Date.now)(readChunksAsync(openRouter)(body()))) last = timings.tokens
 * assert.deepStrictEqual(last, 1)
 *
 * @category folds
 * @since 0.1.0
 */
export const timingsAsync =
  (now: () => number) =>
  <W, R>(source: AsyncIterable<Result<Chunk<W, R>>>): AsyncGenerator<WithTimings<W, R>, void> =>
    throughMachine(timingsMachine<W, R>(now()))(timed(source, now))
