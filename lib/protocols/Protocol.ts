import type * as t from 'io-ts'

import type { Delta } from '../data/Delta.ts'
import type { Frames } from '../machine/framing/frames.ts'
import type { Text } from '../machine/framing/utf8.ts'
import type { Emit, Machine } from '../machine/Machine.ts'
import type { ReadBeside } from './beside.ts'
import type { Counts, Held } from './sizes.ts'

/**
 * The names of the wire protocols. A name is never reused for another protocol, so it may be stored.
 *
 * @category model
 * @since 0.1.0
 */
export type ProtocolName =
  | 'openai-chat'
  | 'openai-responses'
  | 'anthropic-messages'
  | 'google-generate'
  | 'google-interactions'
  | 'bedrock-converse'
  | 'ollama-chat'
  | 'cohere-chat'

/**
 * The public part of a protocol.
 *
 * @category model
 * @since 0.1.0
 */
export interface ProtocolInfo {
  readonly name: ProtocolName
  /** The version of its machine's state. A state that was saved under another version cannot be restored. */
  readonly version: number
}

/**
 * ```ts
 * interface Protocol<W, R, S> { name, version, chunk: t.Type<W>, response: t.Type<R>, machine: Machine<S, W, Delta>, … }
 * ```
 *
 * A wire protocol as a value: the codecs of its events (`W`) and of the same answer as one JSON body (`R`), and the pure
 * machine from events to deltas, with its explicit state `S`. Providers of one protocol differ in how they frame and wrap the
 * events, report errors and end a stream: see `Provider`. The codec of `S` is in `stateCodecs.ts`, so that only programs that
 * restore states bundle it.
 *
 * Laws: those of `Machine` for `machine`; a response and its stream give equal Messages.
 *
 * @internal
 */
export interface Protocol<W, R, S> extends ProtocolInfo {
  /** One event of a stream. */
  readonly chunk: t.Type<W, unknown>
  /** The whole answer as one JSON body. */
  readonly response: t.Type<R, unknown>
  /** From events to deltas; its end is the provider's terminal. */
  readonly machine: Machine<S, W, Delta>
  /** The size of the data that the machine holds back until it knows its kind; it counts for the limits. */
  readonly held: (state: S) => Held
  /** The state after an event was lost, which may have held a fragment of a call. */
  readonly lost: (state: S) => S
  /** The lengths of the lists of an event or of a response; called first, with any JSON. */
  readonly counts: (json: unknown) => Counts
  /**
   * The texts and numbers of an event that usually differ between the events of an answer and decide nothing: the names of the
   * fields that lead to each, joined by dots; lists have no name.
   *
   * Law: another text or number in such a place changes nothing in `counts`, `knows`, `beside`, `chunk.is` and the default
   * `error`.
   */
  readonly free: ReadonlyArray<string>
  /** Whether an event or a JSON body has a field of this protocol. Called for events until one has. */
  readonly knows: (wire: unknown) => boolean
  /** Whether the terminal's event arrived; for the terminal `finish`, whether the answer is complete if the body ends here. */
  readonly ended: (state: S) => boolean
  /** Whether the answer has its finish reason; of several choices, each that has parts. */
  readonly finished: (state: S) => boolean
  /** Whether the answer is complete if the body ends here without the terminal's event. Default: it is not. */
  readonly mayEnd?: (state: S) => boolean
  /** The fields beside the parts, of an event, of a JSON body or of an error. Default: there are none. */
  readonly beside?: ReadBeside
  /** The deltas of a JSON body; returns the state from which the machine's end closes it. */
  readonly answer: (response: R, emit: Emit<Delta>) => S
  /** Whether a JSON body is the whole answer. Default: it is. */
  readonly isWhole?: (response: R) => boolean
  /** Reads a body that is a JSON array as a stream with one chunk per element. Default: such a body is one JSON body. */
  readonly arrays?: Frames<Text>
}
