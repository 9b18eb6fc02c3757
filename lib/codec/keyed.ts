import type * as t from 'io-ts'

import type { Table } from './isObjectOf.ts'
import { fieldsOfTable, toField } from './isObjectOf.ts'
import { lazy } from './lazy.ts'
import { objectCodec } from './objectCodec.ts'
import type { Fields } from './open.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

type Just<N, K, C> = {
  readonly [P in keyof K as P extends N ? P : never]: K[P] extends t.Type<infer A, t.TypeOf<t.Mixed>> ? A : never
} & {
  readonly [P in keyof K as P extends N ? never : P]?: null
} & C

type Kinds = Readonly<Record<string, t.Mixed>>

/**
 * The type of the objects that have one of some fields, beside others.
 *
 * @category model
 * @since 0.1.0
 */
export type OneOf<K extends () => Kinds, C extends () => Table = typeof nothing> =
  | { readonly [N in keyof ReturnType<K>]: Just<N, ReturnType<K>, Fields<C>> }[keyof ReturnType<K>]
  | (Just<never, ReturnType<K>, Fields<C>> & { readonly [field: string]: unknown })

/**
 * The type of `keyed`.
 *
 * @category model
 * @since 0.1.0
 */
export interface Keyed<A> extends t.Type<A, unknown> {
  readonly _tag: 'KeyedType'
  readonly kinds: () => Kinds
  readonly common: () => Table
}

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const nothing = () => ({})

/**
 * The codec of objects that have one of some fields, which determines their kind, as in Bedrock's Converse. Of two, the
 * first in the table is kept and the other is left out. Unknown fields are kept.
 *
 * @example
 * import type { OneOf } from 'deltafold/wire'
 * import { keyed } from 'deltafold/wire'
 * import * as t from 'io-ts'
 *
 * const part = () => ({ text: t.string, count: t.number })
 * type Part = OneOf<typeof part>
 * const Part = keyed<Part>('Part', part)
 * assert.deepStrictEqual([Part.is({ text: 'Hi' }), Part.is({ text: 'Hi', count: 1 })], [true, false])
 *
 * @category combinators
 * @since 0.1.0
 */
export const keyed = <A>(name: string, kinds: () => Kinds, common: () => Table = nothing): Keyed<A> => {
  const codec = objectCodec<A>(
    name,
    lazy(() => [
      ...Object.entries(kinds()).map(([key, one]) => toField(key, one, true, true)),
      ...fieldsOfTable(common())
    ])
  )
  return Object.assign(codec, { _tag: 'KeyedType' as const, kinds, common })
}
