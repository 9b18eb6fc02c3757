import fc from 'fast-check'

import { isTooDeep } from '../../../lib/machine/json/jsonDepth.ts'

const depthOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

const nested = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)

describe('jsonDepth', () => {
  it('law: a JSON text is too deep if and only if its value is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(7), (value, limit) => {
        expect(isTooDeep(JSON.stringify(value), limit)).toBe(depthOf(value) > limit)
      })
    )
  })

  it('is exact at the limit, for objects, arrays and a million of either', () => {
    expect([127, 128, 129].map((depth) => isTooDeep(nested(depth), 128))).toEqual([false, false, true])
    expect([128, 129, 1_000_000].map((depth) => isTooDeep('['.repeat(depth), 128))).toEqual([false, true, true])
  })

  it('counts an empty level', () => {
    expect([0, 1].map((limit) => isTooDeep('{}', limit))).toEqual([true, false])
    expect([1, 2].map((limit) => isTooDeep('{"":{}}', limit))).toEqual([true, false])
    expect([1, 2].map((limit) => isTooDeep('[{}]', limit))).toEqual([true, false])
  })

  it('does not count brackets in strings', () => {
    expect(isTooDeep(JSON.stringify({ a: '['.repeat(500), b: '"\\['.repeat(500) }), 128)).toBe(false)
  })
})
