import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { LimitOptions } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import { extractReasoningMachine } from '../reading/extractReasoningMachine.ts'
import type { ReasoningTagOptions } from '../reading/reasoningTags.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Makes reasoning parts of the reasoning that a model writes into its text, between `<think>` and `</think>` or other tags.
 * It stands before `accumulateMessage`, `textFragments` and the other consumers of chunks. White space stays where it is; a
 * tag that is never closed encloses all that comes; offsets of citations count the text as it was sent.
 *
 * - Input → output: chunks → the same chunks, the deltas changed where a text has tags. Characters that may be the beginning
 *   of a tag come with the next chunk, or at the end in a chunk whose `wire` is `undefined`.
 * - Held in memory: for each choice the beginning of a tag, and two numbers for each tag that was opened.
 * - Fails: as the source does; Lefts pass on in their place.
 * - Completes: with the source.
 *
 * @example
 * import { of } from 'rxjs'
 * import { collectMessage, extractReasoning, messageReasoning, messageText, openRouter, readChunks } from 'deltafold'
 *
 * const body = ['<thi', 'nk>Hm.</think', '>Hi'].map((content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`)
 * of(...body)
 *   .pipe(readChunks(openRouter), extractReasoning({ tags: ['think'] }), collectMessage())
 *   .subscribe(({ message }) => {
 *     assert.deepStrictEqual([messageReasoning(message), messageText(message)], ['Hm.', 'Hi'])
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const extractReasoning = <W = unknown, R = unknown>(
  options?: ReasoningTagOptions & LimitOptions
): OperatorFunction<Result<Chunk<W, R>>, Result<Chunk<W | undefined, R>>> =>
  fromMachine(extractReasoningMachine<W, R>(options))
