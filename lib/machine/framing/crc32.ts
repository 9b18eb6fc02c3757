const POLYNOMIAL = 0xedb88320

// The change that each byte makes to the checksum.
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? POLYNOMIAL ^ (crc >>> 1) : crc >>> 1
  return crc
})

/**
 * The CRC-32 of the first `length` bytes, as an unsigned number: the checksum of Ethernet, gzip and the event streams
 * of AWS.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc1952#section-8
 *
 * @internal
 */
export const crc32 = (bytes: Uint8Array, length: number): number => {
  let crc = -1
  for (let i = 0; i < length; i++) crc = (table[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
