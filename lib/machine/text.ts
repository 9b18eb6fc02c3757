/**
 * Chunks to the fragments of text of one choice.
 *
 * Laws: those of `Machine`; the fragments joined = the text of the folded message.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { Machine } from './Machine.ts'

/**
 * @category machines
 * @since 0.1.0
 */
export const text = <W>(choice = 0): Machine<null, Result<Chunk<W>>, Result<string>> => ({
  initial: null,
  step: (state, result, emit) => {
    if (E.isLeft(result)) {
      emit(result)
      return state
    }
    for (const delta of result.right.deltas) {
      if (delta._tag === 'TextDelta' && delta.choice === choice) emit(E.right(delta.text))
    }
    return state
  },
  end: (state) => state,
  done: () => false
})
