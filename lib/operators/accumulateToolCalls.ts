import type { OperatorFunction } from 'rxjs'

import type { ChoiceOptions } from '../data/ChoiceOptions.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { ToolCall } from '../data/parts/ToolCall.ts'
import type { Result } from '../data/Result.ts'
import { accumulateToolCallsMachine } from '../reading/accumulateToolCallsMachine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Emits all tool calls of a choice as they grow: a snapshot at each change, in which unchanged calls keep their
 * identity.
 *
 * - Input → output: chunks → the calls so far, in order of first appearance.
 * - Held in memory: the calls.
 * - Fails: as the source does; Lefts are forwarded in order.
 * - Completes: with the source. Calls that are still open are then emitted once more, as `Truncated`.
 *
 * @example
 * import { of } from 'rxjs'
 * import { accumulateToolCalls, openRouter, readChunks, rights } from 'deltafold'
 *
 * const seen: Array<string> = []
 * const delta = (call: string) => `data: {"choices":[{"delta":{"tool_calls":[${call}]}}]}\n\n`
 * of(
 *   delta('{"index":0,"id":"a","function":{"name":"add","arguments":""}}'),
 *   delta('{"index":0,"function":{"arguments":"{\\"a\\":2}"}}'),
 *   'data: {"choices":[{"finish_reason":"tool_calls"}]}\n\ndata: [DONE]\n\n'
 * )
 *   .pipe(readChunks(openRouter), accumulateToolCalls(), rights())
 *   .subscribe(([call]) => seen.push(`${call?.state} ${call?.name} ${call?.arguments}`))
 * assert.deepStrictEqual(seen, ['Open add ', 'Open add {"a":2}', 'Closed add {"a":2}'])
 *
 * @category operators
 * @since 0.1.0
 */
export const accumulateToolCalls = (
  options?: ChoiceOptions
): OperatorFunction<Result<Chunk>, Result<ReadonlyArray<ToolCall>>> => fromMachine(accumulateToolCallsMachine(options))
