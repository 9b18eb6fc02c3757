import type { MonoTypeOperatorFunction } from 'rxjs'
import { tap } from 'rxjs'

import { isFailed } from '../codec/isFailed.ts'
import type { Failure } from '../data/Failure.ts'
import type { Result } from '../data/Result.ts'

/**
 * Calls a function with the failure of each Left, and emits everything unchanged.
 *
 * - Input → output: results → the same results.
 * - Held in memory: nothing.
 * - Fails: as the source does, and with an error that `see` throws, which `accumulateMessage` turns into a
 *   `TransportFailure`.
 * - Completes: with the source.
 *
 * @example
 * import { of } from 'rxjs'
 * import { openRouter, readChunks, rights, tapLefts } from 'deltafold'
 *
 * const seen: Array<string> = []
 * of('data: {bad\n\n').pipe(readChunks(openRouter), tapLefts(({ _tag }) => seen.push(_tag)), rights()).subscribe()
 * assert.deepStrictEqual(seen, ['MalformedJson', 'EndedEarly'])
 *
 * @category operators
 * @since 0.1.0
 */
export const tapLefts = <A>(see: (failure: Failure) => void): MonoTypeOperatorFunction<Result<A>> =>
  tap((result) => {
    if (isFailed(result)) see(result.left)
  })
