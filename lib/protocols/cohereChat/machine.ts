/**
 * Cohere's chat, version 2: events to deltas.
 *
 * What an event is, its `type` says; the name of the SSE event is not looked at, and an event of a type that is not known
 * says nothing. The message is over at `message-end`.
 *
 * Held in memory: the places of contents and calls; nothing of the answer's text.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://docs.cohere.com/docs/streaming
 *
 * @since 0.1.0
 */
import { textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { isInvalidIndex, toIndex } from '../toIndex.ts'
import { withArguments, withCall, withEnd, withStop } from './calls.ts'
import type { CohereChunk } from './codec.ts'
import { withCitation, withContent, withMore, withPlan } from './content.ts'
import { toFinishReason } from './finishReason.ts'
import type { CohereState } from './state.ts'
import { initialCohere, withPart } from './state.ts'
import { toUsage } from './usage.ts'

const choice = 0

// One event has one of each, as an object; a list is what a whole answer has.
const each = (u: unknown): ReadonlyArray<unknown> => (Array.isArray(u) ? u : [u])

const withMetadata = (state: CohereState, { id }: CohereChunk, emit: Emit<Delta>): CohereState => {
  if (textOf(id) !== '') emit({ _tag: 'ResponseMetadata', id: textOf(id), model: '' })
  return state
}

const withFinish = (state: CohereState, chunk: CohereChunk, emit: Emit<Delta>): CohereState => {
  const { finish_reason: reason, usage } = chunk.delta ?? {}
  const word = reason ?? ''
  const finish = word === '' ? state.finish : toFinishReason(word)
  if (finish !== '' && word !== '') {
    emit({ _tag: 'FinishDelta', choice, finishReason: finish, rawFinishReason: word })
  }
  if (usage && Object.keys(usage).length > 0) emit({ _tag: 'UsageDelta', usage: toUsage(usage) })
  return { ...state, finish, ended: true }
}

const withUnknown = (state: CohereState, raw: CohereChunk, emit: Emit<Delta>): CohereState => {
  emit({ _tag: 'UnrecognisedDelta', choice, key: state.parts, raw })
  return withPart(state)
}

const withIndex = (state: CohereState, index: unknown, emit: Emit<Delta>): CohereState => {
  if (state.misindexed || !isInvalidIndex(index)) return state
  emit({ _tag: 'RepairDelta', repair: { _tag: 'InvalidIndex', choice } })
  return { ...state, misindexed: true }
}

const step = (before: CohereState, chunk: CohereChunk, emit: Emit<Delta>): CohereState => {
  const state = withIndex(before, chunk.index, emit)
  const index = toIndex(chunk.index)
  const { content, tool_plan: plan, tool_calls: calls, citations } = chunk.delta?.message ?? {}
  switch (chunk.type) {
    case 'message-start':
      return withMetadata(state, chunk, emit)
    case 'content-start':
      return withContent(state, index, content, emit)
    case 'content-delta':
      return withMore(state, index, content, emit) ?? withUnknown(state, chunk, emit)
    case 'content-end':
      return withStop(state, index, (kind) => kind !== 'call')
    case 'tool-plan-delta':
      return typeof plan === 'string' ? withPlan(state, plan, emit) : withUnknown(state, chunk, emit)
    case 'tool-call-start':
      return each(calls).reduce<CohereState>((next, call) => withCall(next, index, call, emit), state)
    case 'tool-call-delta':
      return each(calls).reduce<CohereState>(
        (next, call) => withArguments(next, index, call, emit) ?? withUnknown(next, chunk, emit),
        state
      )
    case 'tool-call-end':
      return withStop(state, index, (kind) => kind === 'call')
    case 'citation-start':
      if (citations === undefined) return withUnknown(state, chunk, emit)
      return each(citations).reduce<CohereState>((next, citation) => withCitation(next, citation, emit), state)
    case 'message-end':
      return withFinish(withMetadata(state, chunk, emit), chunk, emit)
    default:
      return state
  }
}

/**
 * @category machines
 * @since 0.1.0
 */
export const cohereMachine: Machine<CohereState, CohereChunk, Delta> = {
  initial: initialCohere,
  step,
  end: withEnd,
  done: () => false
}
