import fc from 'fast-check'

import { defaultLimits } from '../../../lib/data/Limits.ts'
import { emptyPrefix, extend, isBroken, isCut, isEmpty, isWhole } from '../../../lib/machine/json/jsonPrefix.ts'

const of = (text: string): string => extend(emptyPrefix, text)

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

// All tokens of JSON, so that a few of them in any order are often nearly JSON.
const tokens = ['{', '}', '[', ']', ':', ',', '"', '"a"', '\\', '\\u00', '0', '1', '-', '.', 'e', '+', 'true', 'fals', 'nul', 'l', ' ', '\n', '\t', '\u0000', 'é'] // prettier-ignore
const nearlyJson = fc.array(fc.constantFrom(...tokens), { maxLength: 8 }).map((some) => some.join(''))

const valid = fc.json({ maxDepth: 4 })

/** A text that completes a prefix, found by trying each ending. */
const completed = (text: string): string | undefined => {
  const endings = ['', '"', '0', '"0', ':0', '":0', '00', '000', '0000', 'n"', '"":0', 'e', 'ue', 'rue', 'se', 'lse', 'alse', 'l', 'll', 'ull'] // prettier-ignore
  const closers = Array.from(text.matchAll(/[[{]/g), ([one]) => (one === '[' ? ']' : '}')).reverse()
  const subsets = closers.reduce<ReadonlyArray<string>>((all, one) => all.flatMap((some) => [some, some + one]), [''])
  return endings
    .flatMap((ending) => ['', '"', '":0'].map((more) => ending + more))
    .flatMap((ending) => subsets.map((end) => text + ending + end))
    .find(isJson)
}

describe('jsonPrefix', () => {
  it('law: extend(extend(p, x), y) = extend(p, x + y)', () => {
    fc.assert(fc.property(fc.oneof(nearlyJson, valid), fc.oneof(nearlyJson, valid), (x, y) => {
      expect(extend(of(x), y)).toBe(of(x + y))
    })) // prettier-ignore
  })

  it('law: a text is whole if and only if JSON.parse accepts it', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyJson, valid), (text) => {
        expect(isWhole(of(text))).toBe(isJson(text))
      }),
      { numRuns: 2000 }
    )
  })

  it('law: no prefix of JSON is broken, and each is blank, whole or cut', () => {
    fc.assert(
      fc.property(valid, (text) => {
        for (let k = 0; k <= text.length; k++) {
          const prefix = of(text.slice(0, k))
          expect(isBroken(prefix)).toBe(false)
          expect([isEmpty(prefix), isWhole(prefix), isCut(prefix)].filter(Boolean)).toHaveLength(1)
        }
      })
    )
  })

  it('law: a cut text can be completed, and a broken one cannot', () => {
    fc.assert(
      fc.property(nearlyJson, (text) => {
        fc.pre((text.match(/[[{]/g) ?? []).length <= 6)
        const prefix = of(text)
        if (isBroken(prefix)) expect(completed(text)).toBeUndefined()
        else expect(completed(text)).toBeDefined()
      }),
      { numRuns: 1000 }
    )
  })

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['{', 'cut'],
    ['{"a"', 'cut'],
    ['{"a":tru', 'cut'],
    ['"\\u12', 'cut'],
    ['[1,', 'cut'],
    ['-', 'cut'],
    ['1.', 'cut'],
    ['{} ', 'whole'],
    ['12', 'whole'],
    ['null', 'whole'],
    ['{"a":1,}', 'broken'],
    ['{a', 'broken'],
    ['{"a":"\n', 'broken'],
    ['{}{', 'broken'],
    ['01', 'broken'],
    ["{'a'", 'broken'],
    ['[1 2', 'broken'],
    ['plain words', 'broken']
  ])('%j is %s', (text, what) => {
    const prefix = of(text)
    const found = [isEmpty(prefix) && 'empty', isCut(prefix) && 'cut', isWhole(prefix) && 'whole', isBroken(prefix) && 'broken'] // prettier-ignore
    expect(found.filter(Boolean)).toEqual([what])
  })

  it('reports a text that is nested deeper than the limit as broken', () => {
    expect(isCut(of('['.repeat(defaultLimits.depth)))).toBe(true)
    expect(isBroken(of('['.repeat(defaultLimits.depth + 1)))).toBe(true)
  })

  it('is linear if brackets open and close at the deepest level', () => {
    const deep = '['.repeat(defaultLimits.depth - 1)
    const prefix = of(deep + '[],'.repeat(300_000))
    expect(prefix.length).toBe(defaultLimits.depth)
  })
})
