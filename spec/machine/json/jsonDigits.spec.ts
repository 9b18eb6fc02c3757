import fc from 'fast-check'

import { hasLostDigits, keepDigits, textOfJson } from '../../../lib/machine/json/jsonDigits.ts'

const kept = (text: string): string => {
  const value: unknown = JSON.parse(text)
  keepDigits(value, text)
  return textOfJson(value)
}

/** Numbers as a wire may write them. */
const digits = fc.oneof(
  fc.constantFrom('0', '-0', '1', '1.0', '1e3', '0.50', '12345678901234567890', '-9007199254740993', '1e999', '0.1000000000000000055'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => JSON.stringify(n))
) // prettier-ignore

const json: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    digits,
    fc.json({ maxDepth: 1 }).filter((text) => !/[0-9]/.test(text)),
    fc.array(tie('value'), { maxLength: 3 }).map((some) => `[${some.join(',')}]`),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', '\\u00e9', '__proto__'), tie('value')), { maxLength: 3 })
      .map((some) => `{${some.map(([key, value], i) => `"${key}${i}":${value}`).join(',')}}`)
  )
})).value

const numbersIn = (text: string): ReadonlyArray<string> =>
  text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').match(/-?[0-9][0-9.eE+-]*/g) ?? []

describe('jsonDigits', () => {
  it('law: JSON.parse(textOfJson(u)) equals u, for every object and list u', () => {
    fc.assert(fc.property(json, (text) => {
      expect(JSON.parse(kept(`[${text}]`))).toEqual(JSON.parse(`[${text}]`))
    })) // prettier-ignore
  })

  it('law: every number of an object or list is written as in the text', () => {
    fc.assert(
      fc.property(json, (text) => {
        const whole = `[${text}]`
        expect(numbersIn(kept(whole))).toEqual(numbersIn(whole))
      })
    )
  })

  it('changes nothing in a value whose numbers are not rounded', () => {
    const value = { a: [1, 'x', null, { b: true }] }
    expect(keepDigits(value, JSON.stringify(value))).toBe(false)
    expect(textOfJson(value)).toBe(JSON.stringify(value))
  })

  it('keeps digits through white space, escapes and names that repeat', () => {
    expect(kept(' { "a" : [ 1.0 , "\\u0041" ] , "b" : { "c" : 12345678901234567890 } } ')).toBe(
      '{"a":[1.0,"A"],"b":{"c":12345678901234567890}}'
    )
    expect(kept('{"a":1.0,"a":2}')).toBe('{"a":1.0,"a":2}')
  })

  it.each([
    [{ n: 12345678901234567890 }, true],
    [[[2 ** 53]], true],
    [{ n: 2 ** 53 - 1, x: 0.1 }, false],
    ['12345678901234567890', false]
  ])('%j has lost digits: %s', (value, expected) => {
    expect(hasLostDigits(value)).toBe(expected)
  })
})
