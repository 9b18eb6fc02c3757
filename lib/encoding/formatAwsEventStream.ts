import { crc32 } from '../machine/framing/crc32.ts'
import type { EncodedEvent } from './EncodedEvent.ts'

const encoder = new TextEncoder()

const STRING = 7
const PRELUDE = 12
const CHECKSUM = 4

const header = (name: string, value: string): ReadonlyArray<number> => {
  const key = encoder.encode(name)
  const text = encoder.encode(value)
  return [key.length, ...key, STRING, text.length >> 8, text.length & 255, ...text]
}

/**
 * An event as one binary message of `application/vnd.amazon.eventstream`. An event type that ends in `Exception` is an
 * exception.
 *
 * Law: `parseAwsEventStream(xs.map(formatAwsEventStream))` has the types and the data of `xs`.
 *
 * Source: https://smithy.io/2.0/aws/amazon-eventstream.html
 *
 * @example
 * import { formatAwsEventStream } from 'deltafold/encoding'
 *
 * assert.deepStrictEqual(formatAwsEventStream({ event: 'messageStop', data: '{}' }).length, 99)
 *
 * @category framing
 * @since 0.1.0
 */
export const formatAwsEventStream = ({ event, data }: Pick<EncodedEvent, 'event' | 'data'>): Uint8Array => {
  const isException = event.endsWith('Exception')
  const headers = [
    ...header(':message-type', isException ? 'exception' : 'event'),
    ...header(isException ? ':exception-type' : ':event-type', event),
    ...header(':content-type', 'application/json')
  ]
  const payload = encoder.encode(data)
  const length = PRELUDE + headers.length + payload.length + CHECKSUM
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, length)
  view.setUint32(4, headers.length)
  view.setUint32(8, crc32(bytes, 8))
  bytes.set(headers, PRELUDE)
  bytes.set(payload, PRELUDE + headers.length)
  view.setUint32(length - CHECKSUM, crc32(bytes, length - CHECKSUM))
  return bytes
}
