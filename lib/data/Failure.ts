/**
 * ```ts
 * type Failure = LineTooLong | EventTooLarge | TruncatedFrame | … // closed, discriminated by `_tag`
 * ```
 *
 * A failure as plain JSON. `message` describes it and never contains anything from the payload, a header or a URL; the one
 * exception is `ProviderFailure`, whose message is the provider's own, at most 4096 code units of it. `atByte` is the offset
 * in the body of the first byte of the event at fault, `atEvent` its 0-based number. Where the fault lies outside the bytes
 * (`TransportFailure`, `IdleTimeout`, `Aborted`, `EndedEarly`), both are those of the last event that arrived whole.
 *
 * @since 0.1.0
 */
import type { ResponseFacts } from './headers.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A position in the body.
 *
 * @category model
 * @since 0.1.0
 */
export interface Position {
  /** Bytes from the beginning of the body. */
  readonly atByte: number
  /** Events before this one. */
  readonly atEvent: number
}

interface Fault<Tag extends string> extends Position {
  readonly _tag: Tag
  readonly message: string
}

/**
 * A line is longer than `limits.line`.
 *
 * @category model
 * @since 0.1.0
 */
export interface LineTooLong extends Fault<'LineTooLong'> {
  readonly limit: number
}

/**
 * The data of one event is larger than `limits.event`.
 *
 * @category model
 * @since 0.1.0
 */
export interface EventTooLarge extends Fault<'EventTooLarge'> {
  readonly limit: number
}

/**
 * The body ended inside an event.
 *
 * @category model
 * @since 0.1.0
 */
export interface TruncatedFrame extends Fault<'TruncatedFrame'> {
  /** UTF-16 code units of the data that had arrived; bytes if the event is binary. */
  readonly length: number
}

/**
 * A binary frame with a wrong checksum or wrong lengths, after which no further frame can be found.
 *
 * @category model
 * @since 0.1.0
 */
export interface BadChecksum extends Fault<'BadChecksum'> {}

/**
 * The data of an event is not JSON.
 *
 * @category model
 * @since 0.1.0
 */
export interface MalformedJson extends Fault<'MalformedJson'> {
  /** UTF-16 code units of the data. */
  readonly length: number
}

/**
 * A JSON text that is nested deeper than `limits.depth`.
 *
 * @category model
 * @since 0.1.0
 */
export interface DepthExceeded extends Fault<'DepthExceeded'> {
  readonly limit: number
}

/**
 * The JSON does not match the provider's codec.
 *
 * @category model
 * @since 0.1.0
 */
export interface DecodeFailure extends Fault<'DecodeFailure'> {
  /** One entry for each io-ts error, at most 32: the path in the JSON, and the type that the codec expects there. */
  readonly errors: ReadonlyArray<{ readonly path: string; readonly expected: string }>
}

/**
 * The provider reported that the request failed, in an error body or inside the stream.
 *
 * @category model
 * @since 0.1.0
 */
export interface ProviderFailure extends Fault<'ProviderFailure'>, ResponseFacts {
  /** The provider's error code, as sent. */
  readonly code?: string | number
  /** The provider's error type, as sent. */
  readonly type?: string
  /** The HTTP status of the response; inside a stream, the status that the error names. */
  readonly status?: number
  /** The provider behind a gateway. */
  readonly upstream?: string
  /** The message of the provider behind the gateway, at most 256 code units. */
  readonly detail?: string
  /** The field of the request that was at fault. */
  readonly param?: string
  /** Milliseconds to wait before the next try, if the response asks for it. */
  readonly retryAfter?: number
}

/**
 * A response with an error status, in whose body no error of the provider was found.
 *
 * @category model
 * @since 0.1.0
 */
export interface HttpFailure extends Fault<'HttpFailure'>, ResponseFacts {
  readonly status: number
  /** Milliseconds to wait before the next try, if the response asks for it. */
  readonly retryAfter?: number
}

/**
 * The body is neither the provider's stream nor its JSON: an HTML page, text, another protocol. It is not retryable.
 *
 * @category model
 * @since 0.1.0
 */
export interface NotAStream extends Fault<'NotAStream'> {
  /** The number of events, if none of them was of the provider's protocol. */
  readonly events?: number
  /** The media type of a response that is a page, text or binary: one of a list of common types, without parameters. */
  readonly contentType?: string
}

/**
 * The body ended without an event.
 *
 * @category model
 * @since 0.1.0
 */
export interface NoEvents extends Fault<'NoEvents'> {}

