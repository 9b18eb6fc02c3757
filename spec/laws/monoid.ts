/** The laws of a monoid, for values that an arbitrary makes. */
import fc from 'fast-check'
import type { monoid } from 'fp-ts'

export const monoidLaws = <A>({ concat, empty }: monoid.Monoid<A>, values: fc.Arbitrary<A>): void => {
  it('law: concat(empty, a) = a = concat(a, empty)', () => {
    fc.assert(
      fc.property(values, (a) => {
        expect(concat(empty, a)).toStrictEqual(a)
        expect(concat(a, empty)).toStrictEqual(a)
      })
    )
  })

  it('law: concat(concat(a, b), c) = concat(a, concat(b, c))', () => {
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        expect(concat(concat(a, b), c)).toStrictEqual(concat(a, concat(b, c)))
      }),
      { numRuns: 1000 }
    )
  })
}
