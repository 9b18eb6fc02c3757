import type { OperatorFunction, SchedulerLike } from 'rxjs'
import { asyncScheduler, defer, EMPTY, map, merge, Subject, switchMap, takeUntil, tap, timer } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { CoalesceOptions, Tick } from '../reading/coalesceMachine.ts'
import { coalesceMachine } from '../reading/coalesceMachine.ts'
import { fromMachine } from './fromMachine.ts'

const tick: Tick = { _tag: 'Tick' }

/**
 * Merges chunks to the pace of a consumer, such as a screen: put it directly after `readChunks` or `fromResponse`. It's like
 * `throttleTime` with the first and the last value, but what arrives between is merged instead of dropped, and the end is not
 * delayed.
 *
 * - Input → output: chunks → chunks, whose `wire` is the list of the merged events. The first one is emitted at once, and then
 *   at most one each `ms` milliseconds, of at most `frames` events and about `bytes` of content. A Left, a whole answer and
 *   the terminal are emitted at once, after the chunks that are held. Time is measured by `scheduler`.
 * - Held in memory: the chunks of one output, and a timer.
 * - Fails: as the source does, after the chunks that are held.
 * - Completes: with the source, after the chunks that are held.
 *
 * Law: the outcome, the text and the calls of `coalesce` = those of the source.
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { coalesce, openRouter, readChunks, rights, textFragments } from 'deltafold'
 *
 * const event = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`
 * of(event('a'), event('b'), event('c'))
 *   .pipe(readChunks(openRouter), coalesce({ ms: 50 }), textFragments(), rights(), toArray())
 *   .subscribe((texts) => {
 *     assert.deepStrictEqual(texts, ['a', 'bc'])
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const coalesce =
  <W, R>(
    options: CoalesceOptions,
    scheduler: SchedulerLike = asyncScheduler
  ): OperatorFunction<Result<Chunk<W, R>>, Result<Chunk<ReadonlyArray<W>, R>>> =>
  (source) =>
    defer(() => {
      const { ms } = options
      const machine = coalesceMachine<W, R>(options)
      const emitted = new Subject<void>()
      const over = new Subject<void>()
      const ticks =
        ms === undefined
          ? EMPTY
          : emitted.pipe(
              switchMap(() => timer(ms, scheduler)),
              map(() => tick),
              takeUntil(over)
            )
      const inputs = source.pipe(
        tap({
          complete: () => {
            over.next()
          }
        })
      )
      return merge(ticks, inputs).pipe(
        fromMachine(machine, (state, _error, emit) => {
          machine.end(state, emit)
          return 'error'
        }),
        tap(() => {
          emitted.next()
        })
      )
    })
