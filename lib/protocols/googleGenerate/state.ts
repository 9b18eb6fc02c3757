/**
 * The state of the Gemini machine between chunks: the keys of the parts and calls of each candidate. It holds no text
 * of the answer, except for the arguments of a call whose arguments are streamed.
 *
 * @since 0.1.0
 */
import type { NamedCall, OpenKind, Row } from '../row.ts'
import { emptyRow, withPart as withRowPart } from '../row.ts'
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
 * The place of a part of the content: the key of the part that it is in, and the bytes of text before it there.
 *
 * @category model
 * @since 0.1.0
 */
export interface Place {
  readonly key: number
  readonly from: number
}

/**
 * The parts and calls of a candidate.
 *
 * @category model
 * @since 0.1.0
 */
export interface CandidateState extends Row<NamedCall> {
  readonly index: number
  /** Key of the last part of text; -1 = none. */
  readonly text: number
  /** The places of the parts of the content, without the citations among them. */
  readonly places: ReadonlyArray<Place>
  /** The sources to which later segments may refer. */
  readonly sources: ReadonlyArray<unknown>
  /** Their size in UTF-16 code units. */
  readonly sourcesSize: number
  readonly streamed: StreamedCall | null
  /** The citations so far. */
  readonly cited: Readonly<Record<string, unknown>>
  /** The provider's finish reason. */
  readonly word: string
  /** Whether `InvalidIndex` was emitted. */
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
  /** The model that was emitted last; `""` = none yet. */
  readonly model: string
  readonly candidates: ReadonlyArray<CandidateState>
  /** The counts of the usage, by the provider's names. */
  readonly usage: Readonly<Record<string, unknown>>
  /** The paths of the fields that were reported as ignored. */
  readonly ignored: ReadonlyArray<string>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialGoogle: GoogleState = { id: false, model: '', candidates: [], usage: {}, ignored: [] }

/** @internal */
export const initialCandidate = (index: number): CandidateState => ({
  index,
  ...emptyRow,
  text: -1,
  places: [],
  sources: [],
  sourcesSize: 0,
  streamed: null,
  cited: {},
  word: '',
  misindexed: false
})

/**
 * The candidate with one more part of its content, which had the last fragment.
 *
 * @internal
 */
export const withPart = (candidate: CandidateState, open: OpenKind): CandidateState => ({
  ...withRowPart(candidate, open),
  places: [...candidate.places, { key: candidate.parts, from: 0 }]
})
