import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { ObjectOptions } from '../tools/answerMachine.ts'
import type { PartialObject } from '../tools/partialObjectMachine.ts'
import { partialObjectMachine } from '../tools/partialObjectMachine.ts'
import type { Schema } from '../tools/schema.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Emits the value of an answer whose text is JSON (a response format), or holds it in a fenced block: at each change a
 * `DeepPartial`, then once the value as the schema decodes it.
 *
 * - Input → output: chunks → the value so far.
 * - Held in memory: the text and the value.
 * - Fails: as the source does; Lefts are forwarded in order.
 * - Completes: with the source.
 *
 * @example
 * import * as t from 'io-ts'
 * import { of } from 'rxjs'
 * import { openRouter, partialObject, readChunks, rights } from 'deltafold'
 *
 * const delta = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`
 * const seen: Array<string> = []
 * of(delta('{"name":"A'), delta('da"}'), 'data: {"choices":[{"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n')
 *   .pipe(readChunks(openRouter), partialObject(t.type({ name: t.string })), rights())
 *   .subscribe((one) => {
 *     if (one._tag === 'UnfinishedObject') seen.push(`${one.value?.name} …`)
 *     else if (one.value._tag === 'Right') seen.push(one.value.right.name)
 *   })
 * assert.deepStrictEqual(seen, ['A …', 'Ada …', 'Ada'])
 *
 * @category operators
 * @since 0.1.0
 */
export const partialObject = <A>(
  schema: Schema<A>,
  options?: ObjectOptions
): OperatorFunction<Result<Chunk>, Result<PartialObject<A>>> => fromMachine(() => partialObjectMachine(schema, options))
