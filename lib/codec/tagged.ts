import * as t from 'io-ts'

import { asItCame, instead } from './asItCame.ts'
import { isObject } from './field.ts'
import { lazy } from './lazy.ts'
import type { Open } from './open.ts'

type Member<A, Tag extends string> = A extends { readonly [T in Tag]: string } ? A : never

type Members<A, Tag extends string> = { readonly [M in Member<A, Tag> as M[Tag]]: Open<M> }

/**
 * The type of `tagged`.
 *
 * @category model
 * @since 0.1.0
 */
export interface Tagged<A> extends t.Type<A, unknown> {
  readonly _tag: 'TaggedType'
  /** The name of the field. */
  readonly tag: string
  readonly members: () => Readonly<Record<string, t.Mixed>>
}

/**
 * The codec of objects whose `type` determines their kind. An object of an unknown kind is accepted as it is. An object of
 * a known kind without the content that the kind requires loses its `type`, so that it is an `Other`. The field may have
 * another name than `type`.
 *
 * Laws: `decode(u)` is a Left only if `u` is not an object; otherwise those of `open`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import type { Fields, Other } from 'deltafold/wire'
 * import { kind, open, tagged } from 'deltafold/wire'
 * import * as t from 'io-ts'
 *
 * const textDelta = () => ({ type: kind('text_delta'), text: t.string })
 * interface TextDelta extends Fields<typeof textDelta> {}
 * const TextDelta = open<TextDelta>('TextDelta', textDelta)
 * type Delta = TextDelta | Other
 * const Delta = tagged<Delta>('Delta', () => ({ text_delta: TextDelta }))
 *
 * assert.deepStrictEqual(Delta.is({ type: 'delta_of_tomorrow', content: 7 }), true)
 * assert.deepStrictEqual(Delta.decode({ type: 'text_delta', text: null }), E.right({ text: null }))
 *
 * @category combinators
 * @since 0.1.0
 */
export const tagged = <A, Tag extends string = 'type'>(
  name: string,
  members: () => Members<A, Tag>,
  ...[field]: 'type' extends Tag ? readonly [] : readonly [tag: Tag]
): Tagged<A> => {
  const tag: string = field ?? 'type'
  const table = members as () => Readonly<Record<string, t.Mixed>> // each is a codec
  const named = lazy(() => new Map<unknown, t.Mixed>(Object.entries(table())))
  // Events of a kind come in rows.
  let kind: unknown
  let member: t.Mixed | undefined
  const memberOf = (of: unknown): t.Mixed | undefined => {
    if (of !== kind) {
      member = named().get(of)
      kind = of
    }
    return member
  }
  const is = (u: unknown): u is A => {
    if (!isObject(u)) return false
    const known = memberOf(u[tag])
    return known === undefined || known.is(u)
  }
  const validate = (u: unknown, context: t.Context): t.Validation<A> => {
    if (!isObject(u)) return t.failure(u, context)
    if (is(u)) return t.success(u)
    const decoded: t.Validation<unknown> | undefined = memberOf(u[tag])?.validate(u, context)
    if (decoded?._tag === 'Right') return decoded as t.Validation<A> // a member
    const { [tag]: _tag, ...rest } = u
    return t.success(instead(rest, u) as A) // it is an `Other`
  }
  return Object.assign(new t.Type(name, is, validate, asItCame), { _tag: 'TaggedType' as const, tag, members: table })
}
