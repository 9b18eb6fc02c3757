import fc from 'fast-check'

import { editDistance } from '../../lib/cli/editDistance.ts'

describe('editDistance', () => {
  it('counts insertions, deletions and replacements', () => {
    expect(editDistance('', 'abc')).toBe(3)
    expect(editDistance('groq', 'grok')).toBe(1)
    expect(editDistance('openruter', 'openrouter')).toBe(1)
    expect(editDistance('kitten', 'sitting')).toBe(3)
  })

  it('law: it is a metric', () => {
    const text = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') })
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(editDistance(a, b) === 0).toBe(a === b)
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c))
      })
    )
  })
})
