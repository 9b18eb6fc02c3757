/**
 * Chunks to usage, said once at the end. A response that reports none gives the empty usage.
 *
 * Laws: those of `Machine`; what is said = the usage of the folded message.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { Usage } from '../data/Usage.ts'
import { UsageMonoidLatest } from '../data/Usage.ts'
import type { Machine } from './Machine.ts'

/**
 * @category machines
 * @since 0.1.0
 */
export const usage = <W>(): Machine<Usage, Result<Chunk<W>>, Result<Usage>> => ({
  initial: UsageMonoidLatest.empty,
  step: (state, result, emit) => {
    if (E.isLeft(result)) {
      emit(result)
      return state
    }
    return result.right.deltas.reduce(
      (sum, delta) => (delta._tag === 'UsageDelta' ? UsageMonoidLatest.concat(sum, delta.usage) : sum),
      state
    )
  },
  end: (state, emit) => {
    emit(E.right(state))
    return state
  },
  done: () => false
})
