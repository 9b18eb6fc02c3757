/**
 * Chunks to the tool calls of one choice, as they grow.
 *
 * Laws: those of `Machine`; the last snapshot = the calls of the folded message.
 *
 * @since 0.1.0
 */
import { isFailed } from '../codec/isFailed.ts'
import type { ChoiceOptions } from '../data/ChoiceOptions.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Delta } from '../data/Delta.ts'
import type { Message } from '../data/Message.ts'
import { appendDelta, emptyMessage, messageToolCalls } from '../data/Message.ts'
import { settle } from '../data/MessageState.ts'
import type { ToolCall } from '../data/parts/ToolCall.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import type { Machine } from '../machine/Machine.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A message that holds nothing but the tool calls of one choice.
 *
 * @category model
 * @since 0.1.0
 */
export type ToolCallsState = Message

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The calls after some deltas; the same object if the deltas do not change the choice's calls.
 *
 * @internal
 */
export const withCalls = (state: Message, deltas: ReadonlyArray<Delta>, choice: number): Message => {
  let next = state
  for (const delta of deltas) {
    const isOfCall = delta._tag === 'ToolCallDelta' || delta._tag === 'ToolCallEnd'
    if (isOfCall && delta.choice === choice) next = appendDelta(next, delta)
  }
  return next
}

// -------------------------------------------------------------------------------------
// machines
// -------------------------------------------------------------------------------------

/**
 * All tool calls of a choice, at each change.
 *
 * - Input → output: results of chunks → all calls so far; Lefts pass on in their place.
 * - Held in memory: the calls.
 * - Fails: never.
 * - Done: never. At the end, calls that are still open are emitted again, as `Truncated`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { andThen, groq, readChunksMachine, runMachine, accumulateToolCallsMachine } from 'deltafold'
 *
 * const call = 'data: {"choices":[{"delta":{"tool_calls":[{"id":"a","function":{"name":"now","arguments":"[1]"}}]}}]}\n\n'
 * const end = 'data: {"choices":[{"finish_reason":"tool_calls"}]}\n\ndata: [DONE]\n\n'
 * const snapshots = runMachine(andThen(accumulateToolCallsMachine())(readChunksMachine(groq)))([call, end])
 * assert.deepStrictEqual(snapshots.map(E.map(([first]) => first?.state)), [E.right('Open'), E.right('Closed')])
 *
 * @category machines
 * @since 0.1.0
 */
export const accumulateToolCallsMachine = ({ choice = 0 }: ChoiceOptions = {}): Machine<
  ToolCallsState,
  Result<Chunk>,
  Result<ReadonlyArray<ToolCall>>
> => ({
  initial: emptyMessage,
  step: (state, result, emit) => {
    if (isFailed(result)) {
      emit(result)
      return state
    }
    const next = withCalls(state, result.right.deltas, choice)
    if (next !== state) emit(right(messageToolCalls(next)))
    return next
  },
  end: (state, emit) => {
    const settled = settle(state)
    if (settled !== state) emit(right(messageToolCalls(settled)))
    return settled
  },
  done: () => false
})
