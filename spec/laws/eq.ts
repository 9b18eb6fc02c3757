/** The laws of an equality of plain JSON. */
import fc from 'fast-check'
import type { eq } from 'fp-ts'

type Fields = Record<string, unknown>

const isContainer = (u: unknown): u is Fields => typeof u === 'object' && u !== null

/** The fields of every object in the order of their names, without those that are `undefined`. */
const sorted = (u: unknown): unknown => {
  if (!isContainer(u)) return u
  if (Array.isArray(u)) return u.map(sorted)
  const known = Object.entries(u).filter(([, value]) => value !== undefined)
  return known.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, sorted(value)])
}

const leavesIn = (u: unknown): ReadonlyArray<readonly [Fields, string]> =>
  isContainer(u)
    ? Object.keys(u).flatMap((name) => (isContainer(u[name]) ? leavesIn(u[name]) : [[u, name] as const]))
    : []

/** A copy with another value for one of its leaves; `undefined` if it has none. */
const changed = <A>(value: A, nth: number): A | undefined => {
  const copy = structuredClone(value)
  const leaves = leavesIn(copy)
  const [container, name] = leaves[nth % Math.max(leaves.length, 1)] ?? []
  if (container === undefined || name === undefined) return undefined
  container[name] = { changed: container[name] ?? null }
  return copy
}

export const eqLaws = <A>({ equals }: eq.Eq<A>, values: fc.Arbitrary<A>): void => {
  it('law: equals(a, a), also for a copy and for a saved copy', () => {
    fc.assert(
      fc.property(values, (a) => {
        const copies = [a, structuredClone(a), JSON.parse(JSON.stringify(a)) as A] // its own JSON
        expect(copies.map((copy) => equals(a, copy) && equals(copy, a))).toEqual([true, true, true])
      })
    )
  })

  it('law: equals(a, b) = equals(b, a) = their fields are the same', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const isSame = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
        expect([equals(a, b), equals(b, a)]).toEqual([isSame, isSame])
      }),
      { numRuns: 1000 }
    )
  })

  it('law: values that differ in one leaf are not equal', () => {
    fc.assert(
      fc.property(values, fc.nat(), (a, nth) => {
        const b = changed(a, nth)
        if (b !== undefined) expect([equals(a, b), equals(b, a)]).toEqual([false, false])
      }),
      { numRuns: 1000 }
    )
  })
}
