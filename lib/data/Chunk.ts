/**
 * ```ts
 * type Chunk<W = unknown, R = unknown> = WireChunk<W> | Answer<R> | Terminal
 * ```
 *
 * What a provider says at a time: the value that its codec decoded, with every unknown field, and what that means as
 * deltas. A `Chunk` is one event of a stream, an `Answer` a whole response that came as one JSON body, and `Terminal` the
 * provider's word that the response is whole; nothing comes after it.
 *
 * @since 0.1.0
 */
import type { Delta } from './Delta.ts'
import type { Position } from './Failure.ts'

/**
 * @category model
 * @since 0.1.0
 */
export interface StreamChunk<W> extends Position {
  readonly _tag: 'StreamChunk'
  readonly wire: W
  readonly deltas: ReadonlyArray<Delta>
}

/**
 * @category model
 * @since 0.1.0
 */
export interface ResponseChunk<R> extends Position {
  readonly _tag: 'ResponseChunk'
  readonly wire: R
  readonly deltas: ReadonlyArray<Delta>
}

/**
 * @category model
 * @since 0.1.0
 */
export interface TerminalChunk extends Position {
  readonly _tag: 'TerminalChunk'
  /** The ends of the tool calls that this closes. */
  readonly deltas: ReadonlyArray<Delta>
}

/**
 * @category model
 * @since 0.1.0
 */
export type Chunk<W = unknown, R = unknown> = StreamChunk<W> | ResponseChunk<R> | TerminalChunk
