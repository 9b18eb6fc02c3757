import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { limitsOf } from '../../../lib/data/Limits.ts'
import { parseNDJSONMachine } from '../../../lib/machine/framing/ndjson.ts'
import { utf8Machine } from '../../../lib/machine/framing/utf8.ts'
import { andThen, runMachine } from '../../../lib/machine/Machine.ts'
import { hostileBytes } from '../../arbitraries/pieces.ts'
import { cutLaws, endLaw, machineLaws } from '../../laws/machine.ts'

const machine = (some: Parameters<typeof limitsOf>[0] = {}) =>
  andThen(parseNDJSONMachine({ limits: limitsOf(some) }))(utf8Machine)

const framed = (body: string, some: Parameters<typeof limitsOf>[0] = {}): ReadonlyArray<object> =>
  runMachine(machine(some))([body]).map((item) => (E.isRight(item) ? item.right : item.left))

const frame = { event: '', lastEventId: '', unfinished: false }

describe('ndjson', () => {
  machineLaws(machine(), hostileBytes(14))
  describe('with small limits', () => {
    machineLaws(machine({ line: 9 }), hostileBytes(14))
    machineLaws(machine({ event: 6, events: 1 }), hostileBytes(14))
  })
  describe('cut anywhere', () => {
    cutLaws(machine(), new TextEncoder().encode('\uFEFF\n{"a":"é€😀"}\r\n \r\n{"b":"\u2028"}\n\n{"c":1}'))
  })

  it('law: the frames are the lines that are not blank', () => {
    const blank = fc.constantFrom('', ' ', '\t \r', '\r')
    const lines = fc.array(fc.oneof(blank, fc.json()), { maxLength: 6 })
    fc.assert(
      fc.property(lines, fc.boolean(), (texts, isEnded) => {
        const found = runMachine(machine())([texts.map((line) => `${line}\n`).join('') + (isEnded ? '' : '{}')])
        expect(found.map((item) => (E.isRight(item) ? item.right.data : item.left))).toEqual([
          ...texts.filter((line) => line.trim() !== ''),
          ...(isEnded ? [] : ['{}'])
        ])
      })
    )
  })

  it('reports the byte at which a line begins, and marks the line that the end of the body cuts off', () => {
    expect(framed('\n{"é":1}\r\n \n{"b"')).toEqual([
      { ...frame, data: '{"é":1}', atByte: 1, atEvent: 0 },
      { ...frame, data: '{"b"', atByte: 13, atEvent: 1, unfinished: true }
    ])
    expect(framed('{"a":1}\n \t')).toHaveLength(1)
    expect(framed('')).toEqual([])
  })

  it('law: a line that the end of the body cuts off is read as if terminated, limits included', () => {
    const bodies = ['', ' ', '{}', '\n{"a":"é"}', '{}\n{"a":1}', '{}\r\n{"a'].map((body) =>
      new TextEncoder().encode(body)
    )
    for (const event of [1, 2, 3, 6, 7, 9, 10, 11]) {
      for (const events of [0, 1, 2]) endLaw(machine({ event, events }), bodies, '\n')
    }
    endLaw(machine({ event: 3 }), [Uint8Array.of(0x22, 0xff, 0xff), Uint8Array.of(0x22, 0xff, 0xff, 0xe2)], '\n')
  })

  it('fails once at a line, an event or a number of events over its limit, and reads no further', () => {
    expect(framed('{}\n{"a":1}\n{}\n', { line: 4 })).toMatchObject([
      { data: '{}' },
      { _tag: 'LineTooLong', limit: 4, atByte: 3, atEvent: 1 }
    ])
    expect(framed('{}\n{"a":1}\n{}\n', { event: 6 })).toMatchObject([
      { data: '{}' },
      { _tag: 'EventTooLarge', limit: 6, atByte: 3, atEvent: 1 }
    ])
    expect(framed('{}\n\n{"a":1}\n{}\n', { events: 1 })).toMatchObject([
      { data: '{}' },
      { _tag: 'LimitExceeded', of: 'events', limit: 1, atByte: 4, atEvent: 1 }
    ])
  })
})
