import { isFailed } from '../codec/isFailed.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import type { TokenLogprob } from '../data/TokenLogprob.ts'
import type { Machine } from '../machine/Machine.ts'
import { logprobsIn } from './logprobsIn.ts'

/**
 * The log probabilities of the tokens of an answer, as they arrive. OpenAI Chat, Responses, Gemini, Cohere and Ollama send them
 * if the request asks for them; for an answer without them, nothing is emitted.
 *
 * - Input → output: results of chunks → a `TokenLogprob` for each token; Lefts pass on in their place.
 * - Held in memory: nothing.
 * - Fails: never. An entry whose log probability is not a number is left out.
 * - Done: never.
 *
 * Laws: those of `Machine`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { andThen, logprobsMachine, openAI, readChunksMachine, runMachine } from 'deltafold'
 *
 * const logprobs = { content: [{ token: 'Hi', logprob: -0.5, bytes: [72, 105] }] }
 * const choice = { delta: { content: 'Hi' }, logprobs, finish_reason: 'stop' }
 * const body = `data: ${JSON.stringify({ choices: [choice] })}\n\ndata: [DONE]\n\n`
 * assert.deepStrictEqual(runMachine(andThen(logprobsMachine)(readChunksMachine(openAI)))([body]), [
 *   E.right({ token: 'Hi', logprob: -0.5, bytes: [72, 105], top: [], choice: 0, refusal: false })
 * ])
 *
 * @category machines
 * @since 0.1.0
 */
export const logprobsMachine: Machine<null, Result<Chunk>, Result<TokenLogprob>> = {
  initial: null,
  step: (state, result, emit) => {
    if (isFailed(result)) emit(result)
    else if (result.right._tag !== 'TerminalChunk') {
      const { wire } = result.right
      // `coalesce` makes a list of the events of several chunks.
      for (const event of Array.isArray(wire) ? wire : [wire]) for (const token of logprobsIn(event)) emit(right(token))
    }
    return state
  },
  end: (state) => state,
  done: () => false
}
