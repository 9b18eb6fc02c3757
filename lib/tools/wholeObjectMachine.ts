import type { either as E } from 'fp-ts'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import type { Machine } from '../machine/Machine.ts'
import type { AnswerState, ObjectFailure, ObjectOptions } from './answerMachine.ts'
import { answerMachine, decodeAnswer } from './answerMachine.ts'
import type { Schema } from './schema.ts'

/**
 * The value of an answer whose text is JSON, as a response format asks for, or holds it in a fenced block: once, as the schema
 * decodes it.
 *
 * - Input → output: results of chunks → one value or one failure; Lefts pass on in their place.
 * - Held in memory: the text.
 * - Fails: never; the reason is a Left in the Right.
 * - Done: never. The value is emitted at the provider's terminal, or at the end without one.
 *
 * Laws: those of `Machine`; the value is what the schema decodes `JSON.parse` of the JSON to.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import * as t from 'io-ts'
 * import { andThen, groq, readChunksMachine, runMachine, wholeObjectMachine } from 'deltafold'
 *
 * const person = andThen(wholeObjectMachine(t.type({ name: t.string })))(readChunksMachine(groq))
 * const body = (content: string, reason: string) =>
 *   `data: ${JSON.stringify({ choices: [{ delta: { content }, finish_reason: reason }] })}\n\ndata: [DONE]\n\n`
 * assert.deepStrictEqual(runMachine(person)([body('```json\n{"name":"Ada"}\n```', 'stop')]), [
 *   E.right(E.right({ name: 'Ada' }))
 * ])
 * assert.deepStrictEqual(runMachine(person)([body('{"name":"Ada"}', 'length')]), [
 *   E.right(E.left({ _tag: 'Truncated', message: 'the answer was cut short: length' }))
 * ])
 *
 * @category machines
 * @since 0.1.0
 */
export const wholeObjectMachine = <A>(
  schema: Schema<A>,
  options: ObjectOptions = {}
): Machine<AnswerState, Result<Chunk>, Result<E.Either<ObjectFailure, A>>> =>
  answerMachine<E.Either<ObjectFailure, A>>(options, {
    end: (value, emit) => {
      emit(right(decodeAnswer(schema)(value)))
    }
  })
