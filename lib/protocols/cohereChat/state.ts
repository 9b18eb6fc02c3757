/**
 * What the Cohere machine remembers between events: which contents and calls there are and how far each has come. It holds
 * no text of the answer.
 *
 * @since 0.1.0
 */
import type { Block, Blocks } from '../blocks.ts'
import { noBlocks } from '../blocks.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A content or a call; the provider counts both apart.
 *
 * @category model
 * @since 0.1.0
 */
export type SlotState = Block<'text' | 'thinking' | 'call' | 'other'>

/**
 * The state of the Cohere machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereState extends Blocks<SlotState> {
  /** Key of the part that the plan is; -1 = there is none. */
  readonly plan: number
  /** Whether `message-end` came. */
  readonly ended: boolean
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialCohere: CohereState = { ...noBlocks, plan: -1, ended: false }
