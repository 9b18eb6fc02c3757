import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { CoalesceOptions } from '../reading/coalesceMachine.ts'
import { coalesceMachine } from '../reading/coalesceMachine.ts'

const tick = { _tag: 'Tick' } as const

const closed = async (values: AsyncIterator<unknown>): Promise<void> => {
  try {
    await values.return?.()
  } catch {
    // It counts as closed.
  }
}

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
    const values = source[Symbol.asyncIterator]()
    let state = machine.initial
    let ready: Result<Chunk<ReadonlyArray<W>, R>>[] = []
    let isOver = false
    let thrown: { readonly error: unknown } | undefined
    let wake = (): void => undefined
    const emit = (output: (typeof ready)[number]): void => {
      ready.push(output)
    }
    const read = async (): Promise<void> => {
      try {
        while (!isOver) {
          const { done, value } = await values.next()
          if (done === true) break
          state = machine.step(state, value, emit)
          wake()
        }
      } catch (error) {
        thrown = { error }
      }
      isOver = true
      machine.end(state, emit)
      wake()
    }
    void read()
    try {
      for (;;) {
        // The consumer is ready: what is held is due, and the next chunk is emitted at once.
        if (!isOver && ready.length === 0) state = machine.step(state, tick, emit)
        const outputs = ready
        ready = []
        yield* outputs
        if (isOver && ready.length === 0) break
        if (outputs.length === 0 && ready.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      }
      if (thrown !== undefined) throw thrown.error
    } finally {
      // Not awaited: a source that is waiting would delay the end.
      if (!isOver) void closed(values)
      isOver = true
    }
  }
