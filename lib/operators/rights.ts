/**
 * Only what went well.
 *
 * @since 0.1.0
 */
import type { OperatorFunction } from 'rxjs'
import { filter, map } from 'rxjs'

import type { Result } from '../data/Result.ts'
import { isRight } from '../data/Result.ts'

/**
 * Takes the Rights out of their boxes, and leaves Lefts out. This hides failures: a stream that broke looks like one that
 * ended. Put `tapLefts` before it, or use `orThrow`, where that matters.
 *
 * - Input → output: results → what the Rights hold.
 * - Held in memory: nothing.
 * - Fails: as the source does.
 * - Completes: with the source.
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { openRouter, readChunks, rights } from 'deltafold'
 *
 * of('data: {bad\n\ndata: {"choices":[]}\n\n').pipe(readChunks(openRouter), rights(), toArray()).subscribe((chunks) => {
 *   assert.deepStrictEqual(chunks.map(({ _tag }) => _tag), ['StreamChunk'])
 * })
 *
 * @category operators
 * @since 0.1.0
 */
export const rights =
  <A>(): OperatorFunction<Result<A>, A> =>
  (source) =>
    source.pipe(
      filter(isRight),
      map(({ right }) => right)
    )
