import { deepStrictEqual } from 'node:assert'

import fc from 'fast-check'

import { fill, OTHER, templateOf } from '../../../lib/machine/json/jsonTemplate.ts'
import { parseAlike, TOO_DEEP } from '../../../lib/machine/json/parseAlike.ts'
import { parseJson } from '../../../lib/machine/json/parseJson.ts'

const literals = fc.oneof(
  fc.string({ maxLength: 40 }).map((text) => JSON.stringify(text).slice(1, -1)),
  fc.string({
    unit: fc.constantFrom('a', 'b', '"', '\\', '\n', '\\n', '\\u0041', '\\ud83d', '{', '}', ':', ',', ' ', '1')
  }),
  fc.constantFrom('', 'a', '\\"', '","x":"', '"},{"', '\\u00e9', '😀', '\\ud83d\\ude00', 'x'.repeat(20), '\u2028')
)

const numbers = fc.oneof(
  fc.integer().map(String),
  fc.double().map((n) => JSON.stringify(n)),
  fc.constantFrom(
    '0',
    '-0',
    '1e999',
    '1E+2',
    '-1.5e-7',
    '123456789012345678',
    '01',
    '1.',
    '-',
    '',
    '1 ',
    ' 1',
    'null',
    '"1"'
  )
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

const rows = fc
  .tuple(envelopes, fc.array(literals, { minLength: 1, maxLength: 12 }))
  .map(([[prefix = '', suffix = ''], inside]) => inside.map((text) => prefix + text + suffix))

// S stands for the inside of a string, N for a number.
const frames = fc.constantFrom(
  '{"choices":[{"index":N,"delta":{"content":"S"}}],"at":N,"obfuscation":"S"}',
  '{"calls":[{"index":N,"function":{"arguments":"S"}}]}',
  '{"at":N,"at":N,"text":"S","text":"S"}',
  '{"a":{"t":"S"},"a":{"u":"S"},"n":[N,N,"S"]}',
  '{"__proto__":{"a":N},"__proto__":"S"}',
  '[N,"S",{"0":N}]',
  ' [ N , "S" ] ',
  'N'
)

const severalHoles = fc
  .tuple(frames, fc.array(fc.tuple(fc.array(literals), fc.array(numbers)), { minLength: 2, maxLength: 12 }))
  .map(([frame, all]) =>
    all.map(([strings, ns]) => {
      const [S, N] = [strings.values(), ns.values()]
      return frame.replace(/[SN]/g, (hole) => (hole === 'S' ? (S.next().value ?? 'a') : (N.next().value ?? '1')))
    })
  )

const texts = fc.array(fc.oneof(rows, severalHoles), { minLength: 1, maxLength: 4 }).map((all) => all.flat())

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
    expect(template?.before).toBe('{"choices":[{"delta":{"content":"')
    for (const text of ['The', 'They', '', 'x'.repeat(100), '\\n', '\\ud83d\\ude00']) {
      expect(template && fill(template, content(text))).toEqual(JSON.parse(content(text)))
    }
  })

  it('takes nothing else', () => {
    const template = templateOf(content('The'), content('They'))
    const others = [content('a","role":"b'), content('\\x'), content('\u0001'), content('"'), '{"usage":null}', '']
    for (const text of others) expect(template && fill(template, text)).toBe(OTHER)
  })

  it('lets several strings and numbers differ', () => {
    const delta = (index: number, text: string): string =>
      `{"index":${String(index)},"delta":{"text":"${text}"},"n":1,"obfuscation":"${text}"}`
    const template = templateOf(delta(0, 'a'), delta(17, 'b'))
    expect(template?.holes.map(({ isString }) => isString)).toEqual([false, true, true])
    for (const text of [delta(3, '\\"}'), delta(-1.5e3, 'x'.repeat(50)), delta(0, '')])
      expect(template && fill(template, text)).toEqual(JSON.parse(text))
    for (const text of [delta(1, 'a').replace('"n":1', '"n":2'), '{"index":null', '{"index":01,"delta":{"text":"a"}'])
      expect(template && fill(template, text)).toBe(OTHER)
  })

  it('is not made of texts that differ in too much, in nothing, or in anything but strings and numbers', () => {
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
    const row = Array.from({ length: 4000 }, (_, i) => `{"at":${String(i)},"${String(i * 7)}":"id"}`)
    const said = jest.spyOn(JSON, 'parse')
    for (const text of row) parse(text)
    const times = said.mock.calls.length
    said.mockRestore()
    expect(times).toBeLessThan(row.length + 40)
  })

  it('learns nothing of what is nested deeply: templates are made level by level', () => {
    const row = Array.from({ length: 9 }, (_, i) => '['.repeat(2000) + String(i) + ']'.repeat(2000))
    const parse = parseAlike(100_000)
    const said = jest.spyOn(JSON, 'parse')
    for (const text of row) parse(text)
    const times = said.mock.calls.length
    said.mockRestore()
    expect(times).toBe(row.length)
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
