/**
 * A cut into pieces of `bytes` bytes, or at random places that depend on the seed alone, with some empty pieces.
 *
 * @internal
 */
export type Cut = { readonly bytes: number } | { readonly seed: number }

const MAX_RANDOM_PIECE = 96

// Marsaglia's xorshift with 32 bits: https://www.jstatsoft.org/article/view/v008i14
const randomSizes = (seed: number): (() => number) => {
  let x = seed ^ 0x9e3779b9 || 1
  return () => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (x >>> 0) % (MAX_RANDOM_PIECE + 1)
  }
}

/**
 * The pieces of a body; they share its memory. A piece of less than a byte, or of no number of bytes, has one.
 *
 * Law: the pieces joined = the body; the same cut of the same body returns the same pieces, on every machine.
 *
 * @internal
 */
export const cutInto = (body: Uint8Array, cut: Cut | undefined): ReadonlyArray<Uint8Array> => {
  if (cut === undefined) return [body]
  const size = 'seed' in cut ? randomSizes(cut.seed) : (): number => (cut.bytes >= 1 ? Math.floor(cut.bytes) : 1)
  const pieces: Uint8Array[] = []
  for (let from = 0; from < body.length;) {
    const next = from + size()
    pieces.push(body.subarray(from, next))
    from = next
  }
  return pieces
}
