/**
 * Chunks to text.
 *
 * Laws: those of `Machine`; the fragments joined = the text of the folded message.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'

import type { ChoiceOptions } from '../data/ChoiceOptions.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { Machine } from './Machine.ts'

/**
 * The fragments of text of one choice, as they arrive.
 *
 * - Input → output: results of chunks → non-empty strings; Lefts pass on in their place.
 * - Held in memory: nothing.
 * - Fails: never.
 * - Done: never.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { andThen, groq, readBody, run, textFragments } from 'deltafold'
 *
 * const fragments = run(andThen(textFragments())(readBody(groq)))(['data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n'])
 * assert.deepStrictEqual(fragments, [E.right('Hi')])
 *
 * @category machines
 * @since 0.1.0
 */
export const textFragments = ({ choice = 0 }: ChoiceOptions = {}): Machine<null, Result<Chunk>, Result<string>> => ({
  initial: null,
  step: (state, result, emit) => {
    if (E.isLeft(result)) {
      emit(result)
      return state
    }
    for (const delta of result.right.deltas) {
      if (delta._tag === 'TextDelta' && delta.choice === choice && delta.text !== '') emit(E.right(delta.text))
    }
    return state
  },
  end: (state) => state,
  done: () => false
})
