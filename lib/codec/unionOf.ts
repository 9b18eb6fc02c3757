/**
 * io-ts codecs of unions whose members are discriminated by `_tag`.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

/**
 * The codec of a member: its tag, its fields, and the fields that may be missing.
 *
 * @internal
 */
export const tagged = <Tag extends string, P extends t.Props, Q extends t.Props>(_tag: Tag, props: P, some: Q) =>
  t.intersection([t.type({ _tag: t.literal(_tag), ...props }), t.partial(some)], _tag)

/**
 * A codec for each member of a union.
 *
 * @internal
 */
export type MembersOf<A extends { readonly _tag: string }> = {
  readonly [Tag in A['_tag']]: t.Type<Extract<A, { readonly _tag: Tag }>, unknown>
}

/**
 * The codec of a union. io-ts runs only the codec of the member with the tag of the value.
 *
 * @internal
 */
export const unionOf = <A extends { readonly _tag: string }>(name: string, members: MembersOf<A>): t.Type<A> => {
  const codecs: ReadonlyArray<t.Mixed> = Object.values(members)
  return t.union(codecs as [t.Mixed, t.Mixed], name) // of any length
}
