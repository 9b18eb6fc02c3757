/**
 * ```ts
 * type MessageEvent = MessageStart | MessageMetadata | TextStart | TextDelta… | ToolInputEnd | Source | Usage… | MessageEnd
 * ```
 *
 * The events of an answer: its deltas, with the start and the end of each part between them. They are plain JSON, so that a
 * server can send them to a browser, which folds them with `appendEvent`.
 *
 * @since 0.1.0
 */
import type {
  CitationDelta,
  Delta,
  ExtraDelta,
  FileDelta,
  FinishDelta,
  ImageDelta,
  ReasoningDelta,
  RefusalDelta,
  RepairDelta,
  ResponseMetadata,
  ServerToolCallDelta,
  ServerToolResultDelta,
  TextDelta,
  ToolCallDelta,
  UnrecognisedDelta,
  UsageDelta
} from './Delta.ts'
import type { Failure } from './Failure.ts'
import type { Message } from './Message.ts'
import { appendDelta } from './Message.ts'
import type { Outcome } from './MessageState.ts'
import type { FilePart, ImagePart } from './Part.ts'
import type { ClosedToolCall, TruncatedToolCall } from './parts/ToolCall.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * An event of a part.
 *
 * @category model
 * @since 0.1.0
 */
export interface PartEvent<Tag extends string> {
  readonly _tag: Tag
  /** The id of the part, the same in all its events: a function of the kind, the choice and the key, as `Text:0:1`. */
  readonly id: string
}

/**
 * An event of a part with the place of the part.
 *
 * @category model
 * @since 0.1.0
 */
export interface PlacedPartEvent<Tag extends string> extends PartEvent<Tag> {
  /** Index of the choice. */
  readonly choice: number
  /** Number of the part within the choice, in order of first appearance. */
  readonly key: number
}

/**
 * A fragment of a part, or a part that arrives whole.
 *
 * @category model
 * @since 0.1.0
 */
export interface PartDeltaEvent<Tag extends string, D extends Delta> extends PartEvent<Tag> {
  readonly delta: D
}

/**
 * A delta that belongs to no part.
 *
 * @category model
 * @since 0.1.0
 */
export interface BesideEvent<Tag extends string, D extends Delta> {
  readonly _tag: Tag
  readonly delta: D
}

/**
 * A failure, in its place between the other events.
 *
 * @category model
 * @since 0.1.0
 */
export interface FailureEvent {
  readonly _tag: 'Failure'
  readonly failure: Failure
}

/**
 * A part that grows: the first event of it, each of its fragments, and the end.
 *
 * A text, a reasoning or a refusal ends where the next part of its choice begins. If the provider interleaves parts, an
 * ended one may continue: it starts again under the same id.
 *
 * @category model
 * @since 0.1.0
 */
export type GrowingPartEvent<Tag extends string, D extends Delta> =
  PlacedPartEvent<`${Tag}Start`> | PartDeltaEvent<`${Tag}Delta`, D> | PartEvent<`${Tag}End`>

/**
 * A tool call: it starts with the name and the id as far as they are known. The end has the whole call: only a `Closed`
 * one may be run.
 *
 * @category model
 * @since 0.1.0
 */
export type ToolInputEvent =
  | (PlacedPartEvent<'ToolInputStart'> & { readonly toolCallId: string; readonly name: string })
  | PartDeltaEvent<'ToolInputDelta', ToolCallDelta>
  | (PlacedPartEvent<'ToolInputEnd'> & { readonly call: ClosedToolCall | TruncatedToolCall })

/**
 * An image or another medium. The end has the whole of it.
 *
 * @category model
 * @since 0.1.0
 */
export type FileEvent =
  | PlacedPartEvent<'FileStart'>
  | PartDeltaEvent<'FileDelta', FileDelta | ImageDelta>
  | (PartEvent<'FileEnd'> & { readonly file: FilePart | ImagePart })

/**
 * The first event: the response's id and the model, `""` if they are not known yet.
 *
 * @category model
 * @since 0.1.0
 */
export interface MessageStart extends BesideEvent<'MessageStart', ResponseMetadata> {}

/**
 * The last event: how the answer ended.
 *
 * @category model
 * @since 0.1.0
 */
export interface MessageEnd {
  readonly _tag: 'MessageEnd'
  readonly outcome: Outcome['_tag']
}

/**
 * One event of an answer, discriminated by `_tag`.
 *
 * @category model
 * @since 0.1.0
 */
export type MessageEvent =
  | MessageStart
  | BesideEvent<'MessageMetadata', ResponseMetadata>
  | GrowingPartEvent<'Text', TextDelta>
  | GrowingPartEvent<'Reasoning', ReasoningDelta>
  | GrowingPartEvent<'Refusal', RefusalDelta>
  | GrowingPartEvent<'ServerToolInput', ServerToolCallDelta>
  | ToolInputEvent
  | FileEvent
  | PartDeltaEvent<'Source', CitationDelta>
  | PartDeltaEvent<'ServerToolResult', ServerToolResultDelta>
  | PartDeltaEvent<'Unrecognised', UnrecognisedDelta>
  | BesideEvent<'Finish', FinishDelta>
  | BesideEvent<'Usage', UsageDelta>
  | BesideEvent<'Extra', ExtraDelta>
  | BesideEvent<'Repair', RepairDelta>
  | FailureEvent
  | MessageEnd

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The message after one more event.
 *
 * Law: `messageEvents(chunks).reduce(appendEvent, emptyMessage) = outcome(chunks).message`.
 *
 * @example
 * import { andThen, appendEvent, emptyMessage, messageEventsMachine, messageText, openRouter, readChunksMachine, runMachine } from 'deltafold'
 *
 * const events = runMachine(andThen(messageEventsMachine)(readChunksMachine(openRouter)))([
 *   'data: {"choices":[{"delta":{"content":"Hel"}}]}\n\n',
 *   'data: {"choices":[{"delta":{"content":"lo"}}]}\n\n'
 * ])
 * assert.deepStrictEqual(messageText(events.reduce(appendEvent, emptyMessage)), 'Hello')
 *
 * @category combinators
 * @since 0.1.0
 */
export const appendEvent = (message: Message, event: MessageEvent): Message => {
  if ('delta' in event) return appendDelta(message, event.delta)
  if (event._tag !== 'ToolInputEnd') return message
  const { choice, key, call } = event
  return appendDelta(message, { _tag: 'ToolCallEnd', choice, key, state: call.state })
}
