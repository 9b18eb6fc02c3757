import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { Element, ElementsOptions } from '../tools/partialElementsMachine.ts'
import { partialElementsMachine } from '../tools/partialElementsMachine.ts'
import type { Schema } from '../tools/schema.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Emits the elements of a list in an answer whose text is JSON, or holds it in a fenced block: each once, as soon as it is
 * whole, as the schema of the elements decodes it.
 *
 * - Input → output: chunks → the elements, in order.
 * - Held in memory: the text and the value.
 * - Fails: as the source does; Lefts are forwarded in order.
 * - Completes: with the source.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import * as t from 'io-ts'
 * import { of } from 'rxjs'
 * import { openRouter, partialElements, readChunks, rights } from 'deltafold'
 *
 * const delta = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`
 * const seen: Array<unknown> = []
 * of(delta('["a","b'), delta('c"'), delta(',1]'), 'data: {"choices":[{"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n')
 *   .pipe(readChunks(openRouter), partialElements(t.string), rights())
 *   .subscribe(({ value }) => seen.push(E.isRight(value) ? value.right : value.left.message))
 * assert.deepStrictEqual(seen, ['a', 'bc', 'the element: expected string'])
 *
 * @category operators
 * @since 0.1.0
 */
export const partialElements = <A>(
  schema: Schema<A>,
  options?: ElementsOptions
): OperatorFunction<Result<Chunk>, Result<Element<A>>> => fromMachine(() => partialElementsMachine(schema, options))
