import * as t from 'io-ts'

import { asItCame } from './asItCame.ts'

/**
 * The type of `either`.
 *
 * @category model
 * @since 0.1.0
 */
export interface Either<A, B> extends t.Type<A | B, unknown> {
  readonly _tag: 'EitherType'
  readonly types: readonly [t.Type<A, unknown>, t.Type<B, unknown>]
}

/**
 * The codec of two shapes, such as a text or a list. A value of neither is decoded by the first that does not fail. The
 * `encode` of `t.union` would copy every object around it.
 *
 * @example
 * import { either, list } from 'deltafold/wire'
 * import * as t from 'io-ts'
 *
 * const Content = either(t.string, list(t.string))
 * assert.deepStrictEqual([Content.is('a'), Content.is(['a']), Content.is(1)], [true, true, false])
 *
 * @category combinators
 * @since 0.1.0
 */
export const either = <A, B>(
  a: t.Type<A, unknown>,
  b: t.Type<B, unknown>,
  name = `(${a.name} | ${b.name})`
): Either<A, B> => {
  const codec = new t.Type<A | B, unknown>(
    name,
    (u): u is A | B => a.is(u) || b.is(u),
    (u, context) => {
      if (b.is(u)) return t.success(u)
      const first = a.validate(u, context)
      if (first._tag === 'Right') return first
      const second = b.validate(u, context)
      return second._tag === 'Right' ? second : t.failure(u, context)
    },
    asItCame
  )
  return Object.assign(codec, { _tag: 'EitherType' as const, types: [a, b] as const })
}
