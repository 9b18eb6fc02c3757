import type { Observable } from 'rxjs'
import { defer, finalize, from } from 'rxjs'

import { isWebStream } from '../async/readableStream.ts'
import type { HttpResponse } from '../async/responsePieces.ts'
import { checkResponse, responsePieces } from '../async/responsePieces.ts'
import { field, isNothing } from '../codec/field.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { LimitOptions } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import type { AnyProvider, ResponseOf, WireOf } from '../protocols/Provider.ts'
import { opened } from '../protocols/Provider.ts'
import { headOf } from '../reading/headOf.ts'
import { readChunksMachineWhile } from '../reading/readChunksMachine.ts'
import { fromMachine } from './fromMachine.ts'
import { fromReadableStream } from './fromReadableStream.ts'
import { idleTimeout } from './idleTimeout.ts'
import { toFailure } from './toFailure.ts'
import { untilAborted } from './untilAborted.ts'

/**
 * How to read a response.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponseOptions extends LimitOptions {
  /** Most milliseconds before the first piece of the body and between two, as in `idleTimeout`. Default: no limit. */
  readonly idleTimeout?: number | undefined
  /** Ends the answer with a Left `Aborted` when it is aborted, with any reason. */
  readonly signal?: AbortSignal | undefined
}

// `from` closes an iterable only after a pending piece has arrived; a Node stream can be destroyed before.
const piecesOf = (response: HttpResponse): Observable<Piece> => {
  const source = responsePieces(response)
  return isWebStream(source)
    ? fromReadableStream<Piece>(source)
    : from(source).pipe(
        finalize(() => {
          const destroy = field(source, 'destroy')
          if (typeof destroy === 'function') destroy.call(source)
        })
      )
}

/**
 * Reads a response of any kind: the provider's stream, the same answer as one JSON body, an error body, an HTML page.
 * `fromRequest` also makes the request.
 *
 * - Input → output: a response → chunks.
 * - Held in memory: for a stream the unfinished event, otherwise the body, within its limit.
 * - Fails: never errors. Emits a Left for an error in the body (`ProviderFailure` with the response's `retryAfter`,
 *   `HttpFailure`, `NotAStream`, `NoEvents`, …), for a body that ends early (`EndedEarly`), for a broken connection
 *   (`TransportFailure`), for silence (`IdleTimeout`, with that option), and for an abort by the user (`Aborted`, with
 *   a `signal`). A response can be read once: a second subscription emits a `TransportFailure` with the code
 *   `BodyUsed`. A value that is not a response throws a `TypeError` at once. A response without a body is read as one
 *   string, to which `idleTimeout` does not apply.
 * - Completes: at the provider's terminal, canceling the body; after a Left that ends the answer; or with the body.
 *   Unsubscribing cancels the body at once, and no further event is decoded: `take(1)` decodes exactly one.
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
  { idleTimeout: silence = Infinity, signal, ...limits }: ResponseOptions = {}
): ((response: HttpResponse) => Observable<Result<Chunk<WireOf<P>, ResponseOf<P>>>>) => {
  const open = opened(provider)
  return (response) => {
    checkResponse(response)
    return defer(() => {
      let isSubscribed = true
      const machine = readChunksMachineWhile(open, { ...headOf(response, Date.now()), ...limits }, () => isSubscribed)
      return piecesOf(response).pipe(
        idleTimeout(isNothing(response.body) ? Infinity : silence),
        untilAborted(signal),
        fromMachine(machine, toFailure(machine.interrupted, signal)),
        finalize(() => {
          isSubscribed = false
        })
      )
    })
  }
}
