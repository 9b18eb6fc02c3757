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
  /** The most milliseconds between two pieces of the body, and before the first, as in `idleTimeout`; no default. */
  readonly idleTimeout?: number | undefined
  /** Ends the answer with a Left `Aborted` when it is aborted, with any reason. */
  readonly signal?: AbortSignal | undefined
}

// `from` leaves an iterable only after the piece that it waits for; a Node stream can be ended before.
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
 * Reads a whole response, whatever it turns out to be: the provider's stream, the same answer as one JSON body, an error
 * body, a page. `fromRequest` also makes the request.
 *
 * - Input → output: a response → chunks.
 * - Held in memory: of a stream, the unfinished event; of other bodies, the body, within its limit.
 * - Fails: never; a Left tells what the body says (`ProviderFailure` with the response's `retryAfter`, `HttpFailure`,
 *   `NotAStream`, `NoEvents`, …), that it ended too early (`EndedEarly`), that the connection broke (`TransportFailure`), or
 *   fell silent (`IdleTimeout`, with that option), or that the user ended the answer (`Aborted`, with a `signal`). A response
 *   can be read once: the second subscription gives a `TransportFailure` with the code `BodyUsed`. What is no response is a
 *   `TypeError`, at once. A response without a body comes as one text, and its silence is not measured.
 * - Completes: at the provider's terminal, canceling the body; at a Left that ends the answer; or with the body.
 *   Unsubscribing cancels the body at once; no event behind the last one that was delivered is decoded: with `take(1)`, one
 *   is.
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
      let isHeard = true
      const machine = readChunksMachineWhile(open, { ...headOf(response, Date.now()), ...limits }, () => isHeard)
      return piecesOf(response).pipe(
        idleTimeout(isNothing(response.body) ? Infinity : silence),
        untilAborted(signal),
        fromMachine(machine, toFailure(machine.interrupted, signal)),
        finalize(() => {
          isHeard = false
        })
      )
    })
  }
}
