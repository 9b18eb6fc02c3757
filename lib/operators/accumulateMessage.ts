/**
 * Chunks to the message as it grows.
 *
 * @since 0.1.0
 */
import type { OperatorFunction } from 'rxjs'

import { failureOf } from '../codec/FailureError.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { MessageState } from '../data/MessageState.ts'
import type { Result } from '../data/Result.ts'
import { left } from '../data/Result.ts'
import type { Machine } from '../machine/Machine.ts'
import type { AccumulatorState } from '../reading/accumulateMessageMachine.ts'
import { accumulateMessageMachine } from '../reading/accumulateMessageMachine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * A machine that gathers a message, as an operator: an error of the source is one more failure, and ends it.
 *
 * @internal
 */
export const gathering = <A>(
  machine: Machine<AccumulatorState, Result<Chunk>, A>
): OperatorFunction<Result<Chunk>, A> =>
  fromMachine(machine, (state, error, emit) => {
    machine.end(machine.step(state, left(failureOf(error, state)), emit), emit)
    return 'mended'
  })

/**
 * A state for each chunk, then the outcome. It never errors and never loses what was received: Lefts are gathered into
 * `failures`, and an error of the source becomes a `TransportFailure` there.
 *
 * - Input → output: chunks → one state each, in which untouched parts keep their identity (`===`); then the outcome.
 * - Held in memory: the message.
 * - Fails: never.
 * - Completes: after the outcome, which comes at the provider's terminal or when the source ends. After unsubscription
 *   there is no outcome: keep the last state.
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { accumulateMessage, openRouter, readChunks, messageText } from 'deltafold'
 *
 * of('data: {"choices":[{"delta":{"content":"Hel"}}]}\n\n', 'data: {"choices":[{"delta":{"content":"lo"}}]}\n\n')
 *   .pipe(readChunks(openRouter), accumulateMessage(), toArray())
 *   .subscribe((states) => {
 *     assert.deepStrictEqual(
 *       states.map(({ _tag, message }) => [_tag, messageText(message)]),
 *       [['Streaming', 'Hel'], ['Streaming', 'Hello'], ['Truncated', 'Hello']]
 *     )
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const accumulateMessage = (): OperatorFunction<Result<Chunk>, MessageState> =>
  gathering(accumulateMessageMachine)
