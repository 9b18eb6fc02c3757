/**
 * Gemini's generateContent: chunks to deltas.
 *
 * Nothing is final before the machine's end: a clean end of the body after a finish reason for each candidate. A
 * refused prompt has no candidates: its choice ends with `content_filter`, and the refusal is a failure.
 *
 * Held in memory: keys of parts and calls, the counts of the usage, the citations, and the arguments of a call that is
 * being streamed.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { isCutShort } from '../../data/FinishReason.ts'
import { replaced } from '../../data/replaced.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { withIgnored } from '../ignored.ts'
import { isCancelled } from '../openAIChat/finishReason.ts'
import { closeCalls, loseEvent } from '../row.ts'
import type { Held } from '../sizes.ts'
import { nothingHeld } from '../sizes.ts'
import { toIndex, withIndex } from '../toIndex.ts'
import { closeStreamed } from './calls.ts'
import { withCitations } from './citations.ts'
import { blockReason } from './errors.ts'
import { isSaid, toFinishReason } from './finishReason.ts'
import { withContent } from './parts.ts'
import type { CandidateState, GoogleState } from './state.ts'
import { initialCandidate, initialGoogle } from './state.ts'
import { toUsage, withCounts } from './usage.ts'
import type { GoogleCandidate } from './wire/candidates.ts'
import type { GoogleChunk } from './wire/chunk.ts'
import type { GooglePart } from './wire/parts.ts'

// -------------------------------------------------------------------------------------
// candidates
// -------------------------------------------------------------------------------------

// Calls may also arrive after the finish reason.
const withFinish = (candidate: CandidateState, said: string, emit: Emit<Delta>): CandidateState => {
  const word = isSaid(said) ? said : candidate.word
  if (word === '') return candidate
  const reason = toFinishReason(word)
  const finish = reason === 'stop' && candidate.calls.length > 0 ? 'tool_call' : reason
  const known = isCancelled(word) ? 'error' : finish
  if (known === candidate.finish && word === candidate.word) return candidate
  emit({ _tag: 'FinishDelta', choice: candidate.index, finishReason: finish, rawFinishReason: word })
  return { ...candidate, finish: known, word }
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

const withParts = (before: CandidateState, parts: ReadonlyArray<GooglePart>, emit: Emit<Delta>): CandidateState => {
  if (parts.length < 2) return parts.reduce((candidate, part) => withContent(candidate, part, emit), before)
  let candidate = before
  let from = 0
  parts.forEach((part, i) => {
    const { places, openKey } = candidate
    candidate = withContent(candidate, part, emit)
    // A part that was joined, or is empty, has a place, too.
    if (candidate.places !== places) from = 0
    else if (i > 0 && openKey !== -1) candidate = { ...candidate, places: [...places, { key: openKey, from }] }
    from += bytesOf(part.text ?? '')
  })
  return candidate
}

// An index that is neither a number nor its digits was left out.
const indexIn = (wire: GoogleCandidate): unknown => wire.index ?? field(asItCame(wire), 'index')

const withCandidate = (
  candidates: ReadonlyArray<CandidateState>,
  wire: GoogleCandidate,
  position: number,
  emit: Emit<Delta>
): ReadonlyArray<CandidateState> => {
  const said = toIndex(wire.index)
  const index = said === -1 ? position : said
  const at = candidates.findIndex((candidate) => candidate.index === index)
  let candidate = withIndex(candidates[at] ?? initialCandidate(index), index, indexIn(wire), emit)
  candidate = withParts(candidate, wire.content?.parts ?? [], emit)
  candidate = withCitations(candidate, wire, emit)
  candidate = withFinish(candidate, wire.finishReason ?? '', emit)
  return candidate === candidates[at] ? candidates : replaced(candidates, at, candidate)
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const withMetadata = (state: GoogleState, chunk: GoogleChunk, emit: Emit<Delta>): GoogleState => {
  const id = state.id ? '' : (chunk.responseId ?? '')
  const model = chunk.modelVersion ?? ''
  if (id === '' && (model === '' || model === state.model)) return state
  emit({ _tag: 'ResponseMetadata', id, model })
  return { ...state, id: state.id || id !== '', model: model || state.model }
}

const withBlock = (state: GoogleState, chunk: GoogleChunk, emit: Emit<Delta>): GoogleState => {
  const word = blockReason(asItCame(chunk))
  if (word === undefined || state.candidates.length > 0) return state
  emit({ _tag: 'FinishDelta', choice: 0, finishReason: 'content_filter', rawFinishReason: word })
  return { ...state, candidates: [{ ...initialCandidate(0), finish: 'content_filter', word }] }
}

const withUsage = (state: GoogleState, chunk: GoogleChunk, emit: Emit<Delta>): GoogleState => {
  if (chunk.usageMetadata === undefined || chunk.usageMetadata === null) return state
  const said = fieldsOf(asItCame(chunk.usageMetadata))
  const usage = withCounts(state.usage, said)
  if (Object.keys(usage).length > 0) emit({ _tag: 'UsageDelta', usage: toUsage(usage, said) })
  return usage === state.usage ? state : { ...state, usage }
}

const step = (before: GoogleState, chunk: GoogleChunk, emit: Emit<Delta>): GoogleState => {
  const named = withMetadata(withIgnored(before, chunk, emit), chunk, emit)
  let { candidates } = named
  for (const [i, candidate] of (chunk.candidates ?? []).entries()) {
    candidates = withCandidate(candidates, candidate, i, emit)
  }
  const told = candidates === named.candidates ? named : { ...named, candidates }
  return withUsage(withBlock(told, chunk, emit), chunk, emit)
}

// Arguments that the provider did not end are closed only if nothing cut the candidate short.
const withEnd = (candidate: CandidateState, emit: Emit<Delta>): CandidateState => {
  const { finish } = candidate
  const whole = isCutShort(finish) ? candidate : closeStreamed(candidate, false, emit)
  closeCalls(whole, whole.index, emit)
  return whole
}

/**
 * The machine of every provider of Gemini's generateContent.
 *
 * @internal
 */
export const googleMachine: Machine<GoogleState, GoogleChunk, Delta> = {
  initial: initialGoogle,
  step,
  end: (state, emit) => {
    return { ...state, candidates: state.candidates.map((candidate) => withEnd(candidate, emit)) }
  },
  done: () => false
}

/**
 * The size of the pieces of arguments that are held until the end, and of the sources that segments may refer to.
 *
 * @internal
 */
export const googleHeld = ({ candidates }: GoogleState): Held => {
  const size = candidates.reduce(
    (sum, { streamed, sourcesSize }) => sum + (streamed?.writer.late.length ?? 0) + sourcesSize,
    0
  )
  return { ...nothingHeld, choices: candidates.length, size }
}

/**
 * Whether every candidate has a finish reason.
 *
 * @internal
 */
export const googleEnded = ({ candidates }: GoogleState): boolean =>
  candidates.length > 0 && candidates.every(({ finish }) => finish !== '')

/**
 * Whether a candidate has a finish reason, and every one that has parts.
 *
 * @internal
 */
export const googleFinished = ({ candidates }: GoogleState): boolean =>
  candidates.some(({ finish }) => finish !== '') &&
  candidates.every(({ finish, parts }) => finish !== '' || parts === 0)

/**
 * The state after an event was lost.
 *
 * @internal
 */
export const googleLost = (state: GoogleState): GoogleState => ({
  ...state,
  candidates: state.candidates.map((candidate) => loseEvent(candidate))
})
