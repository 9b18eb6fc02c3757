import * as t from 'io-ts'

import { isObject } from './field.ts'
import type { Maybe } from './maybe.ts'

/**
 * A field of an object, as it is checked.
 *
 * @internal
 */
export interface Field {
  readonly key: string
  readonly codec: t.Mixed
  /** Whether it may be missing or null. */
  readonly isMaybe: boolean
  /** Whether a value of another type is left out. */
  readonly isFact: boolean
  /** Whether it is one of the fields of which an object has at most one. */
  readonly isOne: boolean
  /** The tag of the codec: leaves are checked without a call. */
  readonly leaf: string
  readonly literal: unknown
}

/**
 * The fields of an object that the codecs know.
 *
 * @category model
 * @since 0.1.0
 */
export type Table = Readonly<Record<string, t.Mixed | Maybe<t.TypeOf<t.Mixed>>>>

/** @internal */
export const toField = (key: string, codec: t.Mixed, isMaybe = false, isOne = false, isFact = isMaybe): Field => {
  const { _tag: leaf = '', value: literal } = codec as { readonly _tag?: string; readonly value?: unknown } // those of io-ts
  return { key, codec, isMaybe, isFact, isOne, leaf, literal }
}

/** @internal */
export const fieldsOfTable = (table: Table): ReadonlyArray<Field> =>
  Object.entries(table).map(([key, one]) =>
    'maybe' in one ? toField(key, one.maybe, true, false, one.isContent !== true) : toField(key, one)
  )

/** @internal */
export const isOfField = ({ leaf, literal, codec }: Field, u: unknown): boolean => {
  switch (leaf) {
    case 'UnknownType':
      return true
    case 'StringType':
    case 'WordType':
      return typeof u === 'string'
    case 'NumberType':
      return typeof u === 'number'
    case 'BooleanType':
      return typeof u === 'boolean'
    case 'LiteralType':
      return u === literal
    default:
      return codec.is(u)
  }
}

const isMissing = /* @__PURE__ */ toField('', t.unknown, true)

const REMEMBERED = 64

/**
 * The test of the objects with some fields: each is missing or of its codec, those that are not `maybe` are there, and at
 * most one of those that are `isOne`.
 *
 * It looks at the fields that are there, not at all those that could be, and remembers the order of the keys of the last
 * object, because events of a kind come in rows. Neither changes a result.
 *
 * @internal
 */
export const isObjectOf = (fields: ReadonlyArray<Field>): ((u: unknown) => boolean) => {
  const named = new Map(fields.map((field) => [field.key, field]))
  const needed = fields.filter(({ isMaybe }) => !isMaybe).length
  const keys: string[] = []
  const seen: Field[] = []
  return (u) => {
    if (!isObject(u)) return false
    let found = 0
    let ones = 0
    let at = 0
    for (const key in u) {
      let field = keys[at] === key ? seen[at] : undefined
      if (field === undefined) {
        field = named.get(key) ?? isMissing
        if (at < REMEMBERED) {
          keys[at] = key
          seen[at] = field
        }
      }
      at += 1
      if (field === isMissing) continue
      const value = u[key]
      if (value === undefined) continue
      if (value === null && field.isMaybe) continue
      if (!isOfField(field, value)) return false
      if (!field.isMaybe) found += 1
      if (field.isOne) ones += 1
    }
    return found === needed && ones < 2
  }
}
