/**
 * Google Interactions: events to deltas.
 *
 * The `event_type` of an event determines its kind; the name of the SSE event is ignored. Events of unknown types emit
 * nothing. The message ends at `interaction.completed`, whose status is the finish reason; others write an event of their
 * own for a status, such as `interaction.incomplete`.
 *
 * Held in memory: the positions of the steps, their signatures, the arguments that a call began with, the fields of steps
 * that are kept as they are, the usage; no text of the answer.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, textOf } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import type { Delta } from '../../data/Delta.ts'
import { isRight } from '../../data/Result.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { loseEvent, restartMessage, withFinish } from '../blocks.ts'
import { withIgnored } from '../ignored.ts'
import type { Held } from '../sizes.ts'
import { nothingHeld } from '../sizes.ts'
import { toIndex, withIndex } from '../toIndex.ts'
import { withDelta, withUnknown } from './deltas.ts'
import { withEnd, withStop } from './held.ts'
import type { InteractionsState } from './state.ts'
import { initialInteractions } from './state.ts'
import { isFinal, isFinalWord, toFinishReason } from './status.ts'
import { withStart } from './steps.ts'
import { merged, toUsage } from './usage.ts'
import type {
  InteractionsChunk,
  InteractionsStepDelta,
  InteractionsStepStart,
  InteractionsStepStop
} from './wire/events.ts'
import type { InteractionsResponse } from './wire/response.ts'
import { InteractionsSnapshot } from './wire/snapshot.ts'
import type { InteractionsStep } from './wire/steps.ts'
import type { InteractionsUsage } from './wire/usage.ts'

const CHOICE = 0

type Usage = InteractionsUsage | null | undefined

// -------------------------------------------------------------------------------------
// the interaction
// -------------------------------------------------------------------------------------

const withUsage = (state: InteractionsState, said: Usage, emit: Emit<Delta>): InteractionsState => {
  if (said === undefined || said === null) return state
  const raw = fieldsOf(asItCame(said))
  if (Object.keys(raw).length === 0) return state
  const usage = merged(state.usage, plain(raw))
  emit({ _tag: 'UsageDelta', usage: toUsage(usage) })
  return { ...state, usage }
}

// An interaction that is not stored has an empty id.
const withMetadata = (state: InteractionsState, said: string, name: string, emit: Emit<Delta>): InteractionsState => {
  const id = said === state.id ? '' : said
  const model = name === state.model ? '' : name
  if (id === '' && model === '') return state
  emit({ _tag: 'ResponseMetadata', id, model })
  return { ...state, id: id || state.id, model: model || state.model }
}

const withSnapshot = (
  state: InteractionsState,
  snapshot: InteractionsSnapshot | InteractionsResponse,
  emit: Emit<Delta>
): InteractionsState =>
  withUsage(withMetadata(state, snapshot.id ?? '', snapshot.model ?? '', emit), snapshot.usage, emit)

// Only an interaction with the id of the last one is the same.
const withRestart = (state: InteractionsState, id: string, emit: Emit<Delta>): InteractionsState =>
  state.parts === 0 || id === state.id ? state : restartMessage(state, emit)

const hasCall = ({ blocks }: InteractionsState): boolean => blocks.some(({ kind }) => kind === 'call')

const withStatus = (state: InteractionsState, status: string, emit: Emit<Delta>): InteractionsState =>
  isFinal(status) ? { ...withFinish(state, status, toFinishReason(hasCall(state)), emit), ended: true } : state

const withSteps = (
  before: InteractionsState,
  steps: ReadonlyArray<InteractionsStep> | null | undefined,
  emit: Emit<Delta>
): InteractionsState =>
  (steps ?? []).reduce<InteractionsState>(
    (state, step, index) => withStop(withStart(state, index, step, emit), index, false, emit),
    before
  )

// The end is a status of its own, if the interaction has none. It has steps only if no event had one.
const withCompleted = (
  before: InteractionsState,
  snapshot: InteractionsSnapshot,
  word: string,
  emit: Emit<Delta>
): InteractionsState => {
  const state = before.parts === 0 ? withSteps(before, snapshot.steps, emit) : before
  return withStatus(withSnapshot(state, snapshot, emit), snapshot.status ?? word, emit)
}

// -------------------------------------------------------------------------------------
// events
// -------------------------------------------------------------------------------------

const PREFIX = 'interaction.'

type Placed = InteractionsStepStart | InteractionsStepDelta | InteractionsStepStop

// An index that is neither a number nor its digits was left out.
const indexIn = (chunk: Placed): unknown => chunk.index ?? field(asItCame(chunk), 'index')

// An event of an unknown kind, or a known one without its content.
const withOther = (state: InteractionsState, raw: unknown, emit: Emit<Delta>): InteractionsState => {
  const { event_type: type, index, interaction } = fieldsOf(raw)
  const placed = withIndex(state, CHOICE, index, emit)
  if (type === 'step.start') return withStart(placed, toIndex(index), {}, emit)
  if (type === 'step.delta') return withUnknown(placed, toIndex(index), raw, emit)
  const word = textOf(type).slice(PREFIX.length)
  if (!textOf(type).startsWith(PREFIX) || !isFinalWord(word)) return state
  const snapshot = InteractionsSnapshot.decode(interaction)
  return withCompleted(state, isRight(snapshot) ? snapshot.right : {}, word, emit)
}

const step = (state: InteractionsState, chunk: InteractionsChunk, emit: Emit<Delta>): InteractionsState => {
  switch (chunk.event_type) {
    case 'step.delta': {
      const placed = withIndex(state, CHOICE, indexIn(chunk), emit)
      const next = withDelta(placed, toIndex(chunk.index), chunk, emit)
      return withUsage(next, chunk.metadata?.total_usage, emit)
    }
    case 'step.start':
      return withStart(withIndex(state, CHOICE, indexIn(chunk), emit), toIndex(chunk.index), chunk.step, emit)
    case 'step.stop': {
      const placed = withIndex(state, CHOICE, indexIn(chunk), emit)
      return withUsage(withStop(placed, toIndex(chunk.index), true, emit), chunk.usage, emit)
    }
    case 'interaction.created': {
      const snapshot = chunk.interaction ?? {}
      return withSnapshot(withRestart(state, snapshot.id ?? '', emit), snapshot, emit)
    }
    case 'interaction.status_update':
      return withUsage(withMetadata(state, chunk.interaction_id ?? '', '', emit), chunk.usage, emit)
    case 'interaction.completed':
      return withCompleted(state, chunk.interaction ?? {}, 'completed', emit)
    case 'error':
      return state
    default:
      return withOther(state, asItCame(chunk), emit)
  }
}

/**
 * The machine of every provider of Google Interactions.
 *
 * @internal
 */
