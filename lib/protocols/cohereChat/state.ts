/**
 * What the Cohere machine remembers between events: which contents and calls there are and how far each has come. It holds
 * no text of the answer.
 *
 * @since 0.1.0
 */
import type { FinishReason } from '../../data/FinishReason.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * @category model
 * @since 0.1.0
 */
export type SlotKind = 'text' | 'thinking' | 'call' | 'other'

/**
 * A content or a call.
 *
 * @category model
 * @since 0.1.0
 */
export interface SlotState {
  /** The provider's index, which counts contents and calls apart; -1 = none. */
  readonly index: number
  /** Key of the part that it is. */
  readonly key: number
  readonly kind: SlotKind
  /** Whether the provider has ended it. */
  readonly stopped: boolean
  /** Whether `ToolCallEnd` was told. */
  readonly closed: boolean
}

/**
 * The state of the Cohere machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereState {
  /** How many parts there are; the key of the next one. */
  readonly parts: number
  /** In order of appearance. */
  readonly slots: ReadonlyArray<SlotState>
  /** Key of the part that the plan is; -1 = there is none. */
  readonly plan: number
  /** Key of the part that the last fragment belonged to; -1 = none. */
  readonly last: number
  readonly finish: FinishReason | ''
  /** Whether `InvalidIndex` was told. */
  readonly misindexed: boolean
  /** Whether `message-end` came. */
  readonly ended: boolean
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialCohere: CohereState = {
  parts: 0,
  slots: [],
  plan: -1,
  last: -1,
  finish: '',
  misindexed: false,
  ended: false
}

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The state in which a part had the last fragment.
 *
 * @internal
 */
export const touched = (state: CohereState, key: number): CohereState =>
  state.last === key ? state : { ...state, last: key }

/**
 * The state with the next part, which has the last fragment.
 *
 * @internal
 */
export const withPart = (state: CohereState): CohereState => ({ ...state, parts: state.parts + 1, last: state.parts })

/**
 * The state with the next part, under an index.
 *
 * @internal
 */
export const begun = (state: CohereState, index: number, kind: SlotKind): CohereState => ({
  ...withPart(state),
  slots: [...state.slots, { index, key: state.parts, kind, stopped: false, closed: false }]
})

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * What of a kind is under an index.
 *
 * @internal
 */
export const slotAt = ({ slots }: CohereState, index: number, kind: SlotKind): SlotState | undefined =>
  slots.findLast((slot) => slot.index === index && slot.kind === kind)
