import { either as E } from 'fp-ts'
import * as t from 'io-ts'

import { asItCame } from '../../lib/codec/asItCame.ts'
import { fuse } from '../../lib/codec/fuse.ts'
import { leftOutOf } from '../../lib/codec/leftOutOf.ts'
import type { Fields, OneOf, Open, Other } from '../../lib/wire.ts'
import { either, keyed, kind, kindOf, list, maybe, open, tagged, word } from '../../lib/wire.ts'
import { isOf, wireLaws } from '../laws/wire.ts'

const usage = () => ({ input_tokens: maybe(t.number), tier: maybe(word('standard', 'batch')) })
interface Usage extends Fields<typeof usage> {}
const Usage = open<Usage>('Usage', usage)

const textDelta = () => ({ type: kind('text_delta'), text: t.string, flag: maybe(t.boolean) })
interface TextDelta extends Fields<typeof textDelta> {}
const TextDelta = open<TextDelta>('TextDelta', textDelta)

const jsonDelta = () => ({ type: kind('json_delta'), json: t.string, raw: t.unknown })
interface JsonDelta extends Fields<typeof jsonDelta> {}
const JsonDelta = open<JsonDelta>('JsonDelta', jsonDelta)

type Delta = TextDelta | JsonDelta | Other
const Delta = tagged<Delta>('Delta', () => ({ text_delta: TextDelta, json_delta: JsonDelta }))

const delta = () => ({ type: kind('delta'), delta: Delta, index: maybe(t.number) })
interface DeltaEvent extends Fields<typeof delta> {}
const DeltaEvent = open<DeltaEvent>('DeltaEvent', delta)

const end = () => ({
  type: kind('end'),
  usage: maybe(Usage),
  all: maybe(list(Delta)),
  content: maybe(either(t.string, list(Usage)))
})
interface End extends Fields<typeof end> {}
const End = open<End>('End', end)

type Chunk = DeltaEvent | End | Other
const Chunk = tagged<Chunk>('Chunk', () => ({ delta: DeltaEvent, end: End }))

const part = () => ({ text: t.string, usage: Usage })
const beside = () => ({ signature: maybe(t.string) })
type Part = OneOf<typeof part, typeof beside>
const Part = keyed<Part>('Part', part, beside)

const schema = () => ({ title: maybe(t.string), items: maybe(list(Schema)) })
interface Schema extends Fields<typeof schema> {}
const Schema: Open<Schema> = open<Schema>('Schema', schema)

const noObject = (u: unknown): boolean => typeof u !== 'object' || u === null || Array.isArray(u)

describe.each([Usage, Delta, Chunk, Part, Schema].map((codec) => [codec.name, codec] as const))(
  '%s',
  (_name, codec) => {
    wireLaws(codec, noObject, 1000)
  }
)

describe('an object whose content is required', () => {
  wireLaws(TextDelta, (u) => noObject(u) || !isOf(t.type({ type: t.literal('text_delta'), text: t.string }), u))
})

describe('a list', () => {
  wireLaws(list(Chunk), (u) => !Array.isArray(u))
})

describe('either', () => {
  wireLaws(either(t.string, list(Usage)), (u) => typeof u !== 'string' && !Array.isArray(u))
})

const told = (codec: t.Mixed, u: unknown) =>
  E.toUnion(E.map((value: unknown) => ({ value, leftOut: leftOutOf(value) }))(codec.decode(u)))

describe('decode', () => {
  it('leaves out what is of another type, and the path of each is known', () => {
    const wire = {
      type: 'end',
      usage: { input_tokens: '10', tier: 'of tomorrow', more: [1] },
      all: [null, { type: 'text_delta', text: 'a' }, 7],
      content: {}
    }
    expect(told(Chunk, wire)).toEqual({
      value: { type: 'end', usage: { tier: 'of tomorrow', more: [1] }, all: [{ type: 'text_delta', text: 'a' }] },
      leftOut: ['content', 'usage.input_tokens', 'all.#']
    })
  })

  it('takes its type from an object of a known kind without its content', () => {
    const wire = { type: 'delta', delta: { type: 'text_delta', text: 5 } }
    const { value, leftOut } = told(Chunk, wire) as { value: DeltaEvent; leftOut: unknown }
    expect([value, leftOut]).toEqual([{ type: 'delta', delta: { text: 5 } }, ['delta.type']])
    expect(asItCame(value.delta)).toBe(wire.delta)
    expect(kindOf(value.delta)).toBe('')
  })

  it('keeps the first of two fields of which there should be one', () => {
    expect(told(Part, { usage: {}, text: 'a', signature: 'b' })).toEqual({
      value: { text: 'a', signature: 'b' },
      leftOut: ['usage']
    })
  })

  it('knows the paths inside of codecs of io-ts, too', () => {
    const wire = { inner: { input_tokens: 'a' } }
    expect(told(t.type({ inner: Usage }), wire)).toEqual({
      value: { inner: {} },
      leftOut: ['inner.input_tokens']
    })
  })
})

describe('fuse', () => {
  it.each([
    ['a wire codec', t.type({ event: Chunk })],
    ['a union by tag', t.union([t.type({ k: t.literal('a'), a: t.number }), t.type({ k: t.literal('b') })])],
    [
      'a union by tag with two members of a tag',
      t.union([
        t.type({ k: t.literal(1), a: t.number }),
        t.type({ k: t.literal(2) }),
        t.type({ k: t.literal(1), b: t.null })
      ])
    ]
  ])('asks as %s does', (_name, codec) => {
    const values = [
      { event: { type: 'delta', delta: {} } },
      { event: { type: 'delta', delta: 1 } },
      { event: {} },
      { k: 'a', a: 1 },
      { k: 'a' },
      { k: 'b' },
      { k: 1, b: null },
      { k: 1, a: null },
      { k: 2 },
      { k: 3 },
      {},
      null,
      [],
      'a'
    ]
    const fused = fuse(codec as t.Mixed)
    expect(values.map((value) => fused.is(value))).toEqual(values.map((value) => codec.is(value)))
  })

  it('asks only the member with the tag of a value', () => {
    const never = new t.Type<string>(
      'never',
      (u): u is string => {
        throw new Error(String(u))
      },
      t.string.validate,
      t.identity
    )
    const union = t.union([t.type({ k: t.literal('a'), a: t.number }), t.type({ k: t.literal('b'), b: never })])
    expect(fuse(union).is({ k: 'a', a: 1 })).toBe(true)
  })
})
