/**
 * ```ts
 * interface Frame { event: string; data: string; lastEventId: string; atByte: number; atEvent: number; unfinished: boolean; json?: unknown }
 * ```
 *
 * One event of a body, before its data is parsed. Every framing (SSE, NDJSON, …) emits frames, so that decoding does not
 * depend on the framing.
 *
 * @since 0.1.0
 */
import type { Position } from './Failure.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * One event of a body, before its data is parsed.
 *
 * @category model
 * @since 0.1.0
 */
export interface Frame extends Position {
  /** The event type; `""` = none was sent (a browser reports `message`). */
  readonly event: string
  readonly data: string
  /** The last event id in force; `""` = none. */
  readonly lastEventId: string
  /** The body ended before the event did. */
  readonly unfinished: boolean
  /** The value of the data, if it is parsed already. */
  readonly json?: unknown
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * A frame around data that did not arrive in a response body, such as a WebSocket message.
 *
 * @example
 * import { frameOf } from 'deltafold'
 *
 * assert.deepStrictEqual(frameOf('[DONE]', 7).atEvent, 7)
 *
 * @category constructors
 * @since 0.1.0
 */
export const frameOf = (data: string, atEvent = 0): Frame => ({
  event: '',
  data,
  lastEventId: '',
  atByte: 0,
  atEvent,
  unfinished: false
})
