import type { NotAStream, Position } from './Failure.ts'
import { notAStream } from './Failure.ts'

/**
 * The failure of a body that has events, none of which is of the provider's protocol.
 *
 * @internal
 */
export const wrongProtocol = (protocol: string, events: number, at: Position): NotAStream =>
  notAStream(events === 1 ? `1 event, not of ${protocol}` : `${events} events, none of ${protocol}`, at, { events })
