import type { either as E } from 'fp-ts'
import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { ObjectFailure, ObjectOptions } from '../tools/answerMachine.ts'
import type { Schema } from '../tools/schema.ts'
import { wholeObjectMachine } from '../tools/wholeObjectMachine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Emits the value of an answer whose text is JSON (a response format), or holds it in a fenced block: once, as the schema
 * decodes it, or the failure.
 *
 * - Input → output: chunks → one value.
 * - Held in memory: the text.
 * - Fails: as the source does; Lefts are forwarded in order.
 * - Completes: with the source.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import * as t from 'io-ts'
 * import { of } from 'rxjs'
 * import { openRouter, readChunks, rights, wholeObject } from 'deltafold'
 *
 * const delta = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`
 * const seen: Array<unknown> = []
 * of(delta('{"name":"A'), delta('da"}'), 'data: {"choices":[{"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n')
 *   .pipe(readChunks(openRouter), wholeObject(t.type({ name: t.string })), rights())
 *   .subscribe((value) => seen.push(value))
 * assert.deepStrictEqual(seen, [E.right({ name: 'Ada' })])
 *
 * @category operators
 * @since 0.1.0
 */
export const wholeObject = <A>(
  schema: Schema<A>,
  options?: ObjectOptions
): OperatorFunction<Result<Chunk>, Result<E.Either<ObjectFailure, A>>> =>
  fromMachine(() => wholeObjectMachine(schema, options))
