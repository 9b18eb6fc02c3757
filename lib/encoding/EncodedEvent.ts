/**
 * One event of a target's stream, before it is framed.
 *
 * @category model
 * @since 0.1.0
 */
export interface EncodedEvent {
  readonly _tag: 'EncodedEvent'
  /** The event type; `''` = none. In a binary framing an event type that ends in `Exception` is an exception. */
  readonly event: string
  /** One line: a JSON text or a sentinel. */
  readonly data: string
}

/**
 * An event of a target from its type and its data; a value is written as JSON.
 *
 * @internal
 */
export const encodedEvent = (event: string, data: unknown): EncodedEvent => ({
  _tag: 'EncodedEvent',
  event,
  data: typeof data === 'string' ? data : JSON.stringify(data)
})
