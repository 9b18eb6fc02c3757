import type { OperatorFunction } from 'rxjs'

import type { ChoiceOptions } from '../data/ChoiceOptions.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { ClosedToolCall } from '../data/parts/ToolCall.ts'
import type { Result } from '../data/Result.ts'
import { closedToolCallsMachine } from '../reading/closedToolCallsMachine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Emits each tool call of a choice once, as soon as it is closed. A call that was cut short is never emitted, even if
 * its partial arguments happen to be JSON.
 *
 * - Input → output: chunks → closed calls.
 * - Held in memory: the calls.
 * - Fails: as the source does; Lefts are forwarded in order.
 * - Completes: with the source.
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { closedToolCalls, openRouter, readChunks, rights } from 'deltafold'
 *
 * const call = 'data: {"choices":[{"delta":{"tool_calls":[{"id":"a","function":{"name":"now","arguments":"{}"}}]}}]}\n\n'
 * const end = 'data: {"choices":[{"finish_reason":"tool_calls"}]}\n\ndata: [DONE]\n\n'
 * of(call).pipe(readChunks(openRouter), closedToolCalls(), rights(), toArray()).subscribe((cut) => {
 *   assert.deepStrictEqual(cut, [])
 * })
 * of(call, end).pipe(readChunks(openRouter), closedToolCalls(), rights(), toArray()).subscribe((calls) => {
 *   assert.deepStrictEqual(calls.map(({ name }) => name), ['now'])
 * })
 *
 * @category operators
 * @since 0.1.0
 */
export const closedToolCalls = (options?: ChoiceOptions): OperatorFunction<Result<Chunk>, Result<ClosedToolCall>> =>
  fromMachine(closedToolCallsMachine(options))
