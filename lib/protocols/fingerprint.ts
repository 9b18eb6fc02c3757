/**
 * The length and a hash of a text that grows: enough to recognise the text when it is repeated, without holding it.
 *
 * Laws: `moreHash(moreHash(h, x), y) = moreHash(h, x + y)`; `beginsWith(x + y, { size: x.length, hash: moreHash(SEED, x) })`.
 *
 * Source: http://www.isthe.com/chongo/tech/comp/fnv/
 *
 * @since 0.1.0
 */

/**
 * The length and the hash of a text.
 *
 * @category model
 * @since 0.1.0
 */
export interface Fingerprint {
  /** UTF-16 code units. */
  readonly size: number
  readonly hash: number
}

/**
 * The hash of the empty text.
 *
 * @internal
 */
export const SEED = 0x811c9dc5

/**
 * The hash after more text: FNV-1a over UTF-16 code units.
 *
 * @internal
 */
export const moreHash = (hash: number, text: string): number => {
  let next = hash
  for (let i = 0; i < text.length; i++) next = Math.imul(next ^ text.charCodeAt(i), 0x01000193)
  return next >>> 0
}

/**
 * Whether a text begins with the one of the fingerprint.
 *
 * @internal
 */
export const beginsWith = (text: string, { size, hash }: Fingerprint): boolean =>
  text.length >= size && moreHash(SEED, text.slice(0, size)) === hash
