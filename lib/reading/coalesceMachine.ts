import { isFailed } from '../codec/isFailed.ts'
import type { Chunk, StreamChunk } from '../data/Chunk.ts'
import type { Delta } from '../data/Delta.ts'
import { joinDeltas } from '../data/joinDeltas.ts'
import { kindOf } from '../data/Part.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import type { Emit, Machine } from '../machine/Machine.ts'

/**
 * The pace of `coalesce`. Chunks are held until one of the limits is reached.
 *
 * @category model
 * @since 0.1.0
 */
export interface CoalesceOptions {
  /** Milliseconds between two chunks. With 0 and `animationFrameScheduler`: one chunk for each frame of a screen. */
  readonly ms?: number
  /** Most events in one chunk. Default 256. */
  readonly frames?: number
  /** Most content in one chunk, in UTF-16 code units as `limits.message` counts them. */
  readonly bytes?: number
}

/**
 * The input of `coalesceMachine` when `ms` milliseconds have passed since its last output.
 *
 * @category model
 * @since 0.1.0
 */
export interface Tick {
  readonly _tag: 'Tick'
}

/**
 * The chunks that are held.
 *
 * @category model
 * @since 0.1.0
 */
export interface CoalesceState<W> {
  readonly held: ReadonlyArray<StreamChunk<W>>
  /** The content that is held, in UTF-16 code units. */
  readonly size: number
  /** Whether the next chunk is emitted at once, because the last one is long ago. */
  readonly free: boolean
}

const weightOf = (delta: Delta): number => ('key' in delta ? kindOf(delta).weight(delta) : 0)

type Out<W, R> = Result<Chunk<ReadonlyArray<W>, R>>

const merged = <W, R>(held: ReadonlyArray<StreamChunk<W>>, emit: Emit<Out<W, R>>): void => {
  const last = held.at(-1)
  if (last === undefined) return
  const deltas = joinDeltas(held.flatMap((chunk) => chunk.deltas))
  emit(right({ ...last, wire: held.map(({ wire }) => wire), deltas }))
}

/**
 * Chunks merged to a pace: adjacent fragments of one part become one, and `wire` is the list of the merged events.
 *
 * - Input → output: results of chunks, and a `Tick` when `ms` have passed since the last output → results of chunks. The
 *   first chunk is emitted at once, and so is one after a pause. A Left, a whole answer and the terminal are emitted at once,
 *   after the chunks that are held.
 * - Held in memory: the chunks of one output.
 * - Fails: never.
 * - Done: never. At the end, the chunks that are held are emitted.
 *
 * Laws: those of `Machine`; the deltas folded, the Lefts, the order and the terminal are those of the input; no output has more
 * than `frames` events.
 *
 * @example
 * import { coalesceMachine, openRouter, readChunksMachine, runMachine } from 'deltafold/core'
 *
 * const events = ['a', 'b', 'c'].map((content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`)
 * const chunks = runMachine(readChunksMachine(openRouter))(events)
 * const texts = runMachine(coalesceMachine({ frames: 2 }))(chunks).map((result) =>
 *   result._tag === 'Right' ? result.right.deltas.map((delta) => (delta._tag === 'TextDelta' ? delta.text : '')) : []
 * )
 * assert.deepStrictEqual(texts, [['a'], ['bc'], []])
 *
 * @category machines
 * @since 0.1.0
 */
export const coalesceMachine = <W = unknown, R = unknown>({
  frames = 256,
  bytes = Infinity
}: Omit<CoalesceOptions, 'ms'> = {}): Machine<CoalesceState<W>, Result<Chunk<W, R>> | Tick, Out<W, R>> => {
  const none: CoalesceState<W> = { held: [], size: 0, free: false }
  return {
    initial: { ...none, free: true },
    step: (state, input, emit) => {
      if (input._tag === 'Tick') {
        merged(state.held, emit)
        return state.held.length > 0 ? none : { ...none, free: true }
      }
      if (isFailed(input) || input.right._tag !== 'StreamChunk') {
        merged(state.held, emit)
        if (isFailed(input)) emit(input)
        else if (input.right._tag !== 'StreamChunk') emit(right(input.right))
        return none
      }
      const chunk = input.right
      const held = [...state.held, chunk]
      const size = chunk.deltas.reduce((sum, delta) => sum + weightOf(delta), state.size)
      if (!state.free && held.length < frames && size < bytes) return { held, size, free: false }
      merged(held, emit)
      return none
    },
    end: (state, emit) => {
      merged(state.held, emit)
      return none
    },
    done: () => false
  }
}
