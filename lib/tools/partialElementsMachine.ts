import type { either as E } from 'fp-ts'

import type { Chunk } from '../data/Chunk.ts'
import { isEqual } from '../data/isEqual.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import type { Container } from '../machine/json/jsonContainer.ts'
import type { JsonPath } from '../machine/json/JsonPath.ts'
import { pathIn } from '../machine/json/PartialJson.ts'
import type { Machine } from '../machine/Machine.ts'
import type { AnswerState, ObjectOptions } from './answerMachine.ts'
import { answerMachine } from './answerMachine.ts'
import { readAnswer } from './answerReader.ts'
import type { InvalidArguments } from './decodeArguments.ts'
import { decodeValue } from './decodeArguments.ts'
import type { Schema } from './schema.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * An element of a list that is whole, as the schema of the elements decodes it.
 *
 * @category model
 * @since 0.1.0
 */
export interface Element<A> {
  /** Its index in the list, from 0. */
  readonly index: number
  readonly value: E.Either<InvalidArguments, A>
}

/**
 * Where the list is.
 *
 * @category model
 * @since 0.1.0
 */
export interface ElementsOptions extends ObjectOptions {
  /** The place of the list in the JSON. Defaults to `[]`: the JSON is a list. */
  readonly at?: JsonPath | undefined
}

// -------------------------------------------------------------------------------------
// machines
// -------------------------------------------------------------------------------------

/**
 * The elements of a list in an answer whose text is JSON, or holds it in a fenced block: each once, as soon as it is whole.
 *
 * - Input → output: results of chunks → the elements, in order; Lefts pass on in their place.
 * - Held in memory: the text and the value.
 * - Fails: never; an element that does not match the schema is a Left in the Right.
 * - Done: never.
 *
 * Laws: those of `Machine`; the elements are those of the list in `JSON.parse` of the JSON, in order, or the first of them if
 * the answer was cut short.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import * as t from 'io-ts'
 * import { andThen, groq, partialElementsMachine, readChunksMachine, runMachine } from 'deltafold'
 *
 * const steps = partialElementsMachine(t.type({ title: t.string }), { at: ['steps'] })
 * const delta = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`
 * const end = 'data: {"choices":[{"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
 * const body = [delta('{"steps":[{"title":"a"},{"ti'), delta('tle":"b"}]}'), end]
 * assert.deepStrictEqual(runMachine(andThen(steps)(readChunksMachine(groq)))(body), [
 *   E.right({ index: 0, value: E.right({ title: 'a' }) }),
 *   E.right({ index: 1, value: E.right({ title: 'b' }) })
 * ])
 *
 * @category machines
 * @since 0.1.0
 */
export const partialElementsMachine = <A>(
  schema: Schema<A>,
  { at = [], ...options }: ElementsOptions = {}
): Machine<AnswerState, Result<Chunk>, Result<Element<A>>> => {
  const decode = decodeValue(schema, 'the element')
  // The entries of the base are at depth 0.
  const isList = (container: Container): boolean =>
    container.depth === at.length + 1 && container.names === undefined && isEqual(pathIn(container, -1), at)
  return answerMachine<Element<A>>(options, {
    read: (reader, text, emit) => {
      const { json } = reader
      json.onWhole = (container, value) => {
        if (isList(container)) emit(right({ index: container.values.length - 1, value: decode(value) }))
      }
      readAnswer(reader, text)
      json.onWhole = undefined
    },
    end: () => undefined
  })
}
