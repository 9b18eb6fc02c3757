import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { PartialArgumentsOptions } from '../reading/partialArgumentsMachine.ts'
import type { Schemas } from '../tools/toolSet.ts'
import type { TypedArguments } from '../tools/typedArgumentsMachine.ts'
import { typedArgumentsMachine } from '../tools/typedArgumentsMachine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Emits the arguments of the calls of these tools, with types: a `DeepPartial` while a call is open, then its value as the
 * tool's schema decodes it, or the reason why it cannot be used. The schemas are io-ts codecs or any Standard Schema.
 *
 * - Input → output: chunks → typed arguments at each change; a closed call of another tool is an `UnknownTool`.
 * - Held in memory: the calls, and the values of the open ones.
 * - Fails: as the source does; Lefts are forwarded in order.
 * - Completes: with the source. Calls that are still open are then emitted once more, as `Truncated`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import * as t from 'io-ts'
 * import { of } from 'rxjs'
 * import { openRouter, readChunks, rights, typedArguments } from 'deltafold'
 *
 * const delta = (call: object) => `data: ${JSON.stringify({ choices: [{ delta: { tool_calls: [call] } }] })}\n\n`
 * const seen: Array<string> = []
 * of(
 *   delta({ index: 0, id: 'a', function: { name: 'add', arguments: '{"a":2,' } }),
 *   delta({ index: 0, function: { arguments: '"b":3}' } }),
 *   'data: {"choices":[{"finish_reason":"tool_calls"}]}\n\ndata: [DONE]\n\n'
 * )
 *   .pipe(readChunks(openRouter), typedArguments({ add: t.type({ a: t.number, b: t.number }) }), rights())
 *   .subscribe((one) => {
 *     if (one._tag === 'UnfinishedArguments') seen.push(`${one.value?.a} + ${one.value?.b ?? '…'}`)
 *     if (one._tag === 'WholeArguments' && E.isRight(one.value)) seen.push(`${one.value.right.a + one.value.right.b}`)
 *   })
 * assert.deepStrictEqual(seen, ['2 + …', '2 + 3', '5'])
 *
 * @category operators
 * @since 0.1.0
 */
export const typedArguments = <T extends Schemas>(
  schemas: T,
  options?: PartialArgumentsOptions
): OperatorFunction<Result<Chunk>, Result<TypedArguments<T>>> =>
  fromMachine(() => typedArgumentsMachine(schemas, options))
