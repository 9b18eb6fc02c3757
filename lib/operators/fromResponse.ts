/**
 * An HTTP response as a source.
 *
 * @since 0.1.0
 */
import type { Observable } from 'rxjs'
import { defer } from 'rxjs'

import type { HttpResponse } from '../async/head.ts'
import { headOf } from '../async/head.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Limits } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import { body } from '../providers/protocols/body.ts'
import type { Provider } from '../providers/Provider.ts'
import { fromMachine } from './fromMachine.ts'
import { fromReadableStream } from './fromReadableStream.ts'

/**
 * Reads a whole response, whatever it turns out to be: the provider's stream, the same answer as one JSON body, an error
 * body, a page. With `fromFetch`, give it as `selector`, so that unsubscribing closes the connection.
 *
 * - Input → output: a response → chunks.
 * - Held in memory: of a stream, the unfinished event; of other bodies, the body, within its limit.
 * - Fails: Lefts for what the body says (`ProviderFailure` with the response's `retryAfter`, `HttpFailure`, `NotAStream`,
 *   `NoEvents`, …); an error where the connection breaks.
 * - Completes: at the provider's terminal, canceling the body, or with the body.
 *
 * @example
 * import { lastValueFrom } from 'rxjs'
 * import { collectMessage, fromResponse, openRouter } from 'deltafold'
 *
 * const response = new Response('{"error":{"message":"slow down"}}', { status: 429, headers: { 'retry-after': '2' } })
 * const { failures } = await lastValueFrom(fromResponse(openRouter)(response).pipe(collectMessage()))
 * assert.deepStrictEqual(
 *   failures.map((failure) => (failure._tag === 'ProviderFailure' ? [failure.status, failure.retryAfter] : [])),
 *   [[429, 2000]]
 * )
 *
 * @category sources
 * @since 0.1.0
 */
export const fromResponse =
  <W, R, S>(provider: Provider<W, R, S>, limits?: Limits) =>
  (response: HttpResponse): Observable<Result<Chunk<W | R>>> => {
    const pieces: Observable<Uint8Array | string> =
      response.body === null ? defer(() => response.text()) : fromReadableStream(response.body)
    return pieces.pipe(fromMachine(body(provider, headOf(response, Date.now()), limits)))
  }
