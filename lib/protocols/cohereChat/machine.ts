/**
 * Cohere's chat, version 2: events to deltas.
 *
 * The `type` of an event determines its kind; the name of the SSE event is ignored, and events of unknown types emit
 * nothing. The message ends at `message-end`.
 *
 * Held in memory: the positions of contents and calls; no text of the answer.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://docs.cohere.com/docs/streaming
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf, textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { isRight } from '../../data/Result.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { closeAll, endBlocks, loseEvent, restartMessage, withFinish, withPart } from '../blocks.ts'
import { withIgnored } from '../ignored.ts'
import { toIndex, withIndex } from '../toIndex.ts'
import { loseFragment } from '../withInput.ts'
import { withCall, withCallArguments } from './calls.ts'
import { withCitation, withContent, withMore, withPlan } from './content.ts'
import { toFinishReason } from './finishReason.ts'
import type { CohereState, SlotState } from './state.ts'
import { initialCohere } from './state.ts'
import { toUsage } from './usage.ts'
import type { CohereEvent } from './whole.ts'
import { contentsOf } from './whole.ts'
import { CohereEnd } from './wire/changes.ts'
import type { CohereChunk } from './wire/events.ts'

const CHOICE = 0

// An event has one of each, as an object; a complete answer has lists.
const each = (u: unknown): ReadonlyArray<unknown> => (Array.isArray(u) ? u : [u])

// A message may start with content, as that of a complete answer.
const withMessage = (before: CohereState, chunk: CohereEvent, emit: Emit<Delta>): CohereState => {
  const state = before.parts === 0 ? before : restartMessage(before, emit)
  const events = before.parts === 0 ? contentsOf(fieldsOf(chunk.delta)['message']) : []
  return events.reduce((next, event) => cohereStep(next, event, emit), withMetadata(state, chunk, emit))
}

const withMetadata = (state: CohereState, { id }: CohereEvent, emit: Emit<Delta>): CohereState => {
  if (textOf(id) !== '') emit({ _tag: 'ResponseMetadata', id: textOf(id), model: '' })
  return state
}

const withEnd = (state: CohereState, { delta }: CohereEvent, emit: Emit<Delta>): CohereState => {
  const end = CohereEnd.decode(delta)
  const { finish_reason: word, usage } = isRight(end) ? end.right : {}
  const finished = withFinish(state, word ?? '', toFinishReason, emit)
  if (usage && Object.keys(fieldsOf(asItCame(usage))).length > 0) emit({ _tag: 'UsageDelta', usage: toUsage(usage) })
  return { ...finished, ended: true }
}

const withUnknown = (state: CohereState, raw: CohereEvent, emit: Emit<Delta>): CohereState => {
  emit({ _tag: 'UnrecognisedDelta', choice: CHOICE, key: state.parts, raw })
  return withPart(state)
}

/**
 * The state after an event, whose parts are checked here.
 *
 * @internal
 */
export function cohereStep(before: CohereState, chunk: CohereEvent, emit: Emit<Delta>): CohereState {
  const state = withIndex(before, CHOICE, chunk.index, emit)
  const index = toIndex(chunk.index)
  const { content, tool_plan: plan, tool_calls: calls, citations } = fieldsOf(fieldsOf(chunk.delta)['message'])
  switch (chunk.type) {
    case 'message-start':
      return withMessage(state, chunk, emit)
    case 'content-start':
      return withContent(state, index, content, emit)
    case 'content-delta':
      return each(content).reduce<CohereState>(
        (next, one) => withMore(next, index, one, emit) ?? withUnknown(next, chunk, emit),
        state
      )
    case 'content-end':
      return endBlocks(state, (slot: SlotState) => slot.index === index && slot.kind !== 'call')
    case 'tool-plan-delta':
      return typeof (plan ?? '') === 'string' ? withPlan(state, textOf(plan), emit) : withUnknown(state, chunk, emit)
    case 'tool-call-start':
      return each(calls).reduce<CohereState>((next, call) => withCall(next, index, call, emit), state)
    case 'tool-call-delta':
      return each(calls).reduce<CohereState>(
        (next, call) =>
          withCallArguments(next, index, call, emit) ?? withUnknown(loseFragment(next, index), chunk, emit),
        state
      )
    case 'tool-call-end':
      return endBlocks(state, (slot: SlotState) => slot.index === index && slot.kind === 'call')
    case 'citation-start':
      if (citations === undefined) return withUnknown(state, chunk, emit)
      return each(citations).reduce<CohereState>((next, citation) => withCitation(next, citation, emit), state)
    case 'message-end':
      return withEnd(withMetadata(state, chunk, emit), chunk, emit)
    default:
      return state
  }
}

/**
 * The machine of every provider of Cohere's chat.
 *
 * @category machines
 * @since 0.1.0
 */
export const cohereMachine: Machine<CohereState, CohereChunk, Delta> = {
  initial: initialCohere,
  step: (state, chunk, emit) => cohereStep(withIgnored(state, chunk, emit), fieldsOf(asItCame(chunk)), emit),
  end: (state, emit) => closeAll(state, emit),
  done: () => false
}

/**
 * The state after an event was lost.
 *
 * @internal
 */
export const cohereLost = (state: CohereState): CohereState => loseEvent(state)
