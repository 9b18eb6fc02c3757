/** The values that an io-ts codec describes, read off the codec itself, with fields that it does not know. */
import fc from 'fast-check'
import type * as t from 'io-ts'

import * as f from '../../lib/codec/fields.ts'
import type { Table } from '../../lib/codec/isObjectOf.ts'

interface Node extends t.Mixed {
  readonly _tag?: string
  readonly type?: Node
  readonly types?: ReadonlyArray<Node>
  readonly codomain?: Node
  readonly props?: Readonly<Record<string, Node>>
  readonly value?: unknown
  readonly keys?: Readonly<Record<string, unknown>>
  readonly words?: ReadonlyArray<string>
  readonly table?: () => Table
  readonly common?: () => Table
  readonly kinds?: () => Readonly<Record<string, Node>>
  readonly members?: () => Readonly<Record<string, Node>>
}

const unknownKeys = fc.dictionary(
  fc.string({ maxLength: 6 }).map((key) => `x_${key}`),
  fc.jsonValue({ maxDepth: 2 }),
  {
    maxKeys: 2
  }
)

const record = (props: Readonly<Record<string, Node>>, requiredKeys: ReadonlyArray<string>): fc.Arbitrary<object> =>
  fc
    .tuple(
      fc.record(Object.fromEntries(Object.entries(props).map(([key, node]) => [key, fromNode(node)])), {
        requiredKeys: requiredKeys.slice()
      }),
      unknownKeys
    )
    .map(([known, unknown]) => ({ ...unknown, ...known }))

/** The numbers of codecs that have a range. */
const ranges: ReadonlyArray<readonly [t.Mixed, fc.Arbitrary<number>]> = [
  [f.natural, fc.maxSafeNat()],
  [f.amount, fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })],
  [f.finite, fc.double({ noNaN: true, noDefaultInfinity: true })]
]

const noFields = (): Table => ({})

const noNodes = (): Readonly<Record<string, Node>> => ({})

/** Objects of a table: each `maybe` is there, null, or missing. Inside itself, a codec has only what it must have. */
const fromTable = (table: Table, isInside: boolean): fc.Arbitrary<object> => {
  const entries = Object.entries(table)
  const required = entries.flatMap(([key, one]) => ('maybe' in one ? [] : [key]))
  const fields = entries.flatMap(([key, one]): ReadonlyArray<[string, fc.Arbitrary<unknown>]> => {
    if (!('maybe' in one)) return [[key, fromNode(one)]]
    return [[key, isInside ? fc.constant(null) : fc.option(fromNode(one.maybe), { freq: 8 })]]
  })
  return fc
    .tuple(fc.record(Object.fromEntries(fields), { requiredKeys: required }), unknownKeys)
    .map(([known, unknown]) => ({ ...unknown, ...known }))
}

const openNodes: Node[] = []

const inside = <A>(node: Node, make: (isInside: boolean) => A): A => {
  const isInside = openNodes.includes(node)
  openNodes.push(node)
  const made = make(isInside)
  openNodes.pop()
  return made
}

const fromKinds = ({ kinds = noNodes, common = noFields }: Node): fc.Arbitrary<unknown> => {
  const one = Object.entries(kinds()).map(([key, node]) => fc.record({ [key]: fromNode(node) }))
  return fc
    .tuple(fc.oneof(...one, fc.constant({})), fromTable(common(), false))
    .map(([kind, rest]) => ({ ...rest, ...kind }))
}

const known = new Map<Node, fc.Arbitrary<unknown>>()

/** Events are made of the same few hundred codecs over and over again. */
const fromNode = (node: Node): fc.Arbitrary<unknown> => {
  const made = known.get(node) ?? newFromNode(node)
  if (openNodes.length === 0) known.set(node, made)
  return made
}

const newFromNode = (node: Node): fc.Arbitrary<unknown> => {
  const { type, types = [], codomain, props = {}, words = [], table = noFields, members = noNodes } = node
  switch (node._tag) {
    case 'StringType':
      return fc.string({ unit: 'grapheme', maxLength: 8 })
    case 'NumberType':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'BooleanType':
      return fc.boolean()
    case 'NullType':
      return fc.constant(null)
    case 'UnknownType':
      return fc.jsonValue({ maxDepth: 2 })
    case 'LiteralType':
      return fc.constant(node.value)
    case 'KeyofType':
      return fc.constantFrom(...Object.keys(node.keys ?? {}))
    case 'AnyDictionaryType':
      return fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 })
    case 'DictionaryType':
      return fc.dictionary(fc.string(), codomain === undefined ? fc.constant(null) : fromNode(codomain), { maxKeys: 3 })
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return type === undefined ? fc.constant([]) : fc.array(fromNode(type), { maxLength: 3 })
    case 'NullableType':
      return type === undefined ? fc.constant(null) : fc.option(fromNode(type))
    case 'PartialType':
      return record(props, [])
    case 'InterfaceType':
      return record(props, Object.keys(props))
    case 'WordType':
      return words.length === 0 ? fc.string() : fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 }))
    case 'ListType':
      return type === undefined ? fc.constant([]) : fc.array(fromNode(type), { maxLength: 3 })
    case 'OpenType':
      return inside(node, (isInside) => fromTable(table(), isInside))
    case 'KeyedType':
      return inside(node, (isInside) => (isInside ? fc.constant({}) : fromKinds(node)))
    case 'TaggedType':
      return inside(node, (isInside) =>
        isInside ? fc.constant({}) : fc.oneof(...Object.values(members()).map(fromNode), unknownKeys)
      )
    case 'EitherType':
    case 'UnionType':
      return fc.oneof(...types.map(fromNode))
    case 'IntersectionType':
      return fc.tuple(...types.map(fromNode)).map((parts) => Object.assign({}, ...parts) as unknown)
    default: {
      const ours = ranges.find(([codec]) => codec.name === node.name)
      if (ours === undefined) throw new Error(`no arbitrary for ${node._tag ?? node.name}`)
      return ours[1]
    }
  }
}

/** Valid inputs of a codec. A field of one part of an intersection may undo that of another, hence the filter. */
export const fromCodec = <C extends t.Mixed>(codec: C): fc.Arbitrary<t.TypeOf<C>> =>
  fromNode(codec).filter((u): u is t.TypeOf<C> => codec.is(u))
