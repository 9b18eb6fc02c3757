/**
 * The state of the Cohere machine between events: the contents and calls, and the progress of each. It holds no text of
 * the answer.
 *
 * @since 0.1.0
 */
import type { Block, Blocks } from '../blocks.ts'
import { noBlocks } from '../blocks.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A content or a call; the provider numbers them separately.
 *
 * @category model
 * @since 0.1.0
 */
export type SlotState = Block<'text' | 'thinking' | 'call' | 'other' | 'unknown'>

/**
 * The state of the Cohere machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereState extends Blocks<SlotState> {
  /** Key of the part of the plan; -1 = none. */
  readonly plan: number
  /** Whether `message-end` has arrived. */
  readonly ended: boolean
  /** The paths of the fields that were reported as ignored. */
  readonly ignored: ReadonlyArray<string>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialCohere: CohereState = { ...noBlocks, plan: -1, ended: false, ignored: [] }
