import * as t from 'io-ts'

import { asItCame, instead } from './asItCame.ts'
import { isObject } from './field.ts'
import { isOfField, toField } from './isObjectOf.ts'

/**
 * The type of `dictionary`.
 *
 * @category model
 * @since 0.1.0
 */
export interface Dictionary<A> extends t.Type<Readonly<Record<string, A>>, unknown> {
  readonly _tag: 'DictionaryType'
  readonly codomain: t.Type<A, unknown>
}

/**
 * The codec of objects whose keys are free and whose values are alike. A value of another type is left out.
 *
 * Laws: `decode(u)` is a Left only if `u` is not an object; otherwise those of `open`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { dictionary } from 'deltafold/wire'
 * import * as t from 'io-ts'
 *
 * assert.deepStrictEqual(dictionary(t.string).decode({ a: 'x', b: 7 }), E.right({ a: 'x' }))
 *
 * @category combinators
 * @since 0.1.0
 */
export const dictionary = <A, O>(codomain: t.Type<A, O>): Dictionary<A> => {
  const value = toField('', codomain)
  const is = (u: unknown): u is Readonly<Record<string, A>> =>
    isObject(u) && Object.values(u).every((one) => isOfField(value, one))
  const codec = new t.Type<Readonly<Record<string, A>>, unknown>(
    `{ [K in string]: ${codomain.name} }`,
    is,
    (u, context) => {
      if (!isObject(u)) return t.failure(u, context)
      if (is(u)) return t.success(u)
      const kept = Object.entries(u).flatMap(([key, one]) => {
        const decoded = codomain.validate(one, t.appendContext(context, key, codomain, one))
        return decoded._tag === 'Right' ? [[key, decoded.right] as const] : []
      })
      return t.success(instead(Object.fromEntries(kept), u))
    },
    asItCame
  )
  return Object.assign(codec, { _tag: 'DictionaryType' as const, codomain })
}
