import type { EncodedEvent } from './EncodedEvent.ts'

// One `data:` line for each line. A carriage return ends a line, too, and cannot be sent as such.
const LINE = /\r\n|\r|\n/

/**
 * An event as text of a server-sent event stream, with LF as line ends and a blank line after it.
 *
 * Law: `parseSSE(xs.map(formatSSE))` has the types and the data of `xs`, if no data has a carriage return and no type a line end.
 *
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 *
 * @example
 * import { formatSSE } from 'deltafold/encoding'
 *
 * assert.deepStrictEqual(formatSSE({ event: 'ping', data: '{}' }), 'event: ping\ndata: {}\n\n')
 *
 * @category framing
 * @since 0.1.0
 */
export const formatSSE = ({ event, data }: Pick<EncodedEvent, 'event' | 'data'>): string => {
  const type = event === '' ? '' : `event: ${event}\n`
  if (!data.includes('\n') && !data.includes('\r')) return `${type}data: ${data}\n\n`
  const lines = data.split(LINE).map((line) => `data: ${line}\n`)
  return `${type}${lines.join('')}\n`
}
