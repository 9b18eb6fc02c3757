import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { TokenLogprob } from '../data/TokenLogprob.ts'
import { logprobsMachine } from '../reading/logprobsMachine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * The log probabilities of the tokens of an answer: of OpenAI Chat, Responses, Gemini, Cohere and Ollama, where the request
 * asked for them.
 *
 * - Input → output: chunks → a `TokenLogprob` for each token.
 * - Held in memory: nothing.
 * - Fails: as the source does; Lefts pass on in their place.
 * - Completes: with the source.
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { logprobs, openAI, readChunks, rights } from 'deltafold'
 *
 * const choice = { delta: { content: 'Hi' }, logprobs: { content: [{ token: 'Hi', logprob: -0.5 }] } }
 * of(`data: ${JSON.stringify({ choices: [choice] })}\n\n`)
 *   .pipe(readChunks(openAI), logprobs(), rights(), toArray())
 *   .subscribe((tokens) => {
 *     assert.deepStrictEqual(tokens.map(({ token, logprob }) => [token, logprob]), [['Hi', -0.5]])
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const logprobs = (): OperatorFunction<Result<Chunk>, Result<TokenLogprob>> => fromMachine(logprobsMachine)
