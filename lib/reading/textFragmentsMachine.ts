/**
 * Chunks to text.
 *
 * Laws: those of `Machine`; the fragments joined = the text of the folded message; a fragment ends in the middle of a
 * character only where the text does.
 *
 * @since 0.1.0
 */
import { isFailed } from '../codec/isFailed.ts'
import type { ChoiceOptions } from '../data/ChoiceOptions.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import type { Machine } from '../machine/Machine.ts'

// Some providers cut between the two units of a character; code that stores or shows half of one gets an error or U+FFFD.
const isHalf = (text: string): boolean => {
  const unit = text.charCodeAt(text.length - 1)
  return unit >= 0xd800 && unit <= 0xdbff
}

/**
 * The fragments of text of one choice, as they arrive.
 *
 * - Input → output: results of chunks → non-empty strings; Lefts pass on in their place.
 * - Held in memory: half a character, where a fragment ends in its middle.
 * - Fails: never.
 * - Done: never.
 *
 * Laws: those of `Machine`; the fragments joined = the text of the folded message; a fragment ends in the middle of a
 * character only if the text does.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { andThen, groq, readChunksMachine, runMachine, textFragmentsMachine } from 'deltafold'
 *
 * const body = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
 * const fragments = runMachine(andThen(textFragmentsMachine())(readChunksMachine(groq)))([body])
 * assert.deepStrictEqual(fragments, [E.right('Hi')])
 *
 * @category machines
 * @since 0.1.0
 */
export const textFragmentsMachine = ({ choice = 0 }: ChoiceOptions = {}): Machine<
  string,
  Result<Chunk>,
  Result<string>
> => ({
  initial: '',
  step: (state, result, emit) => {
    if (isFailed(result)) {
      emit(result)
      return state
    }
    let half = state
    for (const delta of result.right.deltas) {
      if (delta._tag !== 'TextDelta' || delta.choice !== choice || delta.text === '') continue
      const text = half + delta.text
      half = isHalf(text) ? text.slice(-1) : ''
      const whole = half === '' ? text : text.slice(0, -1)
      if (whole !== '') emit(right(whole))
    }
    return half
  },
  end: (state, emit) => {
    if (state !== '') emit(right(state))
    return ''
  },
  done: () => false
})
