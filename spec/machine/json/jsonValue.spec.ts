import fc from 'fast-check'

import { toJsonValue } from '../../../lib/machine/json/jsonValue.ts'
import { TOO_DEEP } from '../../../lib/machine/json/parseAlike.ts'

const DEPTH = 16

describe('toJsonValue', () => {
  it('law: returns a value of JSON.parse unchanged', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 4 }), (text) => {
      const value: unknown = JSON.parse(text)
      expect(toJsonValue(value, DEPTH)).toBe(value)
    })) // prettier-ignore
  })

  it('law: returns only values that JSON can represent', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withTypedArray: true, maxDepth: 3 }), (value) => {
        const json = toJsonValue(value, DEPTH)
        fc.pre(json !== TOO_DEEP)
        expect(() => JSON.stringify(json)).not.toThrow()
        expect(JSON.stringify(json)).not.toBeUndefined()
      })
    )
  })

  it.each([
    ['bytes', Uint8Array.of(1, 2, 3), 'AQID'],
    ['a buffer', Buffer.from([1, 2, 3]), 'AQID'],
    ['an ArrayBuffer', Uint8Array.of(1, 2, 3).buffer, 'AQID'],
    ['a bigint', 10n, 10],
    ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['no date', new Date(NaN), null],
    ['undefined', undefined, null]
  ])('%s', (_what, value, expected) => {
    expect(toJsonValue(value, DEPTH)).toEqual(expected)
    expect(toJsonValue({ a: [value] }, DEPTH)).toEqual({ a: [expected] })
  })

  it('drops fields that JSON cannot represent', () => {
    expect(toJsonValue({ a: undefined, b: () => 1, c: Symbol('c'), d: 1 }, DEPTH)).toEqual({ d: 1 })
  })

  it('returns TOO_DEEP for a cycle', () => {
    const cycle: Record<string, unknown> = { a: 1 }
    cycle['self'] = [cycle]
    expect(toJsonValue(cycle, DEPTH)).toBe(TOO_DEEP)
  })
})
