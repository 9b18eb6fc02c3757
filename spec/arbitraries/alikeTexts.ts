/** JSON texts that differ in a few strings and numbers, and texts that nearly do. */
import fc from 'fast-check'

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

export const alikeTexts: fc.Arbitrary<ReadonlyArray<string>> = fc
  .array(fc.oneof(rows, severalHoles), { minLength: 1, maxLength: 4 })
  .map((all) => all.flat())
