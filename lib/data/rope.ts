/**
 * The memory that strings take in addition to their characters. An engine stores a joined string as a tree of its pieces
 * (V8: 32 bytes for each), and a slice as a view that keeps the whole string alive. Both would let a stream hold far more
 * than its limits allow.
 *
 * @since 0.1.0
 */

// -------------------------------------------------------------------------------------
// texts that grow
// -------------------------------------------------------------------------------------

// The tree of a shorter text is small.
const SHORTEST = 1024

/** The number of leading bits of a length to compare: the longer the pieces, the less often the text is flattened. */
const bitsFor = (piece: number): number => (piece < 8 ? 5 : piece < 256 ? 3 : 2)

const isDue = (before: number, after: number, bits: number): boolean => {
  const shift = 32 - bits - Math.clz32(after)
  return before >> shift !== after >> shift
}

/**
 * `append(text, more) = text + more`, flattened whenever one of the leading bits of its length changes: the tree stays
 * smaller than the text, and each character is copied about twenty times at most, whatever the length.
 *
 * @internal
 */
export const append = (text: string, more: string, bits = bitsFor(more.length)): string => {
  const whole = text + more
  if (whole.length < SHORTEST || text === '' || more === '') return whole
  if (!isDue(text.length, whole.length, bits)) return whole
  // Reading a character makes the engine flatten the text. (V8 cannot see that the comparison is redundant.)
  return whole.charCodeAt(text.length) === more.charCodeAt(0) ? whole : text
}

/**
 * `append`, flattened twice while the text doubles: for texts that live no longer than their stream. Each character is
 * copied about four times.
 *
 * @internal
 */
export const appendRarely = (text: string, more: string): string => append(text, more, 2)

// -------------------------------------------------------------------------------------
// texts that were cut
// -------------------------------------------------------------------------------------

// V8 copies shorter slices anyway.
const SHORTEST_VIEW = 13
const HARMLESS = 2048

/**
 * `own(cut) = cut`, as a string that keeps no other string alive.
 *
 * @internal
 */
export const own = (cut: string): string => ` ${cut}`.slice(1)

/**
 * `detach(cut, length) = cut`, copied if it was cut from a text of more than eight times its length, which it would keep
 * alive.
 *
 * @internal
 */
export const detach = (cut: string, length: number): string =>
  length <= HARMLESS || cut.length < SHORTEST_VIEW || cut.length * 8 >= length ? cut : own(cut)
