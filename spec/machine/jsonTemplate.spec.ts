import { deepStrictEqual } from 'node:assert'

import fc from 'fast-check'

import { fill, OTHER, templateOf } from '../../lib/machine/jsonTemplate.ts'
import { parseAlike, TOO_DEEP } from '../../lib/machine/parseAlike.ts'
import { parseJson } from '../../lib/machine/parseJson.ts'

const literals = fc.oneof(
  fc.string({ maxLength: 40 }).map((text) => JSON.stringify(text).slice(1, -1)),
  fc.string({
    unit: fc.constantFrom('a', 'b', '"', '\\', '\n', '\\n', '\\u0041', '\\ud83d', '{', '}', ':', ',', ' ', '1')
  }),
  fc.constantFrom('', 'a', '\\"', '","x":"', '"},{"', '\\u00e9', '😀', '\\ud83d\\ude00', 'x'.repeat(20), '\u2028')
)

const envelopes = fc.constantFrom(
  ['{"id":"x","choices":[{"delta":{"content":"', '"},"finish_reason":null}],"usage":null}'],
  ['{"a":{"b":[1,-0,1e999,{"c":[]}]},"text":"', '","__proto__":{"polluted":"yes"},"z":[[{}]]}'],
  ['{"__proto__":{"text":"', '"},"constructor":{"prototype":1}}'],
  ['["', '",{"a":"a"}]'],
  ['{"text":"first","text":"', '"}'],
  ['{"text":"', '","text":"last"}'],
  ['{"', '":1}'],
  ['"', '"'],
  ['{"a":"said \\"', '\\" to me"}'],
  ['{"a" : "', '" , "b" : "same" }'],
  ['{"b":["",""', ',""]}'],
  ['{"a":1', ',"b":"x"}'],
  ['{"b":"a","a":"b","', '":"b"}'],
  ['{"xxxxxxxxxxxxxxx":"', '","xx":"x"}']
)

const rows = fc.tuple(envelopes, fc.array(literals, { minLength: 1, maxLength: 12 }))

const texts = fc
  .array(rows, { minLength: 1, maxLength: 4 })
  .map((all) => all.flatMap(([[prefix = '', suffix = ''], inside]) => inside.map((text) => prefix + text + suffix)))

describe('jsonTemplate', () => {
  it('law: it gives what JSON.parse gives, or says that the text is of another kind', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (all, i, j) => {
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

  it('knows the two texts again that it was made of', () => {
    const template = templateOf(content('The'), content('They'))
    expect(template?.prefix).toBe('{"choices":[{"delta":{"content":"')
    for (const text of ['The', 'They', '', 'x'.repeat(100), '\\n', '\\ud83d\\ude00']) {
      expect(template && fill(template, content(text))).toEqual(JSON.parse(content(text)))
    }
  })

  it('takes nothing else', () => {
    const template = templateOf(content('The'), content('They'))
    const others = [content('a","role":"b'), content('\\x'), content('\u0001'), content('"'), '{"usage":null}', '']
    for (const text of others) expect(template && fill(template, text)).toBe(OTHER)
  })

  it('is not made of texts that differ in more, in less, or in anything but a string', () => {
    const pairs = [
      [content('a'), content('a')],
      ['{"a":1}', '{"a":2}'],
      ['{"a":"x","b":"y"}', '{"a":"z","b":"w"}'],
      ['{"a":"x"}', '{"b":"x"}'],
      ['{"a":"x","a":"z"}', '{"a":"y","a":"z"}'],
      ['[1,"a"]', '["b","a"]'],
      ['', '{}'],
      ['"', '""'],
      ['{"b":"a","a":"b","a":"b"}', '{"b":"a","a":"b","b":"b"}']
    ] as const
    for (const [a, b] of pairs) expect(templateOf(a, b)).toBeUndefined()
  })

  it('makes each value anew', () => {
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

describe('parseAlike', () => {
  it('law: it gives what JSON.parse gives, whatever it was asked before', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const parse = parseAlike(128)
        for (const text of all) deepStrictEqual(parse(text), parseJson(text))
      }),
      { numRuns: 1000 }
    )
  })

  it('reads most of a row without JSON.parse, and all of it right', () => {
    const parse = parseAlike(128)
    const said = jest.spyOn(JSON, 'parse')
    const row = Array.from({ length: 1000 }, (_, i) => `{"choices":[{"delta":{"content":"${String(i)}"}}]}`)
    const values = row.map(parse)
    const times = said.mock.calls.length
    said.mockRestore()
    expect(values).toEqual(row.map((text) => JSON.parse(text) as unknown))
    expect(times).toBeLessThan(10)
  })

  it('looks for what is alike ever more seldom while nothing is', () => {
    const parse = parseAlike(128)
    const row = Array.from({ length: 4000 }, (_, i) => `{"at":${String(i)},"id":"${String(i * 7)}"}`)
    const said = jest.spyOn(JSON, 'parse')
    for (const text of row) parse(text)
    const times = said.mock.calls.length
    said.mockRestore()
    expect(times).toBeLessThan(row.length + 40)
  })

  it('guards the depth of what it does not know', () => {
    const nested = (depth: number, text: string): string => '{"a":'.repeat(depth) + `"${text}"` + '}'.repeat(depth)
    const parse = parseAlike(128)
    for (const text of ['x', 'y', 'z']) {
      expect(parse(nested(129, text))).toBe(TOO_DEEP)
      expect(parse(nested(128, text))).toEqual(JSON.parse(nested(128, text)))
    }
  })
})
