import * as t from 'io-ts'

import { asItCame, instead } from './asItCame.ts'
import { isOfField, toField } from './isObjectOf.ts'

/**
 * The type of `list`.
 *
 * @category model
 * @since 0.1.0
 */
export interface List<A> extends t.Type<ReadonlyArray<A>, unknown> {
  readonly _tag: 'ListType'
  readonly type: t.Type<A, unknown>
}

/**
 * The codec of lists. An entry of another type is left out.
 *
 * Laws: `decode(u)` is a Left only if `u` is not a list; otherwise those of `open`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { list } from 'deltafold/wire'
 * import * as t from 'io-ts'
 *
 * assert.deepStrictEqual(list(t.string).decode(['a', null]), E.right(['a']))
 *
 * @category combinators
 * @since 0.1.0
 */
export const list = <A, O>(type: t.Type<A, O>): List<A> => {
  const entry = toField('', type)
  const is = (u: unknown): u is ReadonlyArray<A> => {
    if (!Array.isArray(u)) return false
    for (let i = 0; i < u.length; i++) if (!isOfField(entry, u[i])) return false
    return true
  }
  const codec = new t.Type<ReadonlyArray<A>, unknown>(
    `Array<${type.name}>`,
    is,
    (u, context) => {
      if (!Array.isArray(u)) return t.failure(u, context)
      if (is(u)) return t.success(u)
      const kept: A[] = []
      for (const value of u as ReadonlyArray<unknown>) {
        const decoded = type.validate(value, t.appendContext(context, '#', type, value))
        if (decoded._tag === 'Right') kept.push(decoded.right)
      }
      return t.success(instead(kept, u))
    },
    asItCame
  )
  return Object.assign(codec, { _tag: 'ListType' as const, type })
}
