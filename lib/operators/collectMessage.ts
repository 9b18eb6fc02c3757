import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Outcome } from '../data/MessageState.ts'
import type { Result } from '../data/Result.ts'
import { collectMessageMachine } from '../reading/collectMessageMachine.ts'
import { gathering } from './accumulateMessage.ts'

/**
 * Emits the outcome, once: `collectMessage() = accumulateMessage() | last()`.
 *
 * - Input → output: chunks → one outcome.
 * - Held in memory: the message.
 * - Fails: never.
 * - Completes: after the outcome.
 *
 * @example
 * import { of } from 'rxjs'
 * import { collectMessage, openRouter, readChunks, messageText } from 'deltafold'
 *
 * of('data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n')
 *   .pipe(readChunks(openRouter), collectMessage())
 *   .subscribe(({ _tag, message }) => {
 *     assert.deepStrictEqual([_tag, messageText(message)], ['Complete', 'Hi'])
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const collectMessage = (): OperatorFunction<Result<Chunk>, Outcome> => gathering(collectMessageMachine)
