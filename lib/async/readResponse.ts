import type { LimitOptions } from '../data/Limits.ts'
import type { MessageState } from '../data/MessageState.ts'
import type { Provider } from '../protocols/Provider.ts'
import { headOf } from '../reading/headOf.ts'
import { isWebStream, iterateReadableStream } from './readableStream.ts'
import type { ReadOptions } from './readAsync.ts'
import { readAsync } from './readAsync.ts'
import type { HttpResponse } from './responsePieces.ts'
import { checkResponse, responsePieces } from './responsePieces.ts'

/**
 * How to read a response without RxJS.
 *
 * @category model
 * @since 0.1.0
 */
export interface ReadResponseOptions extends LimitOptions, Pick<ReadOptions, 'signal' | 'onOutcome'> {}

/**
 * The message of a response as it grows, for `for await`, whether the response is the provider's stream, the same
 * answer as one JSON body, an error body or an HTML page. It is `readAsync` over the body, with the status, the content
 * type and the retry time of the response.
 *
 * - Input → output: a response → states; the last one is the outcome.
 * - Held in memory, completes: as `readAsync`.
 * - Fails: as `readAsync`; a value that is not a response throws a `TypeError` at once.
 *
 * @example
 * import { isOutcome, openRouter, readResponse } from 'deltafold/core'
 *
 * const response = new Response('{"error":{"message":"slow down"}}', { status: 429, headers: { 'retry-after': '2' } })
 * for await (const state of readResponse(openRouter)(response)) {
 *   assert.deepStrictEqual([isOutcome(state), state.failures[0]?.message], [true, 'slow down'])
 * }
 *
 * @category folds
 * @since 0.1.0
 */
export const readResponse =
  <W, R, S>(provider: Provider<W, R, S>, options?: ReadResponseOptions) =>
  (response: HttpResponse): AsyncIterableIterator<MessageState> => {
    checkResponse(response)
    const source = responsePieces(response)
    return readAsync(provider, { ...headOf(response, Date.now()), ...options })(
      isWebStream(source) ? iterateReadableStream(source) : source
    )
  }
