/**
 * What the Gemini machine remembers between chunks: for each candidate, which parts and calls are there. It holds nothing
 * of the answer, but for the arguments of a call whose arguments are streamed.
 *
 * @since 0.1.0
 */
import type { FinishReason } from '../../data/FinishReason.ts'
import type { Writer } from './partialArgs.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A call whose arguments arrive in pieces.
 *
 * @category model
 * @since 0.1.0
 */
export interface StreamedCall {
  readonly key: number
  /** The provider's id; `""` = none. */
  readonly id: string
  readonly writer: Writer
}

/**
 * @category model
 * @since 0.1.0
 */
export interface CandidateState {
  readonly index: number
  /** How many parts there are; the key of the next one. */
  readonly parts: number
  /** What the last fragment belonged to. */
  readonly open: 'nothing' | 'text' | 'thought' | 'call' | 'other'
  /** Its key; -1 = nothing yet. */
  readonly openKey: number
  /** Key of the last part of text; -1 = none. */
  readonly text: number
  /** Keys of the calls. */
  readonly calls: ReadonlyArray<number>
  readonly streamed: StreamedCall | null
  /** What was cited. */
  readonly cited: Readonly<Record<string, unknown>>
  readonly finish: FinishReason | ''
  /** The provider's word for it. */
  readonly word: string
  /** Whether `InvalidIndex` was told. */
  readonly misindexed: boolean
}

/**
 * The state of the Gemini machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleState {
  /** Whether the response's id is known. */
  readonly id: boolean
  /** Whether the model is known. */
  readonly model: boolean
  readonly candidates: ReadonlyArray<CandidateState>
  /** The counts of the usage, by the provider's names. */
  readonly usage: Readonly<Record<string, unknown>>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialGoogle: GoogleState = { id: false, model: false, candidates: [], usage: {} }

/** @internal */
export const initialCandidate = (index: number): CandidateState => ({
  index,
  parts: 0,
  open: 'nothing',
  openKey: -1,
  text: -1,
  calls: [],
  streamed: null,
  cited: {},
  finish: '',
  word: '',
  misindexed: false
})

/**
 * The candidate after one more part, which the next fragment may continue if it is of the same kind.
 *
 * @internal
 */
export const withPart = (candidate: CandidateState, open: CandidateState['open']): CandidateState => ({
  ...candidate,
  parts: candidate.parts + 1,
  open,
  openKey: candidate.parts
})
