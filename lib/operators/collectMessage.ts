/**
 * Chunks to the outcome.
 *
 * @since 0.1.0
 */
import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Outcome } from '../data/MessageState.ts'
import type { Result } from '../data/Result.ts'
import { collect } from '../machine/accumulate.ts'
import { gathering } from './accumulateMessage.ts'

/**
 * The outcome, once: `collectMessage() = accumulateMessage() | last()`.
 *
 * - Input → output: chunks → one outcome.
 * - Held in memory: the message.
 * - Fails: never.
 * - Completes: after the outcome.
 *
 * @example
 * import { of } from 'rxjs'
 * import { collectMessage, openRouter, readChunks, text } from 'deltafold'
 *
 * of('data: {"choices":[{"delta":{"content":"Hi"}}]}\n\ndata: [DONE]\n\n')
 *   .pipe(readChunks(openRouter), collectMessage())
 *   .subscribe(({ _tag, message }) => {
 *     assert.deepStrictEqual([_tag, text(message)], ['Complete', 'Hi'])
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const collectMessage = (): OperatorFunction<Result<Chunk>, Outcome> => gathering(collect)
