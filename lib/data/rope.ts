/**
 * What texts cost beside their characters. An engine holds a text that was joined as a tree of its pieces (V8: 32 bytes
 * for each), and a text that was cut as a view that keeps all of the other one alive. Both would let a stream hold far
 * more than its limits allow.
 *
 * @since 0.1.0
 */

// -------------------------------------------------------------------------------------
// texts that grow
// -------------------------------------------------------------------------------------

// The tree of a shorter text is small, and so is one of longer pieces.
const SHORTEST = 1024

/** How many of the first bits of a length count: the longer the pieces, the less of the text needs to be flat. */
const bitsFor = (piece: number): number => (piece < 8 ? 5 : piece < 256 ? 3 : 2)

const isDue = (before: number, after: number, bits: number): boolean => {
  const shift = 32 - bits - Math.clz32(after)
  return before >> shift !== after >> shift
}

/**
 * `append(text, more) = text + more`, made flat whenever one of the first bits of its length changes: the tree stays
 * smaller than the text, and each character is copied some twenty times at most, whatever the length.
 *
 * @internal
 */
export const append = (text: string, more: string): string => {
  const whole = text + more
  if (whole.length < SHORTEST || text === '' || more === '') return whole
  if (!isDue(text.length, whole.length, bitsFor(more.length))) return whole
  // To look at a character, the engine makes the text flat; that the answer is known already, it does not know.
  return whole.charCodeAt(text.length) === more.charCodeAt(0) ? whole : text
}

// -------------------------------------------------------------------------------------
// texts that were cut
// -------------------------------------------------------------------------------------

// A view of less is a copy already; less kept alive does no harm.
const SHORTEST_VIEW = 13
const HARMLESS = 2048

/**
 * `own(cut) = cut`, which keeps no other text alive.
 *
 * @internal
 */
export const own = (cut: string): string => ` ${cut}`.slice(1)

/**
 * `detach(cut, length) = cut`, of its own where it was cut from a text so long that it would keep alive more than eight
 * times itself.
 *
 * @internal
 */
export const detach = (cut: string, length: number): string =>
  length <= HARMLESS || cut.length < SHORTEST_VIEW || cut.length * 8 >= length ? cut : own(cut)
