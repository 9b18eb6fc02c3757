import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { Usage } from '../data/Usage.ts'
import { collectUsageMachine } from '../reading/collectUsageMachine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Emits the usage of the response, once, at the end. Usage is reported as running totals, so nothing is counted twice.
 *
 * - Input → output: chunks → one usage, or none if nothing was reported.
 * - Held in memory: the usage.
 * - Fails: as the source does; Lefts are forwarded in order.
 * - Completes: with the source, after the usage.
 *
 * @example
 * import { of } from 'rxjs'
 * import { collectUsage, openRouter, readChunks, rights } from 'deltafold'
 *
 * const counts = '{"prompt_tokens":10,"completion_tokens":5}'
 * of(`data: {"choices":[{"finish_reason":"stop"}],"usage":${counts}}\n\ndata: [DONE]\n\n`)
 *   .pipe(readChunks(openRouter), collectUsage(), rights())
 *   .subscribe(({ inputTokens, outputTokens, totalTokens, cost }) => {
 *     assert.deepStrictEqual([inputTokens, outputTokens, totalTokens, cost], [10, 5, 15, undefined])
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const collectUsage = (): OperatorFunction<Result<Chunk>, Result<Usage>> => fromMachine(collectUsageMachine)
