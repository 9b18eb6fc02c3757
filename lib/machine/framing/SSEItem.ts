import type { Frame } from '../../data/Frame.ts'

/**
 * An event of an event stream. Its `data` is the lines of data, joined by LF.
 *
 * @category model
 * @since 0.1.0
 */
export interface SSEEvent extends Frame {
  readonly _tag: 'Event'
}

/**
 * A comment line of an event stream. Servers send them as keep-alives.
 *
 * @category model
 * @since 0.1.0
 */
export interface SSEComment {
  readonly _tag: 'Comment'
  /** Its first 4096 characters, the colon counted. */
  readonly text: string
}

/**
 * The time that the server asks to wait before reconnecting. Clamp it before use: the standard sets no upper bound.
 *
 * @category model
 * @since 0.1.0
 */
export interface SSERetry {
  readonly _tag: 'Retry'
  /** Milliseconds, in the decimal digits of the server. */
  readonly digits: string
}

/**
 * Everything that an event stream carries, in the order of the stream.
 *
 * @category model
 * @since 0.1.0
 */
export type SSEItem = SSEEvent | SSEComment | SSERetry
