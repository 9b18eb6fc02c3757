// Only values that lost or changed something are here.
const originals = /* @__PURE__ */ new WeakMap<object, unknown>()

/**
 * A decoded value that remembers the value from which it was decoded.
 *
 * @internal
 */
export const instead = <A extends object>(value: A, original: unknown): A => {
  originals.set(value, original)
  return value
}

/**
 * Returns the value from which a value was decoded by the codecs of wires, with everything that was left out of it; any
 * other value unchanged. It is also their `encode`. A copy of a decoded value has no original, and is returned.
 *
 * Law: `asItCame(decode(u)) = u`, the same object.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { asItCame, maybe, open } from 'deltafold/wire'
 * import * as t from 'io-ts'
 *
 * const usage = () => ({ tokens: maybe(t.number) })
 * const Usage = open<{ readonly tokens?: number | null }>('Usage', usage)
 * const decoded = Usage.decode({ tokens: 'many' })
 * assert.deepStrictEqual(decoded, E.right({}))
 * assert.deepStrictEqual(E.map(asItCame)(decoded), E.right({ tokens: 'many' }))
 *
 * @category destructors
 * @since 0.1.0
 */
export const asItCame = (a: unknown): unknown => (typeof a === 'object' && a !== null ? (originals.get(a) ?? a) : a)
