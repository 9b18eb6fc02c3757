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
export interface WireChunk<W> extends Position {
  readonly _tag: 'Chunk'
  readonly wire: W
  readonly deltas: ReadonlyArray<Delta>
}

/**
 * @category model
 * @since 0.1.0
 */
export interface Answer<R> extends Position {
  readonly _tag: 'Answer'
  readonly wire: R
  readonly deltas: ReadonlyArray<Delta>
}

/**
 * @category model
 * @since 0.1.0
 */
export interface Terminal extends Position {
  readonly _tag: 'Terminal'
  /** The ends of the tool calls that this closes. */
  readonly deltas: ReadonlyArray<Delta>
}

/**
 * @category model
 * @since 0.1.0
 */
export type Chunk<W = unknown, R = unknown> = WireChunk<W> | Answer<R> | Terminal
