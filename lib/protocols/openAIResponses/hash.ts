/**
 * A hash of a text that can be computed from the hashes of its pieces: the UTF-16 code units as digits in base
 * 16777619, modulo 2^32. It distinguishes texts of equal length, but not against deliberate collisions.
 *
 * Laws: `hashed(0, x + y) = hashed(hashed(0, x), y) = hashJoined(hashed(0, x), hashed(0, y), y.length)`.
 *
 * @since 0.1.0
 */

const BASE = 0x01000193

/** @internal */
export const hashed = (hash: number, text: string): number => {
  let next = hash
  for (let i = 0; i < text.length; i++) next = (Math.imul(next, BASE) + text.charCodeAt(i)) | 0
  return next
}

const power = (exponent: number): number => {
  let result = 1
  let square = BASE
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = Math.imul(result, square)
    square = Math.imul(square, square)
  }
  return result
}

/** @internal */
export const hashJoined = (first: number, second: number, sizeOfSecond: number): number =>
  (Math.imul(first, power(sizeOfSecond)) + second) | 0
