/** JSON values in which something else stands at some places. */
import fc from 'fast-check'

type Entry = readonly [string, unknown]

const others: ReadonlyArray<unknown> = [null, 0, 7, '', '7', 'a', true, [], [null], ['a'], {}, { type: 'a' }, { a: 1 }]

const mutated = (value: unknown, choose: (n: number) => number): unknown => {
  const isLeaf = typeof value !== 'object' || value === null
  if (isLeaf || Object.keys(value).length === 0 || choose(5) === 0) return others[choose(others.length)]
  const at = choose(Object.keys(value).length)
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === at ? mutated(item, choose) : item))
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: Entry, i): ReadonlyArray<Entry> => {
      if (i !== at) return [[key, item]]
      return choose(6) === 0 ? [] : [[key, mutated(item, choose)]]
    })
  )
}

/** Each with one to three places where another value stands, or nothing. */
export const mutatedJson = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(values, fc.integer({ min: 1, max: 3 }), fc.infiniteStream(fc.nat(10_000))).map(([value, times, numbers]) => {
    const choose = (n: number): number => (numbers.next().value ?? 0) % n
    return Array.from({ length: times }).reduce<unknown>((now) => mutated(now, choose), value)
  })
