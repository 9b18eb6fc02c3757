/**
 * ```ts
 * type Delta = ResponseMetadata | TextDelta | ReasoningDelta | RefusalDelta | ToolCallDelta | ToolCallEnd
 *            | ServerToolCallDelta | ServerToolResultDelta | CitationDelta | ImageDelta | FileDelta
 *            | FinishDelta | UsageDelta | UnrecognisedDelta | RepairDelta
 * ```
 *
 * One increment of a response, the same for every provider. Every delta knows its choice, and every fragment its part:
 * `key` is the number of the part within the choice, in order of first appearance. All that depends on the provider or
 * on what came before (keys, new suffix of a name, running totals) was resolved before a delta is made, which is what
 * makes `Message` a monoid over deltas.
 *
 * @since 0.1.0
 */
import type { FinishReason } from './FinishReason.ts'
import type { Repair } from './Repair.ts'
import type { Usage } from './Usage.ts'

interface Fragment<Tag extends string> {
  readonly _tag: Tag
  /** Index of the choice. */
  readonly choice: number
  /** Number of the part within the choice. */
  readonly key: number
}

/**
 * The response's id and the model that answered; `""` = not said here.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponseMetadata {
  readonly _tag: 'ResponseMetadata'
  readonly id: string
  readonly model: string
}

/**
 * What else a provider said of a part, by the provider's names; the last value of each counts.
 *
 * @category model
 * @since 0.1.0
 */
export type Extra = Readonly<Record<string, unknown>>

/**
 * A fragment of text; `""` = nothing new.
 *
 * @category model
 * @since 0.1.0
 */
export interface TextDelta extends Fragment<'TextDelta'> {
  readonly text: string
  readonly extra?: Extra
}

/**
 * `text` is the model's own thinking, `summary` a summary of it, `encrypted` opaque data that goes back as it came.
 *
 * @category model
 * @since 0.1.0
 */
export type ReasoningKind = 'text' | 'summary' | 'encrypted'

/**
 * A fragment of reasoning; `text` and `signature` are appended, `""` = nothing new.
 *
 * @category model
 * @since 0.1.0
 */
export interface ReasoningDelta extends Fragment<'ReasoningDelta'> {
  readonly kind: ReasoningKind
  readonly text: string
  readonly signature: string
  /** Encrypted reasoning, whole. */
  readonly data?: string
  readonly id?: string
  readonly format?: string
  /** The provider's own index of the entry. */
  readonly index?: number
}

/**
 * @category model
 * @since 0.1.0
 */
export interface RefusalDelta extends Fragment<'RefusalDelta'> {
  readonly text: string
}

/**
 * A fragment of a tool call: `name` is the new suffix of the name, `arguments` is appended, a non-empty `id` replaces;
 * `""` = nothing new.
 *
 * @category model
 * @since 0.1.0
 */
export interface ToolCallDelta extends Fragment<'ToolCallDelta'> {
  readonly id: string
  readonly name: string
  readonly arguments: string
  readonly extra?: Extra
}

/**
 * The provider says that nothing more of this call will arrive.
 *
 * @category model
 * @since 0.1.0
 */
export interface ToolCallEnd extends Fragment<'ToolCallEnd'> {
  readonly state: 'Closed' | 'Truncated'
}

/**
 * A fragment of a call that the provider runs itself: a search, a piece of code. `kind` is the provider's word for what
 * it is; the rest is as in a `ToolCallDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ServerToolCallDelta extends Fragment<'ServerToolCallDelta'> {
  readonly kind: string
  readonly id: string
  readonly name: string
  readonly arguments: string
  readonly extra?: Extra
}

/**
 * What a call that the provider ran gave, whole.
 *
 * @category model
 * @since 0.1.0
 */
export interface ServerToolResultDelta extends Fragment<'ServerToolResultDelta'> {
  /** The provider's word for what it is. */
  readonly kind: string
  /** The id of the call; `""` = not said. */
  readonly id: string
  /** As the provider sent it. */
  readonly raw: unknown
}

/**
 * A source of the text, whole. Where the provider did not say something, it is absent.
 *
 * @category model
 * @since 0.1.0
 */
export interface CitationDelta extends Fragment<'CitationDelta'> {
  /** Key of the part that it belongs to. */
  readonly of?: number
  readonly url?: string
  readonly title?: string
  /** The words of the source. */
  readonly text?: string
  /** Where the cited text begins in its part, in the provider's units. */
  readonly start?: number
  readonly end?: number
  /** As the provider sent it. */
  readonly raw: unknown
}

interface MediaDelta<Tag extends string> extends Fragment<Tag> {
  readonly id: string
  readonly mediaType: string
  readonly name: string
  readonly url: string
  /** Base64; appended. */
  readonly data: string
  /** What is said in it, in words; appended. */
  readonly text: string
  readonly extra?: Extra
}

/**
 * A fragment of an image: `data` and `text` are appended, the others replace; `""` = nothing new.
 *
 * @category model
 * @since 0.1.0
 */
export interface ImageDelta extends MediaDelta<'ImageDelta'> {}

/**
 * A fragment of any other medium, such as a sound or a document: as an `ImageDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface FileDelta extends MediaDelta<'FileDelta'> {}

/**
 * @category model
 * @since 0.1.0
 */
export interface FinishDelta {
  readonly _tag: 'FinishDelta'
  readonly choice: number
  readonly finishReason: FinishReason
  /** The provider's own word. */
  readonly rawFinishReason: string
}

/**
 * Usage so far: a running total.
 *
 * @category model
 * @since 0.1.0
 */
export interface UsageDelta {
  readonly _tag: 'UsageDelta'
  readonly usage: Usage
}

/**
 * A part of a kind that is not known here, kept as sent.
 *
 * @category model
 * @since 0.1.0
 */
export interface UnrecognisedDelta extends Fragment<'UnrecognisedDelta'> {
  readonly raw: unknown
}

/**
 * @category model
 * @since 0.1.0
 */
export interface RepairDelta {
  readonly _tag: 'RepairDelta'
  readonly repair: Repair
}

/**
 * @category model
 * @since 0.1.0
 */
export type Delta =
  | ResponseMetadata
  | TextDelta
  | ReasoningDelta
  | RefusalDelta
  | ToolCallDelta
  | ToolCallEnd
  | ServerToolCallDelta
  | ServerToolResultDelta
  | CitationDelta
  | ImageDelta
  | FileDelta
  | FinishDelta
  | UsageDelta
  | UnrecognisedDelta
  | RepairDelta
