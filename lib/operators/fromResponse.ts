/**
 * An HTTP response as a source.
 *
 * @since 0.1.0
 */
import type { Observable } from 'rxjs'
import { defer, finalize, from, throwError } from 'rxjs'

import type { ResponseHead } from '../async/headOf.ts'
import { headOf } from '../async/headOf.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { LimitOptions } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import type { AnyProvider, ResponseOf, WireOf } from '../protocols/Provider.ts'
import { opened } from '../protocols/Provider.ts'
import { readChunksMachineWhile } from '../reading/readChunksMachine.ts'
import { fromMachine } from './fromMachine.ts'
import { fromReadableStream } from './fromReadableStream.ts'
import { idleTimeout } from './idleTimeout.ts'

/**
 * What is read of a `Response`: any object that has as much will do.
 *
 * @category model
 * @since 0.1.0
 */
export interface HttpResponse extends ResponseHead {
  /** Absent or null where the platform has no streams, as in React Native. */
  readonly body?: ReadableStream<Uint8Array> | null
  /** Read where there is no body stream. */
  readonly text: () => Promise<string>
  readonly bodyUsed?: boolean
}

// Read again, it would look like an empty one.
const bodyUsed = (): Error =>
  Object.assign(new Error('the body of the response was read already'), { name: 'BodyUsed' })

/**
 * @category model
 * @since 0.1.0
 */
export interface ResponseOptions extends LimitOptions {
  /** The most milliseconds between two pieces of the body, and before the first, as in `idleTimeout`; no default. */
  readonly idleTimeout?: number
}

/**
 * Reads a whole response, whatever it turns out to be: the provider's stream, the same answer as one JSON body, an error
 * body, a page. With `fromFetch`, give it as `selector`, so that unsubscribing closes the connection.
 *
 * - Input → output: a response → chunks.
 * - Held in memory: of a stream, the unfinished event; of other bodies, the body, within its limit.
 * - Fails: Lefts for what the body says (`ProviderFailure` with the response's `retryAfter`, `HttpFailure`, `NotAStream`,
 *   `NoEvents`, …); an error where the connection breaks or, with `idleTimeout`, falls silent, after what an error body or
 *   a JSON body said until then. A response can be read once: the second subscription fails. A response without a body
 *   stream comes as one text, and its silence cannot be heard.
 * - Completes: at the provider's terminal, canceling the body, or with the body. Who leaves before that cancels the body
 *   at once; no event behind the one at which he left is decoded: with `take(1)`, one is.
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
export const fromResponse = <P extends AnyProvider>(
  provider: P,
  { idleTimeout: silence = Infinity, ...limits }: ResponseOptions = {}
): ((response: HttpResponse) => Observable<Result<Chunk<WireOf<P>, ResponseOf<P>>>>) => {
  const open = opened(provider)
  return (response) =>
    defer(() => {
      const { body } = response
      const pieces: Observable<Piece> =
        response.bodyUsed === true
          ? throwError(bodyUsed)
          : body === null || body === undefined
            ? from(response.text())
            : fromReadableStream<Piece>(body).pipe(idleTimeout(silence))
      let isHeard = true
      const machine = readChunksMachineWhile(open, { ...headOf(response, Date.now()), ...limits }, () => isHeard)
      return pieces.pipe(
        fromMachine(machine, (state, _error, emit) => {
          machine.interrupted(state, emit)
          return 'broken'
        }),
        finalize(() => {
          isHeard = false
        })
      )
    })
}
