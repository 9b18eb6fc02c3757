import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Frame } from '../data/Frame.ts'
import type { LimitOptions } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import { left } from '../data/Result.ts'
import type { AnyProvider, WireOf } from '../protocols/Provider.ts'
import { opened } from '../protocols/Provider.ts'
import { decodeWith } from '../reading/decodeChunkMachine.ts'
import { fromMachine } from './fromMachine.ts'
import { toFailure } from './toFailure.ts'

/**
 * Decodes each event with the provider's io-ts codec, and translates it into deltas.
 *
 * - Input → output: events → chunks; a `TerminalChunk` when the provider ends the response.
 * - Held in memory: ids and names of the tool calls, and sizes; no text of the answer.
 * - Fails: emits a Left for a failure of a single event (`MalformedJson`, `DecodeFailure`, `ProviderFailure`, …) and
 *   goes on; emits a Left for a failure that ends the answer and completes: a limit, `NoEvents`, `EndedEarly` if the
 *   source completes before the terminal and no other failure is the reason, and for an error of the source
 *   `TransportFailure`, `Aborted` (an `AbortError`) or the failure of a `FailureError`. If a codec of yours throws,
 *   that is a `DecodeFailure`.
 * - Completes: at the provider's terminal, unsubscribing from the source, or with the source.
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { decodeChunk, openRouter, parseSSE, rights } from 'deltafold'
 *
 * of('data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n')
 *   .pipe(parseSSE(), decodeChunk(openRouter), rights(), toArray())
 *   .subscribe(([chunk, end]) => {
 *     assert.deepStrictEqual(chunk?.deltas[0], { _tag: 'TextDelta', choice: 0, key: 0, text: 'Hi' })
 *     assert.deepStrictEqual(end?._tag, 'TerminalChunk')
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const decodeChunk = <P extends AnyProvider>(
  provider: P,
  options?: LimitOptions
): OperatorFunction<Result<Frame>, Result<Chunk<WireOf<P>, never>>> => {
  const open = opened(provider)
  return fromMachine(
    () => decodeWith(open, options),
    toFailure((state, failure, emit) => {
      emit(left(failure(state)))
    })
  )
}
