/**
 * A body cut into pieces, for tests of the one promise: that it makes no difference.
 *
 * Law: the pieces joined = the body; the same cut of the same body gives the same pieces, on every machine.
 *
 * @since 0.1.0
 */

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * Into pieces of so many bytes, or at random places, some pieces empty, that depend on the seed alone.
 *
 * @category model
 * @since 0.1.0
 */
export type Cut = { readonly bytes: number } | { readonly seed: number }

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

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
 * The pieces of a body; they share its memory.
 *
 * @example
 * import { cutInto, foldBody, openRouter, foldMachine, runMachine } from 'deltafold'
 *
 * const body = new TextEncoder().encode('data: {"choices":[{"delta":{"content":"Hi €"}}]}\n\ndata: [DONE]\n\n')
 * const whole = foldBody(openRouter, body)
 * assert.deepStrictEqual(runMachine(foldMachine(openRouter))(cutInto(body, { bytes: 1 })).at(-1), whole)
 * assert.deepStrictEqual(runMachine(foldMachine(openRouter))(cutInto(body, { seed: 7 })).at(-1), whole)
 *
 * @category combinators
 * @since 0.1.0
 */
export const cutInto = (body: Uint8Array, cut: Cut | undefined): ReadonlyArray<Uint8Array> => {
  if (cut === undefined) return [body]
  const size = 'seed' in cut ? randomSizes(cut.seed) : (): number => cut.bytes
  const pieces: Uint8Array[] = []
  for (let from = 0; from < body.length;) {
    const next = from + size()
    pieces.push(body.subarray(from, next))
    from = next
  }
  return pieces
}
