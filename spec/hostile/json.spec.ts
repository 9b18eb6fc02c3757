/**
 * JSON of all kinds, in an event and in the arguments of a call: what must be accepted, what must be refused, and what
 * RFC 8259 leaves open, with the answer that is given here.
 *
 * Source: https://datatracker.ietf.org/doc/html/rfc8259, whose test suite by N. Seriot names the classes so
 */
import { either as E } from 'fp-ts'
import * as t from 'io-ts'

import { messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import type { ClosedToolCall } from '../../lib/data/parts/ToolCall.ts'
import { advance, isInside, startOfJson } from '../../lib/machine/json/jsonProgress.ts'
import { andThen, runMachine } from '../../lib/machine/Machine.ts'
import { ollama } from '../../lib/providers/ollamaChat.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { accumulateToolCallsMachine } from '../../lib/reading/accumulateToolCallsMachine.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { decodeArguments } from '../../lib/tools/decodeArguments.ts'
import { call, calls, DONE, finish } from '../fixtures/chat.ts'

const accepted: Readonly<Record<string, string>> = {
  y_array_empty: '[]',
  y_array_with_blanks: '[ ]',
  y_array_false: '[false]',
  y_array_null: '[null]',
  y_array_several: '[1,"a",null,true,{}]',
  y_array_ends_with_newline: '["a"]\n',
  y_array_of_arrays: '[[],[[]],[[[]]]]',
  y_number_0e1: '[0e+1]',
  y_number_negative_int: '[-123]',
  y_number_minus_zero: '[-0]',
  y_number_exponent: '[123E65]',
  y_number_small: '[-0.000000000000000000000000000000000000000000000000000001]',
  y_number_real_exponent: '[123.456e-78]',
  y_object_empty: '{}',
  y_object_empty_key: '{"":0}',
  y_object_duplicated_key: '{"a":"b","a":"c"}',
  y_object_escaped_null_in_key: '{"foo\\u0000bar":42}',
  y_object_escaped_name: '{"\\u0061\\u0064\\u0064":1}',
  y_object_proto: '{"__proto__":{"a":1}}',
  y_object_long: `{"${'x'.repeat(60)}":[{"id":"${'y'.repeat(60)}"}]}`,
  y_object_newlines: '{\r\n"a": "b"\r\n}',
  y_string_escapes: '["\\"\\\\\\/\\b\\f\\n\\r\\t"]',
  y_string_surrogates: '["\\uD801\\udc37"]',
  y_string_null_escape: '["\\u0000"]',
  y_string_unicode: '["é€😀"]',
  y_string_line_separators: '["\u2028\u2029"]',
  y_string_noncharacters: '["\uFFFF\u{10FFFF}"]',
  y_string_del: '["\u007f"]',
  y_structure_blanks: ' \t\r\n[]\t '
}

const refused: Readonly<Record<string, string>> = {
  n_array_extra_comma: '[1,]',
  n_array_only_comma: '[,]',
  n_array_double_comma: '[1,,2]',
  n_array_colon: '["":1]',
  n_array_unclosed: '[""',
  n_array_unclosed_of_arrays: '[[1]',
  n_array_closed_twice: '[]]',
  n_array_closed_by_brace: '[1}',
  n_number_plus: '[+1]',
  n_number_leading_zero: '[-012]',
  n_number_dot: '[1.]',
  n_number_dot_first: '[.5]',
  n_number_exponent_only: '[1e]',
  n_number_hex: '[0x1]',
  n_number_infinity: '[Infinity]',
  n_number_nan: '[NaN]',
  n_number_fullwidth: '[１]',
  n_object_trailing_comma: '{"a":1,}',
  n_object_no_colon: '{"a" 1}',
  n_object_no_key: '{:1}',
  n_object_single_quotes: "{'a':1}",
  n_object_bare_key: '{a:1}',
  n_object_comment: '{"a":1}/*b*/',
  n_object_unclosed: '{"a":"b"',
  n_object_two: '{"a":1}{"a":1}',
  n_string_unclosed: '["a',
  n_string_tab: '["\t"]',
  n_string_NUL: '["\u0000"]',
  n_string_bad_escape: '["\\x00"]',
  n_string_php_namespace: '{"a":"App\\Http"}',
  n_string_short_unicode: '["\\u12"]',
  n_string_backslash_at_end: '["\\"]',
  n_structure_capital: '[True]',
  n_structure_word: '[nul]',
  n_structure_nbsp: '[\u00A0]',
  n_structure_bom_inside: '[\uFEFF]',
  n_structure_trailing_hash: '{}#',
  n_structure_open_many: '['.repeat(100)
}

/** What the standard leaves open: what it is read as. */
const open: Readonly<Record<string, { readonly text: string; readonly value: unknown }>> = {
  i_number_huge: { text: '[1e999]', value: [Infinity] },
  i_number_negative_huge: { text: '[-1e999]', value: [-Infinity] },
  i_number_tiny: { text: '[1e-999]', value: [0] },
  i_number_19_digits: { text: '[1234567890123456789]', value: [1234567890123456800] },
  i_string_lone_high: { text: '["\\uD800"]', value: ['\uD800'] },
  i_string_lone_low: { text: '["\\uDFAA"]', value: ['\uDFAA'] },
  i_string_wrong_order: { text: '["\\uDd1e\\uD834"]', value: ['\uDD1E\uD834'] },
  i_structure_128_levels: {
    text: '['.repeat(128) + ']'.repeat(128),
    value: JSON.parse('['.repeat(128) + ']'.repeat(128)) as unknown
  },
  i_string_empty: { text: '', value: {} }
}

/** Too deep is refused like no JSON at all; a BOM is stripped from an event only, in which servers put one. */
const openButRefused: Readonly<Record<string, string>> = {
  i_structure_129_levels: '['.repeat(129) + ']'.repeat(129),
  i_structure_100000_levels: '['.repeat(100_000) + ']'.repeat(100_000),
  i_structure_bom: '\uFEFF[]'
}

const closed = (raw: string): ClosedToolCall => ({
  _tag: 'ToolCall',
  state: 'Closed',
  key: 0,
  id: 'a',
  name: 'f',
  arguments: raw
})

/** Those that stop in the middle of JSON: nobody may take them for whole. */
const unended = [
  'n_array_unclosed',
  'n_array_unclosed_of_arrays',
  'n_object_unclosed',
  'n_string_unclosed',
  'n_string_backslash_at_end',
  'n_structure_open_many'
]

const anything = decodeArguments(t.unknown)

const streamed = (raw: string, cut: number): string =>
  calls(call(0, 'a', 'f', raw.slice(0, cut))) +
  calls(call(0, undefined, undefined, raw.slice(cut))) +
  finish('tool_calls') +
  DONE

/** Whether the rest is the first fragment once more, which is read as a repetition. */
const isRepeated = (raw: string, cut: number): boolean => raw === '{"a":1}{"a":1}' && cut === raw.length / 2

const everyCut = (raw: string): ReadonlyArray<number> =>
  Array.from({ length: Math.min(raw.length, 64) + 1 }, (_, i) => i).filter((cut) => !isRepeated(raw, cut))

describe('arguments', () => {
  const all = { ...accepted, ...refused, ...openButRefused }
  const named = [...Object.entries(all), ...Object.entries(open).map(([name, { text }]) => [name, text] as const)]

  it.each(Object.entries(accepted))('%s is read as JSON.parse does', (_, raw) => {
    expect(anything(closed(raw))).toStrictEqual(E.right(JSON.parse(raw)))
  })

  it.each(Object.entries(refused))('%s is Malformed', (_, raw) => {
    expect(anything(closed(raw))).toMatchObject({ left: { _tag: 'Malformed' } })
  })

  it.each(Object.entries(open))('%s has its answer', (_, { text, value }) => {
    expect(anything(closed(text))).toStrictEqual(E.right(value))
  })

  it.each(Object.entries(openButRefused))('%s is Malformed', (_, raw) => {
    expect(anything(closed(raw))).toMatchObject({ left: { _tag: 'Malformed' } })
  })

  it.each(named)('%s: the raw text survives under every cut, also in snapshots', (name, raw) => {
    // What is no scalar value cannot be sent: the wire escapes it.
    for (const cut of everyCut(raw)) {
      const [only, ...others] = messageToolCalls(foldBody(openRouter, streamed(raw, cut)).message)
      expect([only?.arguments, only?.state, others]).toEqual([raw, unended.includes(name) ? 'Truncated' : 'Closed', []])
    }
    const snapshots = runMachine(andThen(accumulateToolCallsMachine())(readChunksMachine(openRouter)))([
      streamed(raw, 1)
    ])
    expect(snapshots.map(E.map((list) => list.map((one) => one.arguments))).at(-1)).toEqual(E.right([raw]))
  })

  it.each(Object.entries(accepted))('%s is complete, and no proper prefix of it', (_, raw) => {
    const text = raw.trim()
    expect(isInside(advance(startOfJson, text))).toBe(false)
    for (let i = 1; i < text.length; i++) expect(isInside(advance(startOfJson, text.slice(0, i)))).toBe(true)
  })
})

describe('events', () => {
  const outcomeOf = (text: string): Outcome => foldBody(ollama, `${text.replaceAll(/[\r\n]/g, ' ')}\n`)
  const tags = (text: string): ReadonlyArray<string> => outcomeOf(text).failures.map(({ _tag }) => _tag)

  /** An event whose message has this JSON in a field that no codec knows. */
  const beside = (json: string): string => `{"message":{"content":"a"},"done":true,"x":${json}}`

  it.each(Object.entries(accepted))('%s is decoded', (_, json) => {
    expect(outcomeOf(beside(json))).toMatchObject({ _tag: 'Complete', failures: [] })
  })

  it.each(Object.entries(refused))('%s is told as malformed, and nothing is Complete', (_, json) => {
    const outcome = outcomeOf(beside(json))
    expect(outcome._tag).not.toBe('Complete')
    expect(outcome.failures.map(({ _tag }) => _tag)).toEqual(['MalformedJson', 'EndedEarly'])
  })

  it.each(Object.entries(open).filter(([name]) => name !== 'i_string_empty' && name !== 'i_structure_128_levels'))(
    '%s is decoded',
    (_, { text }) => {
      expect(outcomeOf(beside(text))).toMatchObject({ _tag: 'Complete', failures: [] })
    }
  )

  it('128 levels are decoded, the event counted in, and no more', () => {
    const deep = (levels: number): string => beside('['.repeat(levels - 1) + ']'.repeat(levels - 1))
    expect([deep(127), deep(128), deep(129), deep(2000), deep(100_000)].map(tags)).toEqual([
      [],
      [],
      ['DepthExceeded'],
      ['DepthExceeded'],
      ['DepthExceeded']
    ])
  })
})
