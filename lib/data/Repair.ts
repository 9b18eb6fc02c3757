/**
 * ```ts
 * type Repair = SlotReused | NameRepeated | … // closed, discriminated by `_tag`
 * ```
 *
 * A correction of malformed input by the fold, as data. A repair loses nothing. It is emitted as a delta, and an outcome
 * lists all of them. Each kind is reported once for each call, choice or stream that it concerns, however often it happens
 * there.
 *
 * @since 0.1.0
 */
import type { Position } from './Failure.ts'

/**
 * A repair of a tool call.
 *
 * @category model
 * @since 0.1.0
 */
export interface OfCall<Tag extends string> {
  readonly _tag: Tag
  /** Index of the choice. */
  readonly choice: number
  /** Key of the tool call's part. */
  readonly key: number
}

/**
 * A repair of an event.
 *
 * @category model
 * @since 0.1.0
 */
export interface OfEvent<Tag extends string> extends Position {
  readonly _tag: Tag
}

/**
 * - `SlotReused`: the index of an earlier call carries a new call.
 * - `IndexDrift`: a fragment arrived under an index that is not its call's.
 * - `NameRepeated`: the name arrived again, and was not appended.
 * - `NameContinued`: the name arrived in pieces, and was joined.
 * - `IdIgnored`: another id arrived without a name, or with the same name and arguments as its call; the call keeps its id.
 * - `IdReplaced`: the call's id arrived after the call, or a different one followed; the last one counts.
 * - `IdReused`: the id of an earlier call carries a new call, which is given a distinct id.
 * - `SyntheticId`: the provider sent no id; the call's id is a function of its position.
 * - `ArgumentsSerialised`: the arguments arrived as a JSON value instead of text.
 * - `ArgumentsRepeated`: all the arguments so far arrived again, and were not appended.
 * - `DigitsLost`: arguments arrived as a value that another program had parsed, or are sent back as a value, and hold an integer
 *   that JavaScript rounds.
 * - `NamelessCall`: a call never received a name; it is kept as an `Unrecognised` part.
 * - `TextContradicted`: a text arrived whole, and differs from its fragments, which are kept; a call with such arguments is
 *   `Truncated`.
 * - `KindMismatch`: a fragment arrived under the index of a part of another kind, and began a part of its own.
 * - `MessageRestarted`: another message began inside this one; calls that were open are truncated.
 * - `InvalidIndex`: an index is not an integer from 0 to 2^31 - 1, and was read as absent.
 * - `FlushedAtEnd`: the last event was complete, but no blank line followed it.
 * - `EventSplit`: one event held several lines of data, each a whole JSON text, and was read as several.
 *
 * @category model
 * @since 0.1.0
 */
export type Repair =
  | OfCall<'SlotReused'>
  | OfCall<'IndexDrift'>
  | OfCall<'NameRepeated'>
  | OfCall<'NameContinued'>
  | OfCall<'IdIgnored'>
  | OfCall<'IdReplaced'>
  | OfCall<'IdReused'>
  | OfCall<'SyntheticId'>
  | OfCall<'ArgumentsSerialised'>
  | OfCall<'ArgumentsRepeated'>
  | OfCall<'DigitsLost'>
  | OfCall<'NamelessCall'>
  | OfCall<'TextContradicted'>
  | OfCall<'KindMismatch'>
  | { readonly _tag: 'InvalidIndex'; readonly choice: number }
  | { readonly _tag: 'MessageRestarted'; readonly choice: number }
  | OfEvent<'FlushedAtEnd'>
  | OfEvent<'EventSplit'>
