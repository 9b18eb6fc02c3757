/**
 * ```ts
 * type Repair = SlotReused | NameRepeated | … // closed, told apart by `_tag`
 * ```
 *
 * What the fold mended, as data: the provider's words were odd, and this is how they were read. Nothing is lost by a
 * repair. It travels as a delta, and an outcome lists all of them. Each kind is told once for each call, choice or stream
 * that it is about, however often it happens there.
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
  /** Key of the part that the tool call is. */
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
 * A field that was read as missing.
 *
 * @category model
 * @since 0.1.0
 */
export interface FieldIgnored {
  readonly _tag: 'FieldIgnored'
  /** Its keys, joined by dots, and `#` for a place in a list. */
  readonly path: string
}

/**
 * - `SlotReused`: the index of an earlier call carries a new call.
 * - `IndexDrift`: a fragment came under an index that is not its call's.
 * - `NameRepeated`: the name came again, and was not appended.
 * - `NameContinued`: the name came in pieces, and was joined.
 * - `IdIgnored`: another id came without a name, or with a call that has the same name and arguments; the call keeps its own.
 * - `IdReplaced`: the call's id came later than the call, or came again as another one; the last one counts.
 * - `IdReused`: the id of an earlier call carries a new call, which has an id of its own.
 * - `SyntheticId`: the provider sent no id; the one given is a function of the call's position.
 * - `ArgumentsSerialised`: the arguments came as a JSON value instead of text.
 * - `ArgumentsRepeated`: all the arguments so far came again, and were not appended.
 * - `TextRepeated`: all the text of a part so far came again, and was not appended.
 * - `PlaceholderReplaced`: the `{}` that a call began with stood for the arguments that came after it.
 * - `DigitsLost`: arguments came as a value that another program had parsed, or go back as a value, and hold an integer
 *   that JavaScript rounds; or a part keeps a value of the wire with one, in `raw` or `extra`.
 * - `NamelessCall`: a call never got a name; it is kept as an `Unrecognised` part.
 * - `TextContradicted`: a text came whole, and differs from its fragments, which are kept; a call with such arguments is
 *   `Truncated`.
 * - `KindMismatch`: a fragment came under the index of a part of another kind, and began a part of its own.
 * - `MessageRestarted`: another message began inside this one; what was open is cut.
 * - `InvalidIndex`: an index is not an integer from 0 to 2^31 - 1 or its digits, and was read as absent.
 * - `FlushedAtEnd`: the last event had no blank line after it, and was whole all the same.
 * - `FieldIgnored`: a field is of another type than the protocol documents, and was read as missing.
 *   At most 32 are reported, each once.
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
  | OfCall<'TextRepeated'>
  | OfCall<'PlaceholderReplaced'>
  | OfCall<'DigitsLost'>
  | OfCall<'NamelessCall'>
  | OfCall<'TextContradicted'>
  | OfCall<'KindMismatch'>
  | { readonly _tag: 'InvalidIndex'; readonly choice: number }
  | { readonly _tag: 'MessageRestarted'; readonly choice: number }
  | OfEvent<'FlushedAtEnd'>
  | OfEvent<'EventSplit'>
  | FieldIgnored
