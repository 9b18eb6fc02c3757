import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { MessageState } from '../data/MessageState.ts'
import type { Result } from '../data/Result.ts'
import { left } from '../data/Result.ts'
import type { Machine } from '../machine/Machine.ts'
import type { AccumulatorState } from '../reading/accumulateMessageMachine.ts'
import { accumulateMessageMachine } from '../reading/accumulateMessageMachine.ts'
import { fromMachine } from './fromMachine.ts'
import { toFailure } from './toFailure.ts'

/**
 * A machine that gathers a message, as an operator: an error of the source is one more failure, and ends it.
 *
 * @internal
 */
export const gathering = <A>(
  machine: Machine<AccumulatorState, Result<Chunk>, A>
): OperatorFunction<Result<Chunk>, A> =>
  fromMachine(
    machine,
    toFailure((state, failure, emit) => {
      machine.end(machine.step(state, left(failure(state)), emit), emit)
    })
  )

/**
 * The message as it grows, then the outcome. It never loses what was received: Lefts are gathered into `failures`, and an
 * error of the source becomes a `TransportFailure` there.
 *
 * - Input → output: chunks → a state for each one that changes the message, adds a repair, or is the failure of a single
 *   event; untouched parts keep their identity (`===`). Then the outcome, which alone shows a failure that ends the answer: a
 *   request that was refused gives one value.
 * - Held in memory: the message.
 * - Fails: never, except for a programmer's mistake before it (a `TypeError` that names what was given).
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
