/**
 * One complete message of `application/vnd.amazon.eventstream`. All numbers are big-endian:
 *
 * ```text
 * length of all (4) | of the headers (4) | CRC-32 of these 8 bytes (4) | headers | payload | CRC-32 of everything before (4)
 * header: length of the name (1) | name | type (1) | value
 * ```
 *
 * Source: https://smithy.io/2.0/aws/amazon-eventstream.html
 *
 * @since 0.1.0
 */
import type { Frame } from '../../data/Frame.ts'
import { crc32 } from './crc32.ts'

// -------------------------------------------------------------------------------------
// the prelude
// -------------------------------------------------------------------------------------

/**
 * The number of bytes before the headers.
 *
 * @internal
 */
export const PRELUDE = 12
const CHECKSUM = 4

const u8 = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0
const u16 = (bytes: Uint8Array, at: number): number => u8(bytes, at) * 256 + u8(bytes, at + 1)
const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 65536 + u16(bytes, at + 2)

/**
 * The length of the message that begins with these bytes; `undefined` if the prelude is invalid.
 *
 * @internal
 */
export const messageLength = (prelude: Uint8Array): number | undefined => {
  const length = u32(prelude, 0)
  const isSound = crc32(prelude, 8) === u32(prelude, 8)
  return isSound && length >= PRELUDE + u32(prelude, 4) + CHECKSUM ? length : undefined
}

// -------------------------------------------------------------------------------------
// headers
// -------------------------------------------------------------------------------------

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const STRING = 7

// By type: true, false, byte, short, integer, long, bytes, string, timestamp, UUID. Bytes and strings begin with their length.
const sizes = [0, 0, 1, 2, 4, 8, 'own', 'own', 8, 16] as const

/** The headers up to `end` whose value is a string; `undefined` if the last one does not end there. */
const headersOf = (bytes: Uint8Array, end: number): ReadonlyMap<string, string> | undefined => {
  const found = new Map<string, string>()
  let at = PRELUDE
  while (at < end) {
    const typeAt = at + 1 + u8(bytes, at)
    if (typeAt >= end) return undefined
    const type = u8(bytes, typeAt)
    const size = sizes[type]
    if (size === undefined || (size === 'own' && typeAt + 3 > end)) return undefined
    const from = size === 'own' ? typeAt + 3 : typeAt + 1
    const to = from + (size === 'own' ? u16(bytes, typeAt + 1) : size)
    if (to > end) return undefined
    if (type === STRING) {
      found.set(decoder.decode(bytes.subarray(at + 1, typeAt)), decoder.decode(bytes.subarray(from, to)))
    }
    at = to
  }
  return found
}

// -------------------------------------------------------------------------------------
// the message
// -------------------------------------------------------------------------------------

const frameOf = (headers: ReadonlyMap<string, string>, payload: string): Pick<Frame, 'event' | 'data'> => {
  switch (headers.get(':message-type')) {
    case 'exception':
      // Empty data would be read as a keep-alive, but an exception without a payload is still an exception.
      return { event: headers.get(':exception-type') ?? '', data: payload === '' ? '{}' : payload }
    case 'error':
      return {
        event: 'error',
        data: JSON.stringify({ code: headers.get(':error-code'), message: headers.get(':error-message') })
      }
    default:
      return { event: headers.get(':event-type') ?? '', data: payload }
  }
}

/**
 * The event and the data of a complete message with a valid prelude; `undefined` if its checksum or a header is wrong.
 *
 * @internal
 */
export const readMessage = (message: Uint8Array): Pick<Frame, 'event' | 'data'> | undefined => {
  const end = message.length - CHECKSUM
  if (crc32(message, end) !== u32(message, end)) return undefined
  const payloadAt = PRELUDE + u32(message, 4)
  const headers = headersOf(message, payloadAt)
  return headers === undefined ? undefined : frameOf(headers, decoder.decode(message.subarray(payloadAt, end)))
}
