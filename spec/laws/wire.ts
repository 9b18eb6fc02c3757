/** The laws of the codecs of wires, for values made from the codecs and for damaged ones. */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import type * as t from 'io-ts'

import { asItCame } from '../../lib/codec/asItCame.ts'
import type { Table } from '../../lib/codec/isObjectOf.ts'
import { leftOutOf } from '../../lib/codec/leftOutOf.ts'
import { fromCodec } from '../arbitraries/fromCodec.ts'
import { mutatedJson } from '../arbitraries/mutatedJson.ts'

interface Node extends t.Mixed {
  readonly _tag?: string
  readonly type?: Node
  readonly types?: ReadonlyArray<Node>
  readonly table?: () => Table
  readonly common?: () => Table
  readonly kinds?: () => Readonly<Record<string, Node>>
  readonly members?: () => Readonly<Record<string, Node>>
  readonly tag?: string
}

const noFields = (): Table => ({})

const noNodes = (): Readonly<Record<string, Node>> => ({})

const fits = (table: Table, u: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(table).every(([key, one]) => {
    const value = u[key]
    if (!('maybe' in one)) return value !== undefined && isOf(one, value)
    return value === undefined || value === null || isOf(one.maybe, value)
  })

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

/** What a codec accepts, read off its tables without its shortcuts. */
export const isOf = (codec: Node, u: unknown): boolean => {
  const {
    type,
    types = [],
    table = noFields,
    common = noFields,
    kinds = noNodes,
    members = noNodes,
    tag = 'type'
  } = codec
  switch (codec._tag) {
    case 'WordType':
      return typeof u === 'string'
    case 'OpenType':
      return isObject(u) && fits(table(), u)
    case 'ListType':
      return Array.isArray(u) && u.every((item) => type !== undefined && isOf(type, item))
    case 'EitherType':
      return types.some((one) => isOf(one, u))
    case 'TaggedType': {
      if (!isObject(u)) return false
      const kind = u[tag]
      const member = typeof kind === 'string' ? new Map(Object.entries(members())).get(kind) : undefined
      return member === undefined || isOf(member, u)
    }
    case 'KeyedType': {
      if (!isObject(u)) return false
      const there = Object.entries(kinds()).filter(([key]) => u[key] !== undefined && u[key] !== null)
      return there.length < 2 && there.every(([key, one]) => isOf(one, u[key])) && fits(common(), u)
    }
    default:
      return codec.is(u)
  }
}

const copyOf = (u: unknown): unknown => JSON.parse(JSON.stringify(u))

/** `refuses`: what it does not decode. A union refuses what is no object, and nothing else. */
export const wireLaws = (codec: t.Mixed, refuses: (u: unknown) => boolean, numRuns = 200): void => {
  const valid: fc.Arbitrary<unknown> = fromCodec(codec)
  const any = fc.oneof(valid, mutatedJson(valid), mutatedJson(valid), fc.jsonValue())
  const law = (title: string, holds: (u: unknown) => void): void => {
    it(`law: ${title}`, () => {
      fc.assert(fc.property(any, holds), { numRuns })
    })
  }

  law('is = what its tables accept', (u) => {
    expect(codec.is(u)).toBe(isOf(codec, u))
  })

  law('decode(u) is a Left only for what it refuses', (u) => {
    expect(E.isLeft(codec.decode(u))).toBe(refuses(u))
  })

  law('is(decode(u))', (u) => {
    const decoded = codec.decode(u)
    if (E.isRight(decoded)) expect(codec.is(decoded.right)).toBe(true)
  })

  law('asItCame(decode(u)) = u and encode(decode(u)) = u, the same value', (u) => {
    const decoded = codec.decode(u)
    if (E.isLeft(decoded)) return
    expect(asItCame(decoded.right)).toBe(u)
    expect(codec.encode(decoded.right)).toBe(u)
  })

  law('decode(u) = u, the same value, exactly where it is valid, and then nothing was left out', (u) => {
    const decoded = codec.decode(u)
    if (E.isLeft(decoded)) return
    expect(decoded.right === u).toBe(codec.is(u))
    if (codec.is(u)) expect(leftOutOf(decoded.right)).toEqual([])
  })

  law('decode changes nothing of u', (u) => {
    const before = copyOf(u)
    codec.decode(u)
    expect(copyOf(u)).toEqual(before)
  })
}
