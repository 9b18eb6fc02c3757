import type { NotAStream, Position } from './Failure.ts'
import { notAStream } from './Failure.ts'

/**
 * The failure for a body with events, none of which is of the provider's protocol.
 *
 * @internal
 */
export const wrongProtocol = (protocol: string, events: number, at: Position): NotAStream =>
  notAStream(events === 1 ? `1 event, not of ${protocol}` : `${events} events, none of ${protocol}`, at, { events })