export const interactionsMachine: Machine<InteractionsState, InteractionsChunk, Delta> = {
  initial: initialInteractions,
  step: (state, chunk, emit) => step(withIgnored(state, chunk, emit), chunk, emit),
  end: withEnd,
  done: () => false
}

/**
 * Whether a JSON body is the whole answer; an interaction in the background has none yet.
 *
 * @internal
 */
export const isWhole = ({ status, steps }: InteractionsResponse): boolean =>
  isFinal(status ?? '') || (status === undefined && steps !== undefined)

/**
 * The state after an interaction in one JSON body.
 *
 * @internal
 */
export const interactionsAnswer = (response: InteractionsResponse, emit: Emit<Delta>): InteractionsState => {
  const begun = withIgnored(interactionsMachine.initial, response, emit)
  const state = withSnapshot(withSteps(begun, response.steps, emit), response, emit)
  return withStatus(state, response.status ?? 'completed', emit)
}

/**
 * The size of the arguments held until the ends of their steps.
 *
 * @internal
 */
export const interactionsHeld = ({ blocks }: InteractionsState): Held => {
  let size = 0
  for (const { input } of blocks) size += input.length
  return size === 0 ? nothingHeld : { ...nothingHeld, size }
}

/**
 * The state after an event was lost.
 *
 * @internal
 */
export const interactionsLost = (state: InteractionsState): InteractionsState => loseEvent(state)
