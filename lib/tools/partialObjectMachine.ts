import type { either as E } from 'fp-ts'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import type { JsonPath } from '../machine/json/JsonPath.ts'
import { partialJson } from '../machine/json/PartialJson.ts'
import type { Machine } from '../machine/Machine.ts'
import type { AnswerState, ObjectFailure, ObjectOptions } from './answerMachine.ts'
import { answerMachine, decodeAnswer } from './answerMachine.ts'
import { readAnswer } from './answerReader.ts'
import type { DeepPartial } from './DeepPartial.ts'
import type { Schema } from './schema.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The value of an answer that is still being written. It must not be used as a whole.
 *
 * @category model
 * @since 0.1.0
 */
export interface UnfinishedObject<A> {
  readonly _tag: 'UnfinishedObject'
  /** Not checked by the schema. */
  readonly value: DeepPartial<A> | undefined
  /** The place of the value that changed last. */
  readonly path: JsonPath
  readonly complete: false
}

/**
 * The value of an answer that has ended, as the schema decodes it.
 *
 * @category model
 * @since 0.1.0
 */
export interface WholeObject<A> {
  readonly _tag: 'WholeObject'
  readonly value: E.Either<ObjectFailure, A>
  readonly complete: true
}

/**
 * The value of an answer as far as it has arrived, or at its end.
 *
 * @category model
 * @since 0.1.0
 */
export type PartialObject<A> = UnfinishedObject<A> | WholeObject<A>

// -------------------------------------------------------------------------------------
// machines
// -------------------------------------------------------------------------------------

/**
 * The value of an answer whose text is JSON, as a response format asks for, or holds it in a fenced block: at each change, then
 * once as the schema decodes it. No type of an unfinished value is the type of a whole one.
 *
 * - Input → output: results of chunks → the value so far; Lefts pass on in their place.
 * - Held in memory: the text and the value.
 * - Fails: never; the reason why there is no value is a Left in the last output.
 * - Done: never. The last value is emitted at the provider's terminal, or at the end without one.
 *
 * Laws: those of `Machine`; the values are those of `partialJsonMachine` for the JSON, and the last one is that of
 * `wholeObjectMachine`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import * as t from 'io-ts'
 * import { andThen, groq, partialObjectMachine, readChunksMachine, runMachine } from 'deltafold'
 *
 * const person = andThen(partialObjectMachine(t.type({ name: t.string })))(readChunksMachine(groq))
 * const delta = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`
 * const end = 'data: {"choices":[{"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
 * const seen = runMachine(person)([delta('{"name":"A'), delta('da"}'), end])
 * assert.deepStrictEqual(seen.map(E.map(({ value }) => value)), [
 *   E.right({ name: 'A' }),
 *   E.right({ name: 'Ada' }),
 *   E.right(E.right({ name: 'Ada' }))
 * ])
 *
 * @category machines
 * @since 0.1.0
 */
export const partialObjectMachine = <A>(
  schema: Schema<A>,
  options: ObjectOptions = {}
): Machine<AnswerState, Result<Chunk>, Result<PartialObject<A>>> =>
  answerMachine<PartialObject<A>>(options, {
    read: (reader, text, emit) => {
      const { changes } = reader.json
      readAnswer(reader, text)
      if (reader.json.changes === changes) return
      // Assigned, not copied: copying would build the value.
      const output = Object.assign(partialJson(reader.json), { _tag: 'UnfinishedObject', complete: false })
      emit(right(output as UnfinishedObject<A>)) // its value is unchecked, as its type says
    },
    end: (value, emit) => {
      emit(right({ _tag: 'WholeObject', value: decodeAnswer(schema)(value), complete: true }))
    }
  })
