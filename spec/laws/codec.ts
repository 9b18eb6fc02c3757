/** The laws of the codec of a value that is plain JSON. */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import type * as t from 'io-ts'

const throughJson = (u: unknown): unknown => JSON.parse(JSON.stringify(u))

type Named = readonly [string, unknown]

const notObjects: ReadonlyArray<Named> = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['a text', '{}'],
  ['a list', [1]]
]

/** `junk`: values that it must reject. */
export const codecLaws = <A>(codec: t.Type<A>, values: fc.Arbitrary<A>, junk: ReadonlyArray<Named>): void => {
  it('law: decode(JSON.parse(JSON.stringify(a))) = right(a)', () => {
    fc.assert(
      fc.property(values, (a) => {
        expect(codec.decode(throughJson(a))).toStrictEqual(E.right(a))
      })
    )
  })

  it('law: encode(a) = a, and is(a)', () => {
    fc.assert(
      fc.property(values, (a) => {
        expect(codec.encode(a)).toStrictEqual(a)
        expect(codec.is(a)).toBe(true)
      })
    )
  })

  it.each([...notObjects, ...junk])('refuses %s', (_title, u) => {
    expect(E.isLeft(codec.decode(u))).toBe(true)
    expect(codec.is(u)).toBe(false)
  })
}
