import fc from 'fast-check'

import {
  advance,
  beginsJson,
  isBroken,
  isComplete,
  isInside,
  startOfJson
} from '../../../lib/machine/json/jsonProgress.ts'

const after = (text: string): number => advance(startOfJson, text)

const container = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()), fc.string())

describe('jsonProgress', () => {
  it('law: advance(advance(p, x), y) = advance(p, x + y)', () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), fc.nat(), (before, text, place) => {
        const k = place % (text.length + 1)
        const p = after(before)
        expect(advance(advance(p, text.slice(0, k)), text.slice(k))).toBe(advance(p, text))
      })
    )
  })

  it('law: a whole object, array or string is complete, and no proper prefix of it is', () => {
    fc.assert(
      fc.property(container, (value) => {
        const text = JSON.stringify(value)
        expect(isComplete(after(` ${text}\n`))).toBe(true)
        for (let k = 1; k < text.length; k++) {
          expect(isComplete(after(text.slice(0, k)))).toBe(false)
          expect(isInside(after(text.slice(0, k)))).toBe(true)
        }
      })
    )
  })

  it('reports that more came after the end', () => {
    expect(isBroken(after('{"a":1}{"b":2}'))).toBe(true)
    expect(isBroken(after('{"a":1} '))).toBe(false)
  })

  it('ignores brackets and quotes in strings', () => {
    expect(isComplete(after('{"a":"}]\\"{["}'))).toBe(true)
    expect(isInside(after('{"a":"\\'))).toBe(true)
  })

  it('never reports a number or a word as complete', () => {
    for (const text of ['12', 'true', 'null', '-', ' 1 ']) expect(isComplete(after(text))).toBe(false)
  })

  it('recognises the beginning of an object or an array', () => {
    expect([' {', '\n[', '"', '', 'a {'].map(beginsJson)).toEqual([true, true, false, false, false])
  })
})
