import fc from 'fast-check'
import * as t from 'io-ts'

import { fuse } from '../../lib/codec/fuse.ts'
import { nullable } from '../../lib/codec/nullable.ts'
import { ChatChunk } from '../../lib/protocols/openAIChat/wire/chunk.ts'
import { opened } from '../../lib/protocols/Provider.ts'
import { fromCodec } from '../arbitraries/fromCodec.ts'
import { exported } from '../fixtures/providers.ts'

interface Node extends t.Mixed {
  readonly _tag?: string
  readonly type?: Node
  readonly types?: ReadonlyArray<Node>
  readonly props?: Readonly<Record<string, Node>>
}

const propsOf = ({ props = {} }: Node): t.Props =>
  Object.fromEntries(Object.entries(props).map(([key, node]) => [key, idiomatic(node)]))

/** The same codec, composed only of io-ts's own codecs. */
const idiomatic = (node: Node): t.Mixed => {
  const types = (node.types ?? []).map(idiomatic)
  const [first = t.unknown, second = t.unknown, ...rest] = types
  switch (node._tag) {
    case 'PartialType':
      return t.partial(propsOf(node), node.name)
    case 'InterfaceType':
      return t.type(propsOf(node), node.name)
    case 'ArrayType':
      return t.array(idiomatic(node.type ?? t.unknown), node.name)
    case 'ReadonlyArrayType':
      return t.readonlyArray(idiomatic(node.type ?? t.unknown), node.name)
    case 'NullableType':
      return nullable(idiomatic(node.type ?? t.unknown))
    case 'UnionType':
      return t.union([first, second, ...rest], node.name)
    case 'IntersectionType':
      return t.intersection([first, second], node.name)
    default:
      return node
  }
}

const handMade: ReadonlyArray<t.Mixed> = [
  t.type({ a: t.unknown, b: t.unknown, c: t.union([t.null, t.number]) }, 'fields that must be there'),
  t.partial({ a: t.union([t.string, t.number, t.array(t.string)]), b: nullable(t.boolean) }, 'a union'),
  t.union(
    [t.type({ kind: t.literal('a'), a: t.number }), t.type({ kind: t.literal('b'), b: t.string })],
    'a tagged union'
  ),
  t.intersection([t.type({ a: t.string }), t.partial({ b: t.keyof({ x: null, y: null }) })], 'an intersection'),
  t.array(t.array(nullable(t.number)), 'arrays of arrays'),
  t.readonlyArray(t.unknown, 'an array of anything'),
  t.union([t.null, t.unknown], 'a union with everything'),
  t.partial({ a: t.UnknownRecord, b: nullable(t.unknown) }, 'records'),
  t.partial({}, 'no fields'),
  t.type({}, 'an object'),
  t.keyof({ a: null, toString: null }, 'names')
]

const codecs: ReadonlyArray<t.Mixed> = [
  ...handMade,
  ...new Set(exported.map(([, provider]) => opened(provider)).flatMap(({ chunk, response }) => [chunk, response]))
]

/** A copy of an object with one of the oddities of objects. */
const asObject = (entries: ReadonlyArray<readonly [string, unknown]>, how: number): object => {
  if (how === 0) return Object.assign(Object.create(null) as object, Object.fromEntries(entries))
  if (how === 1) return Object.create(Object.fromEntries(entries)) as object // all of it is inherited
  // The length of an array cannot be arbitrary.
  if (how === 2) return Object.assign([], Object.fromEntries(entries.filter(([key]) => key !== 'length')))
  return Object.fromEntries(entries)
}

/** A value in which one inner value is replaced, made undefined, or removed. */
const mutated = (value: unknown, choose: (n: number) => number, other: unknown): unknown => {
  if (typeof value !== 'object' || value === null || choose(4) === 0) return choose(4) === 0 ? undefined : other
  if (Array.isArray(value)) {
    const at = choose(value.length)
    const items: ReadonlyArray<unknown> = value
    return choose(6) === 0
      ? Object.assign({}, items)
      : items.map((item, i) => (i === at ? mutated(item, choose, other) : item))
  }
  const entries: ReadonlyArray<readonly [string, unknown]> = Object.entries(value)
  const at = choose(entries.length)
  const isLeftOut = choose(4) === 0
  return asObject(
    entries.flatMap(([key, item], i): typeof entries =>
      i !== at ? [[key, item]] : isLeftOut ? [] : [[key, mutated(item, choose, other)]]
    ),
    choose(12)
  )
}

const valuesOf = (codec: t.Mixed): fc.Arbitrary<unknown> => {
  const valid: fc.Arbitrary<unknown> = fromCodec(codec)
  const odd = fc
    .tuple(valid, fc.infiniteStream(fc.nat(1000)), fc.anything())
    .map(([value, numbers, other]) => mutated(value, (n) => (numbers.next().value ?? 0) % Math.max(n, 1), other))
  return fc.oneof(valid, odd, odd, fc.jsonValue(), fc.anything({ withSparseArray: true, withNullPrototype: true }))
}

const oddities: ReadonlyArray<unknown> = [undefined, null, true, 0, 'a', {}, [], [0], [{}]]

/** Values with one oddity, for every field of a codec. */
const oddIn = ({ type, types = [], props = {} }: Node): ReadonlyArray<unknown> => [
  ...oddities,
  ...(type === undefined ? [] : oddIn(type).flatMap((inside) => [inside, [inside]])),
  ...types.flatMap(oddIn),
  ...Object.entries(props).flatMap(([key, node]) => oddIn(node).map((inside) => ({ [key]: inside })))
]

