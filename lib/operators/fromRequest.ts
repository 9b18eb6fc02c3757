import type { Observable } from 'rxjs'
import { catchError, defer, finalize, from, map, mergeMap, of, tap } from 'rxjs'

import type { HttpResponse } from '../async/responsePieces.ts'
import { failureOf } from '../codec/FailureError.ts'
import { misuse } from '../codec/misuse.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import { isLeft, left, right } from '../data/Result.ts'
import type { Provider } from '../protocols/Provider.ts'
import type { ResponseOptions } from './fromResponse.ts'
import { fromResponse } from './fromResponse.ts'
import { notSilent } from './idleTimeout.ts'
import { untilAborted } from './untilAborted.ts'

/**
 * Makes a request at each subscription, and reads its response as `fromResponse` does.
 *
 * - Input → output: a function that makes the request → chunks. Its argument is a signal that is aborted with the `signal`
 *   of the options, and on unsubscription before the end of the answer: pass it to `fetch`.
 * - Held in memory: as `fromResponse`.
 * - Fails: emits Lefts as `fromResponse`, and a Left if there is no response: `TransportFailure` (a refused connection,
 *   an unknown host), `IdleTimeout`, which here also limits the time until the response, or `Aborted`. Errors only if
 *   the function throws instead of rejecting; an argument that is not a function throws a `TypeError`.
 * - Completes: as `fromResponse`.
 *
 * @example
 * import { lastValueFrom } from 'rxjs'
 * import { collectMessage, fromRequest, openRouter } from 'deltafold'
 *
 * const refused = fromRequest(openRouter)((signal) => fetch('http://127.0.0.1:1/', { method: 'POST', signal }))
 * const { _tag, failures } = await lastValueFrom(refused.pipe(collectMessage()))
 * assert.deepStrictEqual([_tag, failures.map((failure) => failure._tag)], ['Truncated', ['TransportFailure']])
 *
 * @category sources
 * @since 0.1.0
 */
export const fromRequest =
  <W, R, S>(provider: Provider<W, R, S>, options: ResponseOptions = {}) =>
  (request: (signal: AbortSignal) => PromiseLike<HttpResponse> | HttpResponse): Observable<Result<Chunk<W, R>>> => {
    if (typeof request !== 'function')
      misuse('a request must be a function of a signal that returns a promise', request)
    const { signal, idleTimeout: silence = Infinity } = options
    const failed = (error: unknown): Result<never> => left(failureOf(error, { atByte: 0, atEvent: 0 }, signal))
    return defer(() => {
      if (signal?.aborted === true) return of(failed(signal.reason))
      const aborter = new AbortController()
      let isOver = false
      return from(Promise.resolve(request(aborter.signal))).pipe(
        notSilent(silence),
        untilAborted(signal),
        map(right),
        catchError((error: unknown) => {
          aborter.abort()
          return of(failed(error))
        }),
        mergeMap((response) => (isLeft(response) ? of(response) : fromResponse(provider, options)(response.right))),
        tap({
          complete: () => {
            isOver = true
          }
        }),
        finalize(() => {
          if (!isOver || signal?.aborted === true) aborter.abort()
        })
      )
    })
  }
