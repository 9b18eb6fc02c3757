import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import { left } from '../data/Result.ts'
import type { Encoded } from '../encoding/encodeChunksMachine.ts'
import { encodeChunksMachine } from '../encoding/encodeChunksMachine.ts'
import type { Target } from '../encoding/Target.ts'
import { fromMachine } from './fromMachine.ts'
import { toFailure } from './toFailure.ts'

/**
 * Chunks to the events of another wire, one by one.
 *
 * - Input → output: chunks → events of the target, and the features that it cannot express, each once.
 * - Held in memory: the message. For targets whose calls come whole: the parts after a call that has not ended.
 * - Fails: never, except with the `TypeError` of a programmer's mistake upstream. A failure or an error of the source ends in the
 *   target's error event.
 * - Completes: after the target's last event, which comes at the provider's terminal or when the source ends.
 *
 * Law: `chunks.pipe(encodeChunks(t))` emits the outputs of `encodeChunksMachine(t)`.
 *
 * @example
 * import { filter, map, of, toArray } from 'rxjs'
 * import { encodeChunks, openRouter, readChunks } from 'deltafold'
 * import { formatSSE, openAITarget } from 'deltafold/encoding'
 *
 * of('data: {"choices":[{"delta":{"content":"Hel"}}]}\n\n')
 *   .pipe(
 *     readChunks(openRouter),
 *     encodeChunks(openAITarget),
 *     filter((one) => one._tag === 'EncodedEvent'),
 *     map((event) => formatSSE(event)),
 *     toArray()
 *   )
 *   .subscribe(([, last]) => {
 *     assert.deepStrictEqual(JSON.parse((last ?? '').slice('data: '.length)).error.code, 'EndedEarly')
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const encodeChunks = <S>(target: Target<S>): OperatorFunction<Result<Chunk>, Encoded> => {
  const machine = encodeChunksMachine(target)
  return fromMachine(
    machine,
    toFailure((state, failure, emit) => {
      machine.end(machine.step(state, left(failure(state.source)), emit), emit)
    })
  )
}
