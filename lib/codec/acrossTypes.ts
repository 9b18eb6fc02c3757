/**
 * Leaves that are read across types: some servers send `"1"` for the index 1, or 7 for the id `"7"`.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

/** @internal */
export const across = <A>(leaf: t.Type<A> & { readonly _tag: string }, read: (u: unknown) => unknown): t.Type<A> => {
  const codec = new t.Type<A>(
    leaf.name,
    leaf.is,
    (u, context) => {
      const value = leaf.is(u) ? u : read(u)
      return leaf.is(value) ? t.success(value) : t.failure(u, context)
    },
    t.identity
  )
  return Object.assign(codec, { _tag: leaf._tag })
}

const ofDigits = (u: unknown): unknown => (typeof u === 'string' && String(Number(u)) === u ? Number(u) : u)

/** @internal */
export const jsonOf = (u: unknown): unknown => (typeof u === 'number' || typeof u === 'boolean' ? String(u) : u)

/**
 * A number, or its digits.
 *
 * @category codecs
 * @since 0.1.0
 */
export const numeric: t.Type<number> = /* @__PURE__ */ across(t.number, ofDigits)

/**
 * A text; a number or a boolean is read as its JSON text.
 *
 * @category codecs
 * @since 0.1.0
 */
export const textual: t.Type<string> = /* @__PURE__ */ across(t.string, jsonOf)