/**
 * One of the other limits was exceeded.
 *
 * @category model
 * @since 0.1.0
 */
export interface LimitExceeded extends Fault<'LimitExceeded'> {
  readonly of: 'events' | 'failures' | 'arguments' | 'message' | 'parts' | 'calls' | 'choices'
  readonly limit: number
}

/**
 * No byte, or no part of the answer, arrived within the timeout.
 *
 * @category model
 * @since 0.1.0
 */
export interface IdleTimeout extends Fault<'IdleTimeout'> {
  readonly milliseconds: number
}

/**
 * The source of the bytes failed.
 *
 * @category model
 * @since 0.1.0
 */
export interface TransportFailure extends Fault<'TransportFailure'> {
  /** The system's or the platform's code or name of the error: `ECONNRESET`, `TimeoutError`. */
  readonly code?: string
}

/**
 * The body ended before the answer was complete, or the stream ended without a finish reason, and no other failure is the
 * reason. It is retryable.
 *
 * @category model
 * @since 0.1.0
 */
export interface EndedEarly extends Fault<'EndedEarly'> {}

/**
 * The user ended the answer: the `signal` was aborted, or an iterator was closed early. It is never retryable.
 *
 * @category model
 * @since 0.1.0
 */
export interface Aborted extends Fault<'Aborted'> {}

/**
 * A failure of any kind, discriminated by `_tag`. Machines emit failures as Lefts, and an outcome lists them.
 *
 * @category model
 * @since 0.1.0
 */
export type Failure =
  | LineTooLong
  | EventTooLarge
  | TruncatedFrame
  | BadChecksum
  | MalformedJson
  | DepthExceeded
  | DecodeFailure
  | ProviderFailure
  | HttpFailure
  | NotAStream
  | NoEvents
  | LimitExceeded
  | IdleTimeout
  | TransportFailure
  | EndedEarly
  | Aborted

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const fault = <Tag extends string>(_tag: Tag, message: string, { atByte, atEvent }: Position): Fault<Tag> => ({
  _tag,
  message,
  atByte,
  atEvent
})

/** @internal */
export const lineTooLong = (limit: number, at: Position): LineTooLong => ({
  ...fault('LineTooLong', `a line is longer than ${limit} bytes`, at),
  limit
})

/** @internal */
export const eventTooLarge = (limit: number, at: Position): EventTooLarge => ({
  ...fault('EventTooLarge', `the data of an event is larger than ${limit} bytes`, at),
  limit
})

/** @internal */
export const truncatedFrame = (length: number, at: Position, of = 'characters of its data'): TruncatedFrame => ({
  ...fault('TruncatedFrame', `the body ended inside an event, after ${length} ${of}`, at),
  length
})

/** @internal */
export const badChecksum = (at: Position): BadChecksum => fault('BadChecksum', 'a binary event is corrupt', at)

/** @internal */
export const malformedJson = (length: number, at: Position): MalformedJson => ({
  ...fault('MalformedJson', `the data of an event (${length} characters) is not JSON`, at),
  length
})

/** @internal */
export const depthExceeded = (limit: number, at: Position): DepthExceeded => ({
  ...fault('DepthExceeded', `the JSON is nested deeper than ${limit} levels`, at),
  limit
})

/** @internal */
export const decodeFailure = (name: string, errors: DecodeFailure['errors'], at: Position): DecodeFailure => ({
  ...fault('DecodeFailure', `the JSON of an event does not match ${name}`, at),
  errors
})

/** @internal */
export const httpFailure = (
  status: number,
  said: ResponseFacts & Pick<HttpFailure, 'retryAfter'>,
  at: Position
): HttpFailure => ({ ...fault('HttpFailure', `the response has status ${status}`, at), status, ...said })

/** @internal */
export const notAStream = (what: string, at: Position, said: Omit<NotAStream, keyof Fault<''>> = {}): NotAStream => ({
  ...fault('NotAStream', `the body is ${what}`, at),
  ...said
})

/** @internal */
export const noEvents = (at: Position): NoEvents => fault('NoEvents', 'the body ended without an event', at)

/** @internal */
export const idleTimeout = (milliseconds: number, at: Position): IdleTimeout => ({
  ...fault('IdleTimeout', `nothing arrived for ${milliseconds} milliseconds`, at),
  milliseconds
})

/** @internal */
export const endedEarly = (at: Position, message = 'the body ended before the answer was complete'): EndedEarly =>
  fault('EndedEarly', message, at)

/** @internal */
export const aborted = (at: Position): Aborted => fault('Aborted', 'the answer was aborted', at)
