import { amount, fromCounts, tokens, UsageEq, UsageMonoidLatest, UsageMonoidSum } from '../../lib/data/Usage.ts'
import { looseUsage, usage } from '../arbitraries/usage.ts'
import { eqLaws } from '../laws/eq.ts'
import { monoidLaws } from '../laws/monoid.ts'

describe('UsageMonoidLatest', () => {
  monoidLaws(UsageMonoidLatest, usage)

  describe('with fields that are undefined', () => {
    monoidLaws(UsageMonoidLatest, looseUsage, UsageEq)
  })

  it('is unchanged when a running total is repeated', () => {
    const total = { inputTokens: 10, outputTokens: 5, totalTokens: 15 }
    expect(UsageMonoidLatest.concat(total, total)).toEqual(total)
  })

  it('replaces a total that is older than the counts by their sum', () => {
    const first = { inputTokens: 10, outputTokens: 5, totalTokens: 15 }
    expect(UsageMonoidLatest.concat(first, { outputTokens: 20 }).totalTokens).toBe(30)
    expect(UsageMonoidLatest.concat({ inputTokens: 10 }, { outputTokens: 20 }).totalTokens).toBe(30)
    expect(UsageMonoidLatest.concat(first, { cost: 1 }).totalTokens).toBe(15)
    expect(UsageMonoidLatest.concat({ totalTokens: 9 }, { outputTokens: 5 }).totalTokens).toBeUndefined()
  })
})

describe('UsageMonoidSum', () => {
  monoidLaws(UsageMonoidSum, usage)

  describe('with fields that are undefined', () => {
    monoidLaws(UsageMonoidSum, looseUsage, UsageEq)
  })

  it('treats a count that was not reported as unknown, not as 0', () => {
    expect(UsageMonoidSum.concat({ cost: 1 }, { outputTokens: 5 })).toEqual({ cost: 1, outputTokens: 5 })
  })

  it.each([
    ['of neither', { inputTokens: 10 }, { outputTokens: 5 }, 15],
    ['of the first', { inputTokens: 10, outputTokens: 5, totalTokens: 15 }, { inputTokens: 20 }, 35],
    ['of the second', { outputTokens: 5 }, { inputTokens: 10, outputTokens: 5, totalTokens: 16 }, 21],
    ['of the first, without its counts', { totalTokens: 9 }, { inputTokens: 1 }, 10],
    ['of one side that has no counts', { cost: 1 }, { inputTokens: 1 }, undefined]
  ])('adds up to a total where there is one %s', (_title, first, second, total) => {
    expect(UsageMonoidSum.concat(first, second).totalTokens).toBe(total)
  })

  it('remains a valid count however large it becomes', () => {
    const most = { inputTokens: Number.MAX_SAFE_INTEGER, outputTokens: 1 }
    const { inputTokens, totalTokens } = UsageMonoidSum.concat(most, most)
    expect([inputTokens, totalTokens]).toEqual([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER])
  })
})

describe('UsageEq', () => {
  eqLaws(UsageEq, usage)

  describe('with fields that are undefined', () => {
    eqLaws(UsageEq, looseUsage)
  })
})

describe('counts', () => {
  it('are integers from 0 to 2^53 - 1, and nothing else', () => {
    expect([0, 7, 2 ** 53 - 1].map(tokens)).toEqual([0, 7, 2 ** 53 - 1])
    for (const bad of [-1, 1.5, NaN, Infinity, 2 ** 53, 1e308, '12', null, undefined, true, [], {}]) {
      expect(tokens(bad)).toBeUndefined()
    }
  })

  it('have no sign at 0, which JSON would lose', () => {
    expect([tokens(-0), amount(-0)].map((n) => Object.is(n, 0))).toEqual([true, true])
  })

  it('allow decimals for the cost, which is never negative or infinite', () => {
    expect([0, 0.25].map(amount)).toEqual([0, 0.25])
    for (const bad of [-0.1, NaN, Infinity, '1', null]) expect(amount(bad)).toBeUndefined()
  })

  it('add up to a total if the wire has none', () => {
    expect(fromCounts({ inputTokens: 2, outputTokens: 3 }, null)).toEqual({
      inputTokens: 2,
      outputTokens: 3,
      totalTokens: 5,
      raw: null
    })
    expect(fromCounts({ inputTokens: 2 }, null)).toEqual({ inputTokens: 2, raw: null })
    expect(fromCounts({ inputTokens: 2, outputTokens: 3, totalTokens: 9 }, null).totalTokens).toBe(9)
  })
})
