import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { CoalesceOptions } from '../reading/coalesceMachine.ts'
import { coalesceMachine } from '../reading/coalesceMachine.ts'
import { openSource } from './openSource.ts'

const tick = { _tag: 'Tick' } as const

/**
 * `coalesce` without RxJS and without a clock: while the consumer is busy, the chunks that arrive are merged, so the pace is
 * that of the loop's body.
 *
 * - Input → output: chunks → chunks, whose `wire` is the list of the merged events.
 * - Held in memory: the chunks since the last `next()`. With `frames` or `bytes`, an output ends where a limit is reached.
 * - Fails: as the source does, after the chunks that arrived before.
 * - Completes: with the source. When the consumer stops, the source's `return()` is called.
 *
 * Law: the outcome is that of the source.
 *
 * @example
 * import { coalesceAsync, openRouter, readChunksAsync } from 'deltafold/core'
 *
 * const event = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`
 * async function* body() {
 *   yield await Promise.resolve(event('a') + event('b') + event('c'))
 * }
 * let text = ''
 * for await (const result of coalesceAsync()(readChunksAsync(openRouter)(body()))) {
 *   if (result._tag === 'Right') for (const delta of result.right.deltas) text += delta._tag === 'TextDelta' ? delta.text : ''
 * }
 * assert.deepStrictEqual(text, 'abc')
 *
 * @category folds
 * @since 0.1.0
 */
export const coalesceAsync = (options: Omit<CoalesceOptions, 'ms'> = {}) =>
  async function* <W, R>(
    source: AsyncIterable<Result<Chunk<W, R>>>
  ): AsyncGenerator<Result<Chunk<ReadonlyArray<W>, R>>, void> {
    const machine = coalesceMachine<W, R>(options)
    const values = openSource(source)
    const at = { state: machine.initial, isOver: false }
    let ready: Result<Chunk<ReadonlyArray<W>, R>>[] = []
    let wake = (): void => undefined
    const emit = (output: (typeof ready)[number]): void => {
      ready.push(output)
    }
    const read = async (): Promise<void> => {
      try {
        for (let next = await values.next(); next.done !== true && !at.isOver; next = await values.next()) {
          at.state = machine.step(at.state, next.value, emit)
          wake()
        }
      } finally {
        at.isOver = true
        machine.end(at.state, emit)
        wake()
      }
    }
    const reading = read()
    // The error is thrown below, after the chunks.
    reading.catch(() => undefined)
    try {
      while (!at.isOver || ready.length > 0) {
        // The consumer is ready: what is held is due, and otherwise the next chunk is emitted at once.
        if (!at.isOver && ready.length === 0) at.state = machine.step(at.state, tick, emit)
        if (ready.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
        const outputs = ready
        ready = []
        yield* outputs
      }
      await reading
    } finally {
      at.isOver = true
      // Not awaited: a source that is waiting would delay the end.
      void values.close()
    }
  }
