/**
 * Only what went well.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'
import type { OperatorFunction } from 'rxjs'
import { filter, map } from 'rxjs'

import type { Result } from '../data/Result.ts'

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
 * import { either as E } from 'fp-ts'
 * import { of, toArray } from 'rxjs'
 * import { rights, transportFailure } from 'deltafold'
 *
 * of(E.right(1), E.left(transportFailure(new Error(), { atByte: 0, atEvent: 0 })), E.right(2))
 *   .pipe(rights(), toArray())
 *   .subscribe((values) => {
 *     assert.deepStrictEqual(values, [1, 2])
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const rights =
  <A>(): OperatorFunction<Result<A>, A> =>
  (source) =>
    source.pipe(
      filter(E.isRight),
      map(({ right }) => right)
    )