/** An Either of a decoding, with the codecs of its errors by name. */
const shown = (decoded: t.Validation<unknown>): unknown =>
  decoded._tag === 'Right'
    ? decoded
    : decoded.left.map(({ value, context }) => [
        value,
        context.map(({ key, type, actual }) => [key, type.name, actual])
      ])

describe.each(codecs.map((codec) => [codec.name, idiomatic(codec)] as const))('fuse(%s)', (name, codec) => {
  const fused = fuse(codec)

  it('law: it accepts, rejects and returns the same as the codec', () => {
    fc.assert(
      fc.property(valuesOf(codec), (value) => {
        expect(fused.is(value)).toBe(codec.is(value))
        expect(shown(fused.decode(value))).toEqual(shown(codec.decode(value)))
        expect(shown(fused.validate(value, []))).toEqual(shown(codec.validate(value, [])))
      })
    )
  })

  it('law: fusing once more changes nothing', () => {
    fc.assert(
      fc.property(valuesOf(codec), (value) => {
        expect(fuse(fused).is(value)).toBe(codec.is(value))
      })
    )
  })

  it('law: valid values are accepted without calling the codec', () => {
    const never = (): never => {
      throw new Error('the codec was called')
    }
    const silent: typeof codec = Object.assign(Object.create(Object.getPrototypeOf(codec) as object) as object, codec, {
      validate: never,
      decode: never
    })
    fc.assert(
      fc.property(fromCodec(codec), (value) => {
        expect(fuse(silent).decode(value)).toEqual({ _tag: 'Right', right: value })
      })
    )
  })

  it('keeps the fields of the codec', () => {
    expect(fused.name).toBe(name)
    expect(fused.encode).toBe(codec.encode)
    expect(Object.keys(fused).toSorted()).toEqual(Object.keys(codec).toSorted())
    expect(fused).toBeInstanceOf(codec.constructor)
  })
})

describe.each([ChatChunk].map((codec) => [codec.name, codec] as const))(
  '%s, whose guard is hand-written',
  (_name, codec) => {
    const parts = idiomatic(codec)

    it('law: it accepts, rejects and returns the same as its parts', () => {
      fc.assert(
        fc.property(valuesOf(parts), (value) => {
          expect(codec.is(value)).toBe(parts.is(value))
          const [decoded, expected] = [codec.decode(value), parts.decode(value)]
          // A codec may correct values that its parts reject.
          if (decoded._tag === 'Right' && expected._tag === 'Left') expect(parts.is(decoded.right)).toBe(true)
          else expect(shown(decoded)).toEqual(shown(expected))
        })
      )
    })

    it('law: it agrees with its parts wherever a value is of another type', () => {
      expect(oddIn(parts).filter((value) => codec.is(value) !== parts.is(value))).toEqual([])
    })
  }
)

describe('fuse', () => {
  const Trimmed = new t.Type<string, string>(
    'Trimmed',
    t.string.is,
    (u, context) => (t.string.is(u) ? t.success(u.trim()) : t.failure(u, context)),
    t.identity
  )

  it('returns a valid value unchanged, and treats holes of an array as the codec does', () => {
    const value = { a: [1, 2] }
    const Numbers = fuse(t.type({ a: t.array(t.number) }))
    const decoded = Numbers.decode(value)
    expect(decoded._tag === 'Right' && decoded.right).toBe(value)
    const sparse = { a: new Array<number>(2) }
    expect([Numbers.is(sparse), Numbers.decode(sparse)._tag]).toEqual([true, 'Left'])
  })

  it('treats a missing field that may be undefined as the codec does', () => {
    const Maybe = fuse(t.type({ a: t.union([t.undefined, t.number]) }))
    expect([Maybe.is({ a: undefined }), Maybe.is({})]).toEqual([true, false])
    expect(Maybe.decode({})).toEqual({ _tag: 'Right', right: { a: undefined } })
  })

  it('keeps the transformation of a codec', () => {
    const Line = t.type({ words: t.array(Trimmed) })
    expect(fuse(Line).decode({ words: [' a '] })).toEqual({ _tag: 'Right', right: { words: ['a'] } })
    expect(fuse(Line).is({ words: [' a '] })).toBe(true)
    expect(fuse(Line).is({ words: [1] })).toBe(false)
    for (const codec of [t.union([Trimmed, t.unknown]), t.intersection([Trimmed, t.unknown]), nullable(Trimmed)]) {
      expect(fuse(codec).decode(' a ')).toEqual(codec.decode(' a '))
    }
    expect(fuse(t.union([Trimmed, t.unknown])).decode(' a ')).toEqual({ _tag: 'Right', right: 'a' })
  })

  it('terminates for a recursive codec', () => {
    interface Tree {
      readonly children: ReadonlyArray<Tree>
    }
    const Tree: t.Type<Tree> = t.recursion('Tree', () => t.type({ children: t.readonlyArray(Tree) }))
    expect(fuse(t.partial({ tree: Tree })).is({ tree: { children: [{ children: [] }] } })).toBe(true)
    expect(fuse(t.partial({ tree: Tree })).is({ tree: { children: [1] } })).toBe(false)
  })

  it('calls the predicate of a refined codec', () => {
    const Small = t.brand(t.number, (n): n is t.Branded<number, { readonly Small: symbol }> => n < 10, 'Small')
    expect(fuse(t.type({ n: Small })).is({ n: 12 })).toBe(false)
    expect(fuse(t.type({ n: Small })).decode({ n: 1 })).toEqual({ _tag: 'Right', right: { n: 1 } })
  })
})
