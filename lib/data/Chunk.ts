/**
 * ```ts
 * type Chunk<W = unknown, R = unknown> = StreamChunk<W> | ResponseChunk<R> | TerminalChunk
 * ```
 *
 * The unit that the reader emits: the value that the provider's codec decoded, with every unknown field, and its deltas.
 *
 * @since 0.1.0
 */
import type { Delta } from './Delta.ts'
import type { Position } from './Failure.ts'

/**
 * One event of a stream.
 *
 * @category model
 * @since 0.1.0
 */
export interface StreamChunk<W> extends Position {
  readonly _tag: 'StreamChunk'
  readonly wire: W
  readonly deltas: ReadonlyArray<Delta>
}

/**
 * A whole response that arrived as one JSON body.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponseChunk<R> extends Position {
  readonly _tag: 'ResponseChunk'
  readonly wire: R
  readonly deltas: ReadonlyArray<Delta>
}

/**
 * The provider's terminal: the response is complete, and nothing follows.
 *
 * @category model
 * @since 0.1.0
 */
export interface TerminalChunk extends Position {
  readonly _tag: 'TerminalChunk'
  /** The ends of the tool calls that the terminal closes. */
  readonly deltas: ReadonlyArray<Delta>
}

/**
 * An event of a stream, a whole response, or the terminal, with its deltas.
 *
 * @category model
 * @since 0.1.0
 */
export type Chunk<W = unknown, R = unknown> = StreamChunk<W> | ResponseChunk<R> | TerminalChunk
