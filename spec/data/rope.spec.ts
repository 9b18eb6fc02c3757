import fc from 'fast-check'

import { append, detach } from '../../lib/data/rope.ts'

const texts = fc.oneof(
  fc.string(),
  fc.nat(3000).map((n) => 'é'.repeat(n)),
  fc.constantFrom('', 'a', '\uD83D', '\0')
)

describe('a text that grows', () => {
  it('law: append = +', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 40 }), (pieces) => {
        expect(pieces.reduce(append, '')).toBe(pieces.join(''))
      })
    )
  })

  it('law: append = +, one character at a time, at any length', () => {
    let grown = ''
    for (let i = 0; i < 20_000; i++) {
      grown = append(grown, String.fromCharCode(97 + (i % 26)))
      if (grown.length !== i + 1) expect(grown).toHaveLength(i + 1)
    }
    expect(grown).toBe('abcdefghijklmnopqrstuvwxyz'.repeat(770).slice(0, 20_000))
  })
})

describe('a slice of a text', () => {
  it('law: detach returns the same text, wherever it was cut', () => {
    fc.assert(
      fc.property(texts, fc.nat(3000), fc.nat(3000), fc.nat(100_000), (text, from, size, length) => {
        const cut = text.slice(from, from + size)
        expect(detach(cut, length)).toBe(cut)
      })
    )
  })
})
