import { field, isNothing } from '../codec/field.ts'
import { misuse } from '../codec/misuse.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import type { ResponseHead } from '../reading/headOf.ts'
import { isAsyncIterable } from './openSource.ts'
import { bodyUsed, isWebStream } from './readableStream.ts'

/**
 * What is read of a `Response`: any object that has as much will do, as the responses of undici, of axios (`{ status,
 * headers, body: data }`) or of a test have.
 *
 * @category model
 * @since 0.1.0
 */
export interface HttpResponse extends ResponseHead {
  /** A web stream, or an asynchronous iterable as a Node stream is; missing or null where the platform has no streams. */
  readonly body?: ReadableStream<Uint8Array> | AsyncIterable<Piece> | null | undefined
  /** Read where there is no body. */
  readonly text?: (() => Promise<string>) | undefined
  readonly bodyUsed?: boolean | undefined
}

/**
 * Throws where something given as a response is none: a promise of one, or what its client gives in its place.
 *
 * @internal
 */
export const checkResponse = (response: unknown): void => {
  if (typeof field(response, 'status') !== 'number' || typeof field(response, 'headers') !== 'object')
    misuse('a response is an object with a status and headers', response)
  const body = field(response, 'body')
  if (isNothing(body) || isWebStream(body) || isAsyncIterable(body)) return
  misuse('the body of a response is a ReadableStream or another asynchronous iterable', body)
}

async function* textOf(response: HttpResponse): AsyncGenerator<Piece> {
  const text = await (response.bodyUsed === true ? Promise.reject(bodyUsed()) : response.text?.())
  if (text !== undefined) yield text
}

/**
 * Where the pieces of a response come from: its body, or else its text.
 *
 * @internal
 */
export const responsePieces = (response: HttpResponse): ReadableStream<Uint8Array> | AsyncIterable<Piece> =>
  response.bodyUsed === true || isNothing(response.body) ? textOf(response) : response.body
