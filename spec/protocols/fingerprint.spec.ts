import fc from 'fast-check'

import { emptyPrefix, extend } from '../../lib/machine/json/jsonPrefix.ts'
import { moreHash, repeated, SEED } from '../../lib/protocols/fingerprint.ts'

const jsonLike = fc.oneof(
  fc.json(),
  fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', ' ', '\n', '\\', 'u', 'a', '1') })
)

describe('a fingerprint', () => {
  it('is the same however the text is cut', () => {
    fc.assert(
      fc.property(jsonLike, jsonLike, fc.constantFrom('', emptyPrefix), (x, y, json) => {
        const after = json === '' ? '' : extend(json, x)
        expect(moreHash(moreHash(SEED, x, json), y, after)).toBe(moreHash(SEED, x + y, json))
      })
    )
  })

  it('is that of JSON, not of its layout', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const of = (text: string): number => moreHash(SEED, text, emptyPrefix)
        expect(of(JSON.stringify(value, null, 2))).toBe(of(JSON.stringify(value)))
      })
    )
    const held = { size: 9, hash: moreHash(SEED, '{"a":"b"}', emptyPrefix), json: extend(emptyPrefix, '{"a":"b"}') }
    expect(repeated('{ "a": "b" }', held)).toBe('')
    expect(repeated('{"a":" b"}', held)).toBeUndefined()
    expect(repeated('{"a":"b"}, ', held)).toBe(', ')
  })

  it('is that of every character of free text', () => {
    const held = { size: 2, hash: moreHash(SEED, 'ls', ''), json: '' }
    expect(repeated('l s', held)).toBeUndefined()
    expect(repeated('ls -l', held)).toBe(' -l')
  })
})
