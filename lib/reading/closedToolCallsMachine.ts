/**
 * Chunks to the tool calls of one choice that may be run.
 *
 * Laws: those of `Machine`; what is said = the calls of the outcome that are `Closed`, each once.
 *
 * @since 0.1.0
 */
import { isFailed } from '../codec/isFailed.ts'
import type { ChoiceOptions } from '../data/ChoiceOptions.ts'
import type { Chunk } from '../data/Chunk.ts'
import { emptyMessage, messageToolCalls } from '../data/Message.ts'
import type { ClosedToolCall } from '../data/parts/ToolCall.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import type { Machine } from '../machine/Machine.ts'
import type { ToolCallsState } from './accumulateToolCallsMachine.ts'
import { withCalls } from './accumulateToolCallsMachine.ts'

/**
 * Each tool call of a choice once, when nothing more of it can arrive.
 *
 * - Input → output: results of chunks → closed calls; Lefts pass on in their place.
 * - Held in memory: the calls.
 * - Fails: never.
 * - Done: never.
 *
 * Laws: those of `Machine`; the calls emitted = the calls of the outcome that are `Closed`, each once.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { andThen, closedToolCallsMachine, groq, readChunksMachine, runMachine } from 'deltafold'
 *
 * const call = 'data: {"choices":[{"delta":{"tool_calls":[{"id":"a","function":{"name":"now","arguments":"{}"}}]}}]}\n\n'
 * const end = 'data: {"choices":[{"finish_reason":"tool_calls"}]}\n\ndata: [DONE]\n\n'
 * const closed = andThen(closedToolCallsMachine())(readChunksMachine(groq))
 * const said = (...body: ReadonlyArray<string>) => runMachine(closed)(body).map(E.bimap(({ _tag }) => _tag, ({ name }) => name))
 * assert.deepStrictEqual(said(call), [E.left('EndedEarly')])
 * assert.deepStrictEqual(said(call, end), [E.right('now')])
 *
 * @category machines
 * @since 0.1.0
 */
export const closedToolCallsMachine = ({ choice = 0 }: ChoiceOptions = {}): Machine<
  ToolCallsState,
  Result<Chunk>,
  Result<ClosedToolCall>
> => ({
  initial: emptyMessage,
  step: (state, result, emit) => {
    if (isFailed(result)) {
      emit(result)
      return state
    }
    const next = withCalls(state, result.right.deltas, choice)
    if (next === state) return state
    const before = messageToolCalls(state)
    messageToolCalls(next).forEach((call, i) => {
      if (call.state === 'Closed' && before[i]?.state !== 'Closed') emit(right(call))
    })
    return next
  },
  end: (state) => state,
  done: () => false
})
