import type { OperatorFunction } from 'rxjs'

import type { ChoiceOptions } from '../data/ChoiceOptions.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import { textFragmentsMachine } from '../reading/textFragmentsMachine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Emits the text of a choice in fragments; joined, they are the text of its message. Reasoning and refusals are not
 * included. No fragment ends inside a surrogate pair, unless the text does.
 *
 * - Input → output: chunks → non-empty strings.
 * - Held in memory: a high surrogate, if the text so far ends with one.
 * - Fails: as the source does; Lefts are forwarded in order.
 * - Completes: with the source.
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { openRouter, readChunks, rights, textFragments } from 'deltafold'
 *
 * of('data: {"choices":[{"delta":{"content":"Hel"}}]}\n\ndata: {"choices":[{"delta":{"content":"lo"}}]}\n\n')
 *   .pipe(readChunks(openRouter), textFragments(), rights(), toArray())
 *   .subscribe((fragments) => {
 *     assert.deepStrictEqual(fragments, ['Hel', 'lo'])
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const textFragments = (options?: ChoiceOptions): OperatorFunction<Result<Chunk>, Result<string>> =>
  fromMachine(textFragmentsMachine(options))
