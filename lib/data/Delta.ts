/**
 * ```ts
 * type Delta = ResponseMetadata | TextDelta | ReasoningDelta | RefusalDelta | ToolCallDelta | ToolCallEnd
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
 * @category model
 * @since 0.1.0
 */
export interface TextDelta extends Fragment<'TextDelta'> {
  readonly text: string
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
  /** What else the provider said of this call, by the provider's names. */
  readonly extra?: Readonly<Record<string, unknown>>
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
  | FinishDelta
  | UsageDelta
  | UnrecognisedDelta
  | RepairDelta
