/**
 * ```ts
 * interface Provider<W, R, S, A, T> {
 *   name, source, framing, terminal, chunk: t.Type<W>, response: t.Type<R>, machine: Machine<S, W, Delta>, …
 *   assistantMessage: (choice) => A, toolResult: (call, result) => T
 * }
 * ```
 *
 * Who sends a stream, as a value: how its bytes are framed, what its events look like (`W`), what the same answer looks
 * like as one JSON body (`R`), the pure machine that turns events into deltas, with its state `S` in the open, and how an
 * answer (`A`) and the result of a tool (`T`) are said to it in the next request.
 *
 * Laws: those of `Machine` for `machine`; a response and its stream give equal Messages.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import type { Delta } from '../data/Delta.ts'
import type { ProviderFailure } from '../data/Failure.ts'
import type { Frame } from '../data/Frame.ts'
import type { Choice } from '../data/Message.ts'
import type { ClosedToolCall } from '../data/parts/ToolCall.ts'
import type { Frames, Framing } from '../machine/framing/frames.ts'
import type { Text } from '../machine/framing/utf8.ts'
import type { Emit, Machine } from '../machine/Machine.ts'
import type { Counts, Held } from './sizes.ts'

/**
 * What tells that a stream is whole:
 *
 * - `sentinel`: an event whose data is `[DONE]`; a body that ends without it was cut.
 * - `event`: an event of the protocol's own, at which the response is over; a `[DONE]` says nothing.
 * - `finish`: a finish reason for each choice and a clean end of the body (or `[DONE]`).
 *
 * @category model
 * @since 0.1.0
 */
export type TerminalKind = 'sentinel' | 'event' | 'finish'

/**
 * What a provider says of an error: a `ProviderFailure` but for its place.
 *
 * @category model
 * @since 0.1.0
 */
export type ProviderError = Omit<ProviderFailure, '_tag' | 'atByte' | 'atEvent'>

/**
 * @category model
 * @since 0.1.0
 */
export interface Provider<W, R, S, A = unknown, T = unknown> {
  /** The name under which the command line and saved states know it. */
  readonly name: string
  /** The page that describes its wire format. */
  readonly source: string
  readonly framing: Framing
  /** Where a body that is a JSON array is a stream, too, with a chunk for each element: what reads it. */
  readonly arrays?: Frames<Text>
  readonly terminal: TerminalKind
  /** One event of a stream. */
  readonly chunk: t.Type<W, unknown>
  /** The whole answer as one JSON body. */
  readonly response: t.Type<R, unknown>
  /** What the events mean; its end is the provider's terminal. */
  readonly machine: Machine<S, W, Delta>
  /** What the machine keeps back until it knows what it is; it counts for the limits. */
  readonly held: (state: S) => Held
  /** How long the lists of an event or of a response are; asked before anything else, of any JSON. */
  readonly counts: (json: unknown) => Counts
  /** Whether the terminal's event came; where the terminal is `finish`, whether every choice has a finish reason. */
  readonly ended: (state: S) => boolean
  /** What a JSON body means; gives the state from which the machine's end closes it. */
  readonly answer: (response: R, emit: Emit<Delta>) => S
  /** Whether a JSON body is the whole answer. Default: it is. */
  readonly isWhole?: (response: R) => boolean
  /** The error that the JSON of an event reports, if it reports one; `event` is the frame's. It is asked before the codec. */
  readonly error: (json: unknown, event: string) => ProviderError | undefined
  /** What the next request says for an answer, in which no call is open or truncated. */
  readonly assistantMessage: (choice: Choice) => A
  /** What the next request says for the result of a call. */
  readonly toolResult: (call: ClosedToolCall, result: string) => T
  /** Where the JSON of an event is wrapped into something, what is inside; asked before its data is parsed. */
  readonly unwrap?: (frame: Frame) => Frame
}
