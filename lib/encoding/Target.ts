import type { Failure } from '../data/Failure.ts'
import type { FinishReason } from '../data/FinishReason.ts'
import type { Message } from '../data/Message.ts'
import type { MessageEvent } from '../data/MessageEvent.ts'
import type { Emit } from '../machine/Machine.ts'
import type { EncodedEvent } from './EncodedEvent.ts'
import type { Feature } from './Loss.ts'

/**
 * The names of the targets.
 *
 * @category model
 * @since 0.1.0
 */
export type TargetName =
  'openai' | 'openai-responses' | 'anthropic' | 'google' | 'ollama' | 'bedrock-converse' | 'ui-message-stream' | 'ag-ui'

/**
 * What a target writes for one kind of event: the state of its lifecycle after it. `message` contains at least everything up to
 * the event.
 *
 * @category model
 * @since 0.1.0
 */
export type Writer<S, Event> = (state: S, event: Event, message: Message, emit: Emit<EncodedEvent>) => S

/**
 * The kinds of events that a target writes something for. `MessageStart` comes first, once the
 * response's id is known or a part begins; only an answer that failed before has none.
 *
 * @category model
 * @since 0.1.0
 */
export type Writers<S> = {
  readonly [Tag in MessageEvent['_tag']]?: Writer<S, Extract<MessageEvent, { readonly _tag: Tag }>>
}

/**
 * The end of an answer: the message, and the reason why it is not complete.
 *
 * @category model
 * @since 0.1.0
 */
export interface Ending {
  readonly message: Message
  /** Missing if the answer is complete. */
  readonly reason: Failure | undefined
}

/**
 * A wire that answers can be written in, as a value. `S` is the state of its lifecycle, plain JSON.
 *
 * @category model
 * @since 0.1.0
 */
export interface Target<S> {
  readonly name: TargetName
  /** The media type of a stream. */
  readonly contentType: string
  /** Other response headers that its clients expect. */
  readonly headers?: Readonly<Record<string, string>>
  /** One event as it is sent. */
  readonly format: (event: EncodedEvent) => string | Uint8Array
  /** Whether several choices can be written; otherwise only the choice with index 0 is. */
  readonly choices: 'all' | 'first'
  /**
   * `streamed`: a call starts with its id and name, and may interleave with other parts; its deltas have arguments. `whole`: parts come one after
   * another, and a call is its end only.
   */
  readonly calls: 'streamed' | 'whole'
  /** The features that it cannot express. */
  readonly loses: ReadonlyArray<Feature>
  /** The finish reasons that it has a word for. */
  readonly finishes: ReadonlyArray<FinishReason>
  readonly initial: S
  readonly writers: Writers<S>
  /** Emits the last events; a complete answer has begun. */
  readonly end: (state: S, ending: Ending, emit: Emit<EncodedEvent>) => void
  /** The same answer as one JSON body; missing if the wire has streams only. */
  readonly body?: (ending: Ending) => unknown
  /** Whether clients see an error body for what it is also under status 200. Streams have error events everywhere. */
  readonly bodyErrors?: 'seen' | 'by status'
  /** How the body has the arguments of a call. An object does not keep their spacing. */
  readonly bodyInput?: 'text' | 'object'
}
