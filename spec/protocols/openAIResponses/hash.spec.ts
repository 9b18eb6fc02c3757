import fc from 'fast-check'

import { hashed, hashJoined } from '../../../lib/protocols/openAIResponses/hash.ts'

describe('the hash of a text', () => {
  it('law: is that of its pieces, fragment by fragment and joined', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (x, y) => {
        const whole = hashed(0, x + y)
        expect(hashed(hashed(0, x), y)).toBe(whole)
        expect(hashJoined(hashed(0, x), hashed(0, y), y.length)).toBe(whole)
        expect(JSON.parse(JSON.stringify(whole))).toBe(whole)
      })
    )
  })

  it('differs for texts that differ in one place, or in their order', () => {
    const texts = ['ab', 'ba', 'aa', 'bb', '{"a":1}', '{"a":2}', '{"b":1}']
    expect(new Set(texts.map((text) => hashed(0, text))).size).toBe(texts.length)
  })
})
