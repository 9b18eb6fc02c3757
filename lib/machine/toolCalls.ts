/**
 * Chunks to the tool calls of one choice.
 *
 * Laws: those of `Machine`; the last snapshot = the calls of the folded message; `closedCalls` says each call of the
 * outcome that is `Closed`, once.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'

import type { Chunk } from '../data/Chunk.ts'
import type { Delta } from '../data/Delta.ts'
import type { Message } from '../data/Message.ts'
import { append, emptyMessage } from '../data/Message.ts'
import { settle } from '../data/MessageState.ts'
import { isToolCall } from '../data/Part.ts'
import type { Result } from '../data/Result.ts'
import type { ClosedToolCall, ToolCall } from '../data/ToolCall.ts'
import type { Machine } from './Machine.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A message that holds nothing but tool calls.
 *
 * @category model
 * @since 0.1.0
 */
export type ToolCallsState = Message

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const isOfCalls = (delta: Delta, choice: number): boolean =>
  (delta._tag === 'ToolCallDelta' || delta._tag === 'ToolCallEnd') && delta.choice === choice

const callsOf = ({ choices }: Message): ReadonlyArray<ToolCall> =>
  choices.flatMap(({ parts }) => parts.filter(isToolCall))

const withCalls = (state: Message, deltas: ReadonlyArray<Delta>, choice: number): Message => {
  let next = state
  for (const delta of deltas) if (isOfCalls(delta, choice)) next = append(next, delta)
  return next
}

// -------------------------------------------------------------------------------------
// machines
// -------------------------------------------------------------------------------------

/**
 * A snapshot of all calls at each change; a last one where calls were still open at the end.
 *
 * @category machines
 * @since 0.1.0
 */
export const toolCallSnapshots = <W>(
  choice = 0
): Machine<ToolCallsState, Result<Chunk<W>>, Result<ReadonlyArray<ToolCall>>> => ({
  initial: emptyMessage,
  step: (state, result, emit) => {
    if (E.isLeft(result)) {
      emit(result)
      return state
    }
    const next = withCalls(state, result.right.deltas, choice)
    if (next !== state) emit(E.right(callsOf(next)))
    return next
  },
  end: (state, emit) => {
    const settled = settle(state)
    if (settled !== state) emit(E.right(callsOf(settled)))
    return settled
  },
  done: () => false
})

/**
 * Each call when nothing more of it can arrive.
 *
 * @category machines
 * @since 0.1.0
 */
export const closedCalls = <W>(choice = 0): Machine<ToolCallsState, Result<Chunk<W>>, Result<ClosedToolCall>> => ({
  initial: emptyMessage,
  step: (state, result, emit) => {
    if (E.isLeft(result)) {
      emit(result)
      return state
    }
    const next = withCalls(state, result.right.deltas, choice)
    if (next === state) return state
    const before = callsOf(state)
    callsOf(next).forEach((call, i) => {
      if (call._tag === 'Closed' && before[i]?._tag !== 'Closed') emit(E.right(call))
    })
    return next
  },
  end: (state) => state,
  done: () => false
})
