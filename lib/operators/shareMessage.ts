import type { MonoTypeOperatorFunction } from 'rxjs'
import { shareReplay } from 'rxjs'

import type { MessageState } from '../data/MessageState.ts'

/**
 * Shares one message among several observers. A late observer receives the current state at once, then the rest; after
 * the end, the outcome. Each state holds the whole message so far, so a late observer misses nothing.
 *
 * - Input → output: states → the same states, of the same type: outcomes stay outcomes.
 * - Held in memory: the last state, also after the end.
 * - Fails: as the source does; the next observer subscribes to the source again.
 * - Completes: with the source, which is subscribed once, by the first observer, and unsubscribed when the last one
 *   unsubscribes before the end; the next one then subscribes again.
 *
 * @example
 * import { Subject } from 'rxjs'
 * import { accumulateMessage, openRouter, readChunks, shareMessage, messageText } from 'deltafold'
 *
 * const body = new Subject<string>()
 * const message = body.pipe(readChunks(openRouter), accumulateMessage(), shareMessage())
 * const seen: Array<string> = []
 * message.subscribe()
 * body.next('data: {"choices":[{"delta":{"content":"Hel"}}]}\n\n')
 * message.subscribe((state) => seen.push(messageText(state.message)))
 * body.next('data: {"choices":[{"delta":{"content":"lo"}}]}\n\n')
 * assert.deepStrictEqual(seen, ['Hel', 'Hello'])
 *
 * @category operators
 * @since 0.1.0
 */
export const shareMessage = <A extends MessageState>(): MonoTypeOperatorFunction<A> =>
  shareReplay({ bufferSize: 1, refCount: true })
