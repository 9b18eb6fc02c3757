import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Position } from '../data/Failure.ts'
import type { MessageState } from '../data/MessageState.ts'
import type { Result } from '../data/Result.ts'
import { left } from '../data/Result.ts'
import type { Machine } from '../machine/Machine.ts'
import { accumulateMessageMachine } from '../reading/accumulateMessageMachine.ts'
import { fromMachine } from './fromMachine.ts'
import { toFailure } from './toFailure.ts'

/**
 * A machine over chunks as an operator: an error of the source becomes the last failure and ends the answer.
 *
 * @internal
 */
export const gathering = <S extends Position, A>(
  machine: Machine<S, Result<Chunk>, A>
): OperatorFunction<Result<Chunk>, A> =>
  fromMachine(
    machine,
    toFailure((state, failure, emit) => {
      machine.end(machine.step(state, left(failure(state)), emit), emit)
    })
  )

/**
 * Emits the message as it grows, then the outcome. Nothing received is lost: Lefts are collected in `failures`, and an
 * error of the source becomes a `TransportFailure` there.
 *
 * - Input → output: chunks → a state for each chunk that changes the message or adds a repair, and for each failure of
 *   a single event; unchanged parts keep their identity (`===`). Then the outcome. A failure that ends the answer
 *   appears only in the outcome, so a refused request emits one value.
 * - Held in memory: the message.
 * - Fails: never, except with the `TypeError` of a programmer's mistake upstream.
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
