import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { PartialArguments, PartialArgumentsOptions } from '../reading/partialArgumentsMachine.ts'
import { partialArgumentsMachine } from '../reading/partialArgumentsMachine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Emits the arguments of each tool call of a choice as they arrive: a value at each change, for every protocol. Lists and
 * objects that do not change keep their identity.
 *
 * - Input → output: chunks → the call, the value of its arguments so far, and the place of the last change.
 * - Held in memory: the calls, and the values of the open ones.
 * - Fails: as the source does; Lefts are forwarded in order.
 * - Completes: with the source. Calls that are still open are then emitted once more, as `Truncated`.
 *
 * @example
 * import { of } from 'rxjs'
 * import { openRouter, partialArguments, readChunks, rights } from 'deltafold'
 *
 * const delta = (call: object) => `data: ${JSON.stringify({ choices: [{ delta: { tool_calls: [call] } }] })}\n\n`
 * const seen: Array<string> = []
 * of(
 *   delta({ index: 0, id: 'a', function: { name: 'write', arguments: '{"path":"a' } }),
 *   delta({ index: 0, function: { arguments: '.ts","lines":[1' } }),
 *   delta({ index: 0, function: { arguments: ',2]}' } }),
 *   'data: {"choices":[{"finish_reason":"tool_calls"}]}\n\ndata: [DONE]\n\n'
 * )
 *   .pipe(readChunks(openRouter), partialArguments(), rights())
 *   .subscribe(({ value, complete }) => seen.push(`${JSON.stringify(value)}${complete ? '.' : ' …'}`))
 * assert.deepStrictEqual(seen, [
 *   '{"path":"a"} …',
 *   '{"path":"a.ts","lines":[]} …',
 *   '{"path":"a.ts","lines":[1,2]} …',
 *   '{"path":"a.ts","lines":[1,2]}.'
 * ])
 *
 * @category operators
 * @since 0.1.0
 */
export const partialArguments = (
  options?: PartialArgumentsOptions
): OperatorFunction<Result<Chunk>, Result<PartialArguments>> => fromMachine(() => partialArgumentsMachine(options))
