import { field, isNothing } from '../codec/field.ts'
import { misuse } from '../codec/misuse.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import type { ResponseHead } from '../reading/headOf.ts'
import { checkHead } from '../reading/headOf.ts'
import { isAsyncIterable } from './openSource.ts'
import { bodyUsed, isWebStream } from './readableStream.ts'

/**
 * The part of a `Response` that is used. Any compatible object works, such as a response of undici, of axios (`{
 * status, headers, body: data }`) or of a test.
 *
 * @category model
 * @since 0.1.0
 */
export interface HttpResponse extends ResponseHead {
  /** A web stream, or an asynchronous iterable such as a Node stream; missing or null on a platform without streams. */
  readonly body?: ReadableStream<Uint8Array> | AsyncIterable<Piece> | null | undefined
  /** The text of the response. It is called only for a response without a `body`. */
  readonly text?: (() => Promise<string>) | undefined
  readonly bodyUsed?: boolean | undefined
}

/**
 * Throws a `TypeError` unless the value is a response, for example for a promise of one, or for a parsed body.
 *
 * @internal
 */
export const checkResponse = (response: unknown): void => {
  checkHead(response)
  const body = field(response, 'body')
  if (isNothing(body) || isWebStream(body) || isAsyncIterable(body)) return
  misuse('the body of a response must be a ReadableStream or another asynchronous iterable', body)
}

async function* textOf(response: HttpResponse): AsyncGenerator<Piece> {
  const text = await (response.bodyUsed === true ? Promise.reject(bodyUsed()) : response.text?.())
  if (text !== undefined) yield text
}

/**
 * The source of the pieces of a response: its body, otherwise its text.
 *
 * @internal
 */
export const responsePieces = (response: HttpResponse): ReadableStream<Uint8Array> | AsyncIterable<Piece> =>
  response.bodyUsed === true || isNothing(response.body) ? textOf(response) : response.body
