import type { either } from 'fp-ts'
import type { OperatorFunction } from 'rxjs'
import { filter, map } from 'rxjs'

import { isFailed } from '../codec/isFailed.ts'
import type { Result } from '../data/Result.ts'

/**
 * Emits the values of the Rights, and drops Lefts. This hides failures: a cut answer looks like a complete one. If that
 * matters, put `tapLefts` before it, or use `orThrow`.
 *
 * - Input → output: results → the values of the Rights.
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
      filter((result): result is either.Right<A> => !isFailed(result)),
      map(({ right }) => right)
    )
