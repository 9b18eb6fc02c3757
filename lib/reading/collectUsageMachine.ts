/**
 * Chunks to usage.
 *
 * Laws: those of `Machine`; what it emits = the usage of the folded message, where that holds any.
 *
 * @since 0.1.0
 */
import { isFailed } from '../codec/isFailed.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import type { Usage } from '../data/Usage.ts'
import { UsageMonoidLatest } from '../data/Usage.ts'
import type { Machine } from '../machine/Machine.ts'

/**
 * The usage of the response, once, at the end; nothing if no usage was reported.
 *
 * - Input → output: results of chunks → one usage, or none; Lefts pass on in their place.
 * - Held in memory: the usage.
 * - Fails: never.
 * - Done: never.
 *
 * Laws: those of `Machine`; the usage emitted = the usage of the folded message, if it has any.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { andThen, groq, collectUsageMachine, readChunksMachine, runMachine } from 'deltafold'
 *
 * const counts = '{"prompt_tokens":10,"completion_tokens":5}'
 * const body = `data: {"choices":[{"finish_reason":"stop"}],"usage":${counts}}\n\ndata: [DONE]\n\n`
 * const [usage] = runMachine(andThen(collectUsageMachine)(readChunksMachine(groq)))([body])
 * assert.deepStrictEqual(usage !== undefined && E.isRight(usage) && usage.right.totalTokens, 15)
 *
 * @category machines
 * @since 0.1.0
 */
export const collectUsageMachine: Machine<Usage, Result<Chunk>, Result<Usage>> = {
  initial: UsageMonoidLatest.empty,
  step: (state, result, emit) => {
    if (isFailed(result)) {
      emit(result)
      return state
    }
    let next = state
    for (const delta of result.right.deltas) {
      if (delta._tag === 'UsageDelta') next = UsageMonoidLatest.concat(next, delta.usage)
    }
    return next
  },
  end: (state, emit) => {
    if (Object.keys(state).length > 0) emit(right(state))
    return state
  },
  done: () => false
}
