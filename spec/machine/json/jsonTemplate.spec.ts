import { deepStrictEqual } from 'node:assert'

import fc from 'fast-check'

import { fill, OTHER, templateOf } from '../../../lib/machine/json/jsonTemplate.ts'
import { parseJson } from '../../../lib/machine/json/parseJson.ts'
import { alikeTexts } from '../../arbitraries/alikeTexts.ts'

describe('jsonTemplate', () => {
  it('law: fill returns the value of JSON.parse, or OTHER', () => {
    fc.assert(
      fc.property(alikeTexts, fc.nat(), fc.nat(), (all, i, j) => {
        const template = templateOf(all[i % all.length] ?? '', all[j % all.length] ?? '')
        if (template === undefined) return
        for (const text of all) {
          const value = fill(template, text)
          if (value !== OTHER) deepStrictEqual(value, parseJson(text))
        }
      }),
      { numRuns: 2000 }
    )
  })

  const content = (text: string): string => `{"choices":[{"delta":{"content":"${text}"}}],"usage":null}`

  it('fills the two texts that it was made of', () => {
    const template = templateOf(content('The'), content('They'))
    expect(template?.before).toBe('{"choices":[{"delta":{"content":"')
    for (const text of ['The', 'They', '', 'x'.repeat(100), '\\n', '\\ud83d\\ude00']) {
      expect(template && fill(template, content(text))).toEqual(JSON.parse(content(text)))
    }
  })

  it('rejects other texts', () => {
    const template = templateOf(content('The'), content('They'))
    const others = [content('a","role":"b'), content('\\x'), content('\u0001'), content('"'), '{"usage":null}', '']
    for (const text of others) expect(template && fill(template, text)).toBe(OTHER)
  })

  it('allows several strings and numbers to differ', () => {
    const delta = (index: number, text: string): string =>
      `{"index":${String(index)},"delta":{"text":"${text}"},"n":1,"obfuscation":"${text}"}`
    const template = templateOf(delta(0, 'a'), delta(17, 'b'))
    expect(template?.holes.map(({ isString }) => isString)).toEqual([false, true, true])
    for (const text of [delta(3, '\\"}'), delta(-1.5e3, 'x'.repeat(50)), delta(0, '')])
      expect(template && fill(template, text)).toEqual(JSON.parse(text))
    for (const text of [delta(1, 'a').replace('"n":1', '"n":2'), '{"index":null', '{"index":01,"delta":{"text":"a"}'])
      expect(template && fill(template, text)).toBe(OTHER)
  })

  it('is not made of texts that differ in too many places, in none, or in more than strings and numbers', () => {
    const pairs = [
      [content('a'), content('a')],
      ['{"a":1}', '{"a":"1"}'],
      ['{"a":1}', '{"a":null}'],
      ['[1,1,1,1,1,1,1,1,1]', '[2,2,2,2,2,2,2,2,2]'],
      ['{"a":"x"}', '{"b":"x"}'],
      ['[1,"a"]', '["b","a"]'],
      ['', '{}'],
      ['"', '""'],
      ['{"b":"a","a":"b","a":"b"}', '{"b":"a","a":"b","b":"b"}'],
      ['{"a" :1}', '{"b" :1}'],
      ['{"a":1', '{"a":2']
    ] as const
    for (const [a, b] of pairs) expect(templateOf(a, b)).toBeUndefined()
  })

  it('returns a new value each time', () => {
    const text = (said: string): string => `{"a":{"b":[{"c":1}]},"text":"${said}"}`
    const template = templateOf(text('x'), text('y'))
    const [first, second] = ['p', 'q'].map((said) => template && fill(template, text(said)))
    deepStrictEqual([first, second], [JSON.parse(text('p')), JSON.parse(text('q'))])
    const [one, other] = [first, second].map((value) => (value as { a: { b: ReadonlyArray<object> } }).a)
    expect(one).not.toBe(other)
    expect(one?.b).not.toBe(other?.b)
    expect(one?.b[0]).not.toBe(other?.b[0])
  })
})
