/**
 * ```ts
 * type Delta = Fragment | ResponseMetadata | FinishDelta | UsageDelta | ExtraDelta | RepairDelta
 * type Fragment = TextDelta | ReasoningDelta | RefusalDelta | ToolCallDelta | ToolCallEnd | ServerToolCallDelta
 *               | ServerToolResultDelta | CitationDelta | ImageDelta | FileDelta | UnrecognisedDelta
 * ```
 *
 * One increment of a response, the same for every provider. Every delta names its choice, and every fragment its part:
 * `key` is the number of the part within the choice, in order of first appearance. Everything that depends on the provider
 * or on earlier events (keys, new suffix of a name, running totals) is resolved before a delta is made, which is what makes
 * `Message` a monoid over deltas.
 *
 * @since 0.1.0
 */
import type { Extra } from './extra.ts'
import type { FinishReason } from './FinishReason.ts'
import type { Fragment } from './Part.ts'
import type { Repair } from './Repair.ts'
import type { Usage } from './Usage.ts'

export type { Extra } from './extra.ts'
export type {
  CitationDelta,
  FileDelta,
  Fragment,
  ImageDelta,
  ReasoningDelta,
  RefusalDelta,
  ServerToolCallDelta,
  ServerToolResultDelta,
  TextDelta,
  ToolCallDelta,
  ToolCallEnd,
  UnrecognisedDelta
} from './Part.ts'
export type { ReasoningKind } from './parts/Reasoning.ts'

/**
 * The response's id and the model that answers from this event on; `""` = not reported by this event.
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
 * The end of a choice.
 *
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
 * Fields beside the parts of a choice, or beside the choices of the message; the last value of each name counts.
 *
 * @category model
 * @since 0.1.0
 */
export interface ExtraDelta {
  readonly _tag: 'ExtraDelta'
  /** Index of the choice; missing if the fields belong to the whole message. */
  readonly choice?: number
  readonly extra: Extra
}

/**
 * A repair that the fold made; it does not change the message.
 *
 * @category model
 * @since 0.1.0
 */
export interface RepairDelta {
  readonly _tag: 'RepairDelta'
  readonly repair: Repair
}

/**
 * One increment of a response.
 *
 * @category model
 * @since 0.1.0
 */
export type Delta = Fragment | ResponseMetadata | FinishDelta | UsageDelta | ExtraDelta | RepairDelta
