import type * as t from 'io-ts'

import type { Table } from './isObjectOf.ts'
import { fieldsOfTable } from './isObjectOf.ts'
import { lazy } from './lazy.ts'
import type { Maybe } from './maybe.ts'
import { objectCodec } from './objectCodec.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

type Anything = t.TypeOf<t.Mixed>

type Optional<P> = { readonly [K in keyof P]: P[K] extends Maybe<Anything> ? K : never }[keyof P]

type Of<P> = {
  readonly [K in keyof P as K extends Optional<P> ? never : K]: P[K] extends t.Type<infer A, Anything> ? A : never
} & {
  readonly [K in keyof P as K extends Optional<P> ? K : never]?: P[K] extends Maybe<infer A> ? A | null : never
}

/**
 * The type of the objects of a table: an interface extends it.
 *
 * @category model
 * @since 0.1.0
 */
export type Fields<F extends () => Table> = Of<ReturnType<F>>

type TableOf<A> = {
  readonly [K in keyof A]-?: object extends Pick<A, K>
    ? Maybe<Exclude<A[K], null | undefined>>
    : t.Type<A[K], never> | t.Type<A[K], unknown>
}

/**
 * The type of `open`.
 *
 * @category model
 * @since 0.1.0
 */
export interface Open<A> extends t.Type<A, unknown> {
  readonly _tag: 'OpenType'
  readonly table: () => Table
}

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The codec of objects with the fields of a table. Unknown fields are kept; a `maybe` field of another type is left out,
 * any other one fails. The table is a function, so that bundlers drop it with its codec, and that codecs may be
 * recursive.
 *
 * Laws: `decode(u)` is a Left only if `u` is not an object or a required field fails; `is(decode(u))`; `decode(u)` is `u` itself
 * where `is(u)`; `encode(decode(u))` is `u` itself.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import type { Fields } from 'deltafold/wire'
 * import { kind, maybe, open } from 'deltafold/wire'
 * import * as t from 'io-ts'
 *
 * const textDelta = () => ({ type: kind('text_delta'), text: t.string, index: maybe(t.number) })
 * interface TextDelta extends Fields<typeof textDelta> {}
 * const TextDelta = open<TextDelta>('TextDelta', textDelta)
 *
 * const damaged = { type: 'text_delta', text: 'Hi', index: [], more: true }
 * assert.deepStrictEqual(TextDelta.decode(damaged), E.right({ type: 'text_delta', text: 'Hi', more: true }))
 * assert.deepStrictEqual(E.isLeft(TextDelta.decode({ type: 'text_delta' })), true)
 *
 * @category combinators
 * @since 0.1.0
 */
export const open = <A>(name: string, table: () => TableOf<A>): Open<A> => {
  const fields = table as () => Table // each field is a codec or a `maybe`
  const codec = objectCodec<A>(
    name,
    lazy(() => fieldsOfTable(fields()))
  )
  return Object.assign(codec, { _tag: 'OpenType' as const, table: fields })
}
