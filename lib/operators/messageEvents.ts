import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { MessageEvent } from '../data/MessageEvent.ts'
import type { Result } from '../data/Result.ts'
import { left } from '../data/Result.ts'
import { messageEventsMachine } from '../reading/messageEventsMachine.ts'
import { fromMachine } from './fromMachine.ts'
import { toFailure } from './toFailure.ts'

/**
 * The events of an answer: the start of the message, the start, the fragments and the end of each part, sources, files, usage,
 * the finish of each choice, failures, and the end of the message.
 *
 * - Input → output: chunks → `MessageEvent`s, which are plain JSON with stable ids. A Left is a `Failure` event.
 * - Held in memory: the message.
 * - Fails: never, except with the `TypeError` of a programmer's mistake upstream. An error of the source is a `Failure`
 *   event with a `TransportFailure`.
 * - Completes: after `MessageEnd`, which comes at the provider's terminal or when the source ends.
 *
 * Law: the events folded with `appendEvent` = the message of `collectMessage`.
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { appendEvent, emptyMessage, messageEvents, messageText, openRouter, readChunks } from 'deltafold'
 *
 * of('data: {"choices":[{"delta":{"content":"Hel"}}]}\n\n', 'data: {"choices":[{"delta":{"content":"lo"}}]}\n\n')
 *   .pipe(readChunks(openRouter), messageEvents(), toArray())
 *   .subscribe((events) => {
 *     assert.deepStrictEqual(
 *       events.map(({ _tag }) => _tag),
 *       ['MessageStart', 'TextStart', 'TextDelta', 'TextDelta', 'Failure', 'TextEnd', 'MessageEnd']
 *     )
 *     assert.deepStrictEqual(messageText(events.reduce(appendEvent, emptyMessage)), 'Hello')
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const messageEvents = (): OperatorFunction<Result<Chunk>, MessageEvent> =>
  fromMachine(
    messageEventsMachine,
    toFailure((state, failure, emit) => {
      messageEventsMachine.end(messageEventsMachine.step(state, left(failure(state)), emit), emit)
    })
  )
