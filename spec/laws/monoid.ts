/** The laws of a monoid, for the values of an arbitrary. */
import fc from 'fast-check'
import type { eq, monoid } from 'fp-ts'

/** Values are compared by the `Eq`. Default: deep equality. */
export const monoidLaws = <A>({ concat, empty }: monoid.Monoid<A>, values: fc.Arbitrary<A>, by?: eq.Eq<A>): void => {
  const expectSame = (a: A, b: A): void => {
    if (by === undefined) expect(a).toStrictEqual(b)
    else if (!by.equals(a, b)) expect(a).toStrictEqual(b)
  }

  it('law: concat(empty, a) = a = concat(a, empty)', () => {
    fc.assert(
      fc.property(values, (a) => {
        expectSame(concat(empty, a), a)
        expectSame(concat(a, empty), a)
      }),
      { numRuns: 300 }
    )
  })

  it('law: concat(concat(a, b), c) = concat(a, concat(b, c))', () => {
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        expectSame(concat(concat(a, b), c), concat(a, concat(b, c)))
      }),
      { numRuns: 1000 }
    )
  })
}
