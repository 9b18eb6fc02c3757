/**
 * The state of the Interactions machine between events: the steps and the progress of each. It holds no text of the answer.
 *
 * @since 0.1.0
 */
import type { Block, Blocks } from '../blocks.ts'
import { newBlock, noBlocks } from '../blocks.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The kind of a block, which is a step, or one piece of the content of a step. `whole` is the result of a call, and a step
 * of an unknown kind: its deltas hold fields of the step.
 *
 * @category model
 * @since 0.1.0
 */
export type StepKind = 'text' | 'sound' | 'thought' | 'call' | 'server' | 'whole'

/**
 * A block.
 *
 * @category model
 * @since 0.1.0
 */
export interface StepState extends Block<StepKind> {
  /** The arguments that it began with, as JSON text, used unless fragments of arguments follow; `""` = none. */
  readonly input: string
  /** The signature so far. */
  readonly signature: string
  /** The fields of a `whole` step so far. */
  readonly fields: Readonly<Record<string, unknown>> | null
  /** The bytes of a sound that do not fill a group of base64, in base64. */
  readonly rest: string
}

/**
 * The state of the Interactions machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsState extends Blocks<StepState> {
  /** The usage so far, as the provider sent it. */
  readonly usage: Readonly<Record<string, unknown>> | null
  /** The id of the interaction; `""` = not known. */
  readonly id: string
  /** The model that was emitted last; `""` = none yet. */
  readonly model: string
  /** The paths of the fields that were reported as ignored. */
  readonly ignored: ReadonlyArray<string>
  /** Whether the interaction has ended. */
  readonly ended: boolean
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialInteractions: InteractionsState = {
  ...noBlocks,
  usage: null,
  id: '',
  model: '',
  ignored: [],
  ended: false
}

type Content = Partial<Pick<StepState, 'input' | 'signature' | 'fields' | 'rest'>>

/** @internal */
export const newStep = (index: number, key: number, kind: StepKind, content: Content = {}): StepState => ({
  ...newBlock(index, key, kind),
  input: '',
  signature: '',
  fields: null,
  rest: '',
  ...content
})
