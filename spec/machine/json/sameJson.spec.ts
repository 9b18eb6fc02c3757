import fc from 'fast-check'

import { isSameJson } from '../../../lib/machine/json/sameJson.ts'

describe('isSameJson', () => {
  it.each([
    ['{"a": 1, "b":[true]}', '{"a":1,"b":[ true ]}'],
    ['{"a":"\\u00e9\\/"}', '{"a":"é/"}'],
    ['{"a":1,"b":{"c":2,"d":3}}', '{"b":{"d":3,"c":2},"a":1}'],
    ['{"n":12345678901234567890}', '{ "n": 12345678901234567890 }']
  ])('is true of another writing of the same value: %s, %s', (first, second) => {
    expect([isSameJson(first, second), isSameJson(second, first)]).toEqual([true, true])
  })

  it.each([
    ['{"a":1.0}', '{"a":1}'],
    ['{"a":1e2}', '{"a":100}'],
    ['{"n":12345678901234567890}', '{"n":12345678901234567891}'],
    ['{"a":1}', '{"a":"1"}'],
    ['[1,2]', '[2,1]'],
    ['{"a":1', '{"a":1'],
    ['{"a":1,}', '{"a":1,}'],
    ['', ''],
    ['{"a":" x"}', '{"a":"x"}']
  ])('is false of another value, other digits, and text that is not complete JSON: %s, %s', (first, second) => {
    expect([isSameJson(first, second), isSameJson(second, first)]).toEqual([false, false])
  })

  it('law: a value is the same in every layout', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => isSameJson(JSON.stringify(value), JSON.stringify(value, null, 2))))
  })
})
