import type { either as E } from 'fp-ts'

import { isFailed } from '../codec/isFailed.ts'
import type { ChoiceOptions } from '../data/ChoiceOptions.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { FinishReason } from '../data/FinishReason.ts'
import type { Result } from '../data/Result.ts'
import { left, right } from '../data/Result.ts'
import { appendRarely } from '../data/rope.ts'
import { derived } from '../machine/json/derived.ts'
import { isWhole } from '../machine/json/jsonReader.ts'
import { partialJson } from '../machine/json/PartialJson.ts'
import type { JsonOptions } from '../machine/json/partialJsonMachine.ts'
import { notJson, refusal } from '../machine/json/partialJsonMachine.ts'
import type { Emit, Machine } from '../machine/Machine.ts'
import type { AnswerReader } from './answerReader.ts'
import { hasJson, newAnswerReader, readAnswer } from './answerReader.ts'
import type { ArgumentsFailure } from './decodeArguments.ts'
import { decodeValue } from './decodeArguments.ts'
import type { Schema } from './schema.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The answer was cut short: by a limit, by a filter, or because its stream ended early. Its JSON must not be used, even if
 * it happens to be complete.
 *
 * @category model
 * @since 0.1.0
 */
export interface TruncatedObject {
  readonly _tag: 'Truncated'
  readonly message: string
}

/**
 * The reason why the JSON of an answer cannot be used. The message contains nothing of its values.
 *
 * @category model
 * @since 0.1.0
 */
export type ObjectFailure = ArgumentsFailure | TruncatedObject

/**
 * How the JSON of an answer is read.
 *
 * @category model
 * @since 0.1.0
 */
export interface ObjectOptions extends ChoiceOptions, JsonOptions {}

/**
 * The text of an answer that is JSON.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnswerState {
  readonly answer: { readonly text: string }
  /** `null` = not reported yet. */
  readonly finishReason: FinishReason | null
  /** Whether the provider's terminal arrived. */
  readonly isOver: boolean
}

/**
 * What a machine over the JSON of an answer does with it.
 *
 * @internal
 */
export interface AnswerHandler<O> {
  /** Reads more text. Missing: the text is read at the end. */
  readonly read?: (reader: AnswerReader, text: string, emit: Emit<Result<O>>) => void
  /** Called once, at the end. */
  readonly end: (value: E.Either<ObjectFailure, unknown>, emit: Emit<Result<O>>) => void
}

// -------------------------------------------------------------------------------------
// the end
// -------------------------------------------------------------------------------------

const cutBy = (message: string): E.Either<ObjectFailure, never> => left({ _tag: 'Truncated', message })

const valueOf = (reader: AnswerReader): E.Either<ObjectFailure, unknown> => {
  const { json } = reader
  if (!hasJson(reader)) return left(notJson('holds no JSON'))
  return isWhole(json) ? right(partialJson(json).value) : left(refusal(json))
}

/** @internal */
export const decodeAnswer =
  <A>(schema: Schema<A>) =>
  (value: E.Either<ObjectFailure, unknown>): E.Either<ObjectFailure, A> =>
    value._tag === 'Left' ? value : decodeValue(schema, 'the answer')(value.right)

// -------------------------------------------------------------------------------------
// machines
// -------------------------------------------------------------------------------------

/**
 * A machine over the JSON of the text of one choice.
 *
 * @internal
 */
export const answerMachine = <O>(
  { choice = 0, numbers }: ObjectOptions,
  { read, end }: AnswerHandler<O>
): Machine<AnswerState, Result<Chunk>, Result<O>> => {
  const readers = derived<AnswerState['answer'], AnswerReader>(({ text }) => {
    const reader = newAnswerReader(numbers)
    readAnswer(reader, text)
    return reader
  })

  const grown = (answer: AnswerState['answer'], more: string, emit: Emit<Result<O>>): AnswerState['answer'] => {
    const next = { text: appendRarely(answer.text, more) }
    if (read === undefined) return next
    const reader = readers.take(answer)
    read(reader, more, emit)
    readers.keep(next, reader)
    return next
  }

  const ended = ({ answer, finishReason }: AnswerState): E.Either<ObjectFailure, unknown> =>
    finishReason === 'length' || finishReason === 'content_filter'
      ? cutBy(`the answer was cut short: ${finishReason}`)
      : valueOf(readers.take(answer))

  return {
    initial: { answer: { text: '' }, finishReason: null, isOver: false },
    step: (state, result, emit) => {
      if (isFailed(result)) {
        emit(result)
        return state
      }
      if (state.isOver) return state
      let { answer, finishReason } = state
      for (const delta of result.right.deltas) {
        if (delta._tag === 'TextDelta' && delta.choice === choice) {
          if (delta.text !== '') answer = grown(answer, delta.text, emit)
        } else if (delta._tag === 'FinishDelta' && delta.choice === choice) finishReason = delta.finishReason
      }
      const isOver = result.right._tag === 'TerminalChunk'
      const next =
        answer === state.answer && finishReason === state.finishReason ? state : { answer, finishReason, isOver }
      if (!isOver) return next
      end(ended(next), emit)
      return { answer: { text: '' }, finishReason, isOver }
    },
    end: (state, emit) => {
      if (!state.isOver) end(cutBy('the answer ended early'), emit)
      return { ...state, isOver: true }
    },
    done: () => false
  }
}
