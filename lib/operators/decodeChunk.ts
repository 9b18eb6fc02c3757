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
 * Decodes each event with the provider's io-ts codec, and says what it means as deltas.
 *
 * - Input → output: events → chunks; a `Terminal` when the provider says that the response is whole.
 * - Held in memory: ids and names of the tool calls, and sizes; nothing of the answer's text.
 * - Fails: Lefts for what one event says (`MalformedJson`, `DecodeFailure`, `ProviderFailure`, …), and goes on; a Left for
 *   what ends the answer (a limit, `NoEvents`, `EndedEarly` where the source ends before the terminal and no other failure
 *   tells why), and completes. An error of the source is such a Left: `TransportFailure`, `Aborted` for an `AbortError`, the
 *   failure of a `FailureError`. A codec of yours that throws is a `DecodeFailure`.
 * - Completes: at the provider's terminal, unsubscribing from the source, or with the source.
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { decodeChunk, openRouter, parseSSE, rights } from 'deltafold'
 *
 * of('data: {"choices":[{"delta":{"content":"Hi"}}]}\n\ndata: [DONE]\n\n')
 *   .pipe(parseSSE(), decodeChunk(openRouter), rights(), toArray())
 *   .subscribe(([chunk, end]) => {
 *     assert.deepStrictEqual(chunk?.deltas, [{ _tag: 'TextDelta', choice: 0, key: 0, text: 'Hi' }])
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
