import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { limitsOf } from '../../../lib/data/Limits.ts'
import { jsonArrayMachine } from '../../../lib/machine/framing/jsonArray.ts'
import { utf8Machine } from '../../../lib/machine/framing/utf8.ts'
import { andThen, feedMachine, runMachine } from '../../../lib/machine/Machine.ts'
import { hostileBytes } from '../../arbitraries/pieces.ts'
import { cutLaws, machineLaws } from '../../laws/machine.ts'

const machine = (some: Parameters<typeof limitsOf>[0] = {}) =>
  andThen(jsonArrayMachine({ limits: limitsOf(some) }))(utf8Machine)

const framed = (body: string, some: Parameters<typeof limitsOf>[0] = {}): ReadonlyArray<object> =>
  runMachine(machine(some))([body]).map((item) => (E.isRight(item) ? item.right : item.left))

const frame = { event: '', lastEventId: '', unfinished: false }

const space = fc.constantFrom('', ' ', '\n', '\r\n\t')

/** Arrays with white space at any legal place, sometimes with a wrong byte. */
const bodies = fc
  .tuple(fc.array(fc.tuple(space, fc.json({ maxDepth: 1 }), space), { maxLength: 3 }), space, fc.nat(40), fc.nat(400))
  .map(([elements, around, at, byte]) => {
    const inside = elements.map((texts) => texts.join('')).join(',')
    const bytes = new TextEncoder().encode(`${around}[${inside}${around}]${around}`)
    if (byte < 256 && at < bytes.length) bytes[at] = byte
    return bytes
  })

describe('jsonArray', () => {
  machineLaws(machine(), bodies, { numRuns: 150 })
  machineLaws(machine(), hostileBytes(10), { numRuns: 100 })
  describe('with small limits', () => {
    machineLaws(machine({ event: 5 }), bodies, { numRuns: 150 })
    machineLaws(machine({ events: 1 }), bodies, { numRuns: 100 })
  })
  describe('cut anywhere', () => {
    cutLaws(
      machine(),
      new TextEncoder().encode('\uFEFF\n[{"a":"é\\"]}😀"}\r\n, [1,"€"],-12.5e3,"\\u00e9\\\\",true , {"b')
    )
  })

  it('law: the data of the frames, parsed, are the elements', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.nat(3), (values, indent) => {
        const found = runMachine(machine())([JSON.stringify(values, null, indent)])
        const parsed = found.map((item) => (E.isRight(item) ? (JSON.parse(item.right.data) as unknown) : item.left))
        expect(parsed).toEqual(JSON.parse(JSON.stringify(values)))
      })
    )
  })

  it('law: an element is emitted at its last byte', () => {
    const elements = ['{"a":[1,{"b":"]}"}]}', '[]', '"é,"']
    let body = ' ['
    for (const [i, element] of elements.entries()) {
      body += `${i === 0 ? '' : '\n,'}${element}`
      const bytes = new TextEncoder().encode(body)
      expect(feedMachine(machine())(machine().initial, [bytes]).outputs).toHaveLength(i + 1)
      expect(feedMachine(machine())(machine().initial, [bytes.subarray(0, -1)]).outputs).toHaveLength(i)
    }
  })

  it.each([
    ['[1', ']'],
    ['[{"a":"é', '"}]'],
    ['[{},{"a', '":1}]'],
    ['[{}, {}, "b', '"]']
  ])('law: the element that the end cuts off in %s exceeds the limit of events as a complete one does', (cut, rest) => {
    const limited = (body: string, events: number): ReadonlyArray<object> =>
      framed(body, { events }).filter((item) => 'of' in item)
    for (const events of [0, 1, 2, 3]) expect(limited(cut, events)).toEqual(limited(cut + rest, events))
    expect(limited(cut, 0)).toHaveLength(1)
  })

  it('reports the byte at which an element begins', () => {
    expect(framed('\n[{"é":"€"}\n,\r\n{"b":2}, 12 ]')).toEqual([
      { ...frame, data: '{"é":"€"}', atByte: 2, atEvent: 0 },
      { ...frame, data: '{"b":2}', atByte: 18, atEvent: 1 },
      { ...frame, data: '12', atByte: 27, atEvent: 2 }
    ])
    const illFormed = Uint8Array.of(0x5b, 0x22, 0xe2, 0x82, 0xff, 0x22, 0x2c, 0x31, 0x5d)
    expect(runMachine(machine())([illFormed]).map(E.map(({ atByte }) => atByte))).toEqual([E.right(1), E.right(7)])
  })

  it('ends with the array, and reads nothing after it', () => {
    const { state } = feedMachine(machine())(machine().initial, ['[{}]'])
    expect(machine().done(state)).toBe(true)
    expect(framed('[{}] {"a":1}')).toHaveLength(1)
    expect(framed('[ ]')).toEqual([])
    expect(framed(' ')).toEqual([])
  })

  it('marks the element that the end of the body cuts off, and reports an array cut between two', () => {
    expect(framed('[{}, {"a":"')).toEqual([
      { ...frame, data: '{}', atByte: 1, atEvent: 0 },
      { ...frame, data: '{"a":"', atByte: 5, atEvent: 1, unfinished: true }
    ])
    expect(framed('[1')).toMatchObject([{ data: '1', unfinished: true }])
    expect(framed('[{},')).toMatchObject([{ data: '{}' }, { _tag: 'TruncatedFrame', length: 0, atByte: 3, atEvent: 1 }])
    expect(framed(' [')).toMatchObject([{ _tag: 'TruncatedFrame', atByte: 2, atEvent: 0 }])
  })

  it('fails once at an element or a number of elements over its limit, and reads no further', () => {
    expect(framed('[{},{"é":1},{}]', { event: 7 })).toMatchObject([
      { data: '{}' },
      { _tag: 'EventTooLarge', limit: 7, atByte: 4, atEvent: 1 }
    ])
    expect(framed('[{},{"é":1}]', { event: 8 })).toHaveLength(2)
    expect(framed('[{},{"a":1},{}]', { events: 1 })).toMatchObject([
      { data: '{}' },
      { _tag: 'LimitExceeded', of: 'events', limit: 1, atByte: 4, atEvent: 1 }
    ])
  })

  it('reads any number of words in one piece', () => {
    const many = 200_000
    expect(framed(`[${'1,'.repeat(many)}1]`)).toHaveLength(many + 1)
  })
})
