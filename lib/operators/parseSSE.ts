import type { OperatorFunction } from 'rxjs'

import type { Result } from '../data/Result.ts'
import type { SSEOptions } from '../machine/framing/sse.ts'
import { sseEventsMachine } from '../machine/framing/sseEvents.ts'
import type { SSEEvent } from '../machine/framing/SSEItem.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Parses server-sent events by the rules of the WHATWG standard. Comments and retries are dropped.
 *
 * - Input → output: pieces of a body, cut anywhere → one Right for each event. An event that the end cuts off is
 *   marked `unfinished`, or dropped with `strict`.
 * - Held in memory: the unfinished line and event, within `limits.line` and `limits.event` bytes.
 * - Fails: at a limit, emits one Left (`LineTooLong`, `EventTooLarge` or `LimitExceeded`) and completes. Errors as the
 *   source does.
 * - Completes: with the source.
 *
 * Law: the events depend on the bytes, not on how they were cut.
 *
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { parseSSE, rights } from 'deltafold'
 *
 * of('data: Hel', 'lo\n\nevent: ping\ndata:\n\n').pipe(parseSSE(), rights(), toArray()).subscribe((events) => {
 *   assert.deepStrictEqual(events.map(({ event, data }) => [event, data]), [['', 'Hello'], ['ping', '']])
 * })
 *
 * @category operators
 * @since 0.1.0
 */
export const parseSSE = (options?: SSEOptions): OperatorFunction<Piece, Result<SSEEvent>> =>
  fromMachine(sseEventsMachine(options))
