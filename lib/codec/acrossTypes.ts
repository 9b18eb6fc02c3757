/**
 * Leaves that are read across types: some servers send `"1"` for the index 1, or 7 for the id `"7"`.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import type { Word } from './word.ts'
import { word } from './word.ts'

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

/**
 * A `word`; a number is read as its digits, because some clients request enumerations as numbers.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { spelled } from 'deltafold/wire'
 *
 * assert.deepStrictEqual([spelled('STOP').decode('STOP'), spelled('STOP').decode(2)], [E.right('STOP'), E.right('2')])
 *
 * @category combinators
 * @since 0.1.0
 */
export const spelled = <W extends string>(...words: ReadonlyArray<W>): Word<W> => {
  const own = word(...words)
  return Object.assign(across<W | (string & {})>(own, jsonOf), { _tag: own._tag, words }) // encodes as a text
}
