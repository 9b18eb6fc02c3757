import { either as E } from 'fp-ts'

import { limitsOf } from '../../../lib/data/Limits.ts'
import type { Result } from '../../../lib/data/Result.ts'
import { bareJson } from '../../../lib/machine/framing/bareJson.ts'
import { parseSSEMachine, sseTextMachine } from '../../../lib/machine/framing/sse.ts'
import { sseEventsMachine } from '../../../lib/machine/framing/sseEvents.ts'
import type { SSEItem } from '../../../lib/machine/framing/SSEItem.ts'
import { utf8Machine } from '../../../lib/machine/framing/utf8.ts'
import { andThen, feedMachine, runMachine } from '../../../lib/machine/Machine.ts'
import { hostileBytes, joined } from '../../arbitraries/pieces.ts'
import { cutLaws, endLaw, machineLaws } from '../../laws/machine.ts'

const items = (body: string, options?: Parameters<typeof parseSSEMachine>[0]): ReadonlyArray<SSEItem> =>
  runMachine(parseSSEMachine(options))([body]).flatMap((item) => (E.isRight(item) ? [item.right] : []))

const lefts = (body: string, options: Parameters<typeof parseSSEMachine>[0]): ReadonlyArray<object> =>
  runMachine(parseSSEMachine(options))([body]).flatMap((item) => (E.isLeft(item) ? [item.left] : []))

const event = { _tag: 'Event', event: '', lastEventId: '', atByte: 0, atEvent: 0, unfinished: false }

describe('sse', () => {
  machineLaws(parseSSEMachine(), hostileBytes(14))
  describe('strict', () => {
    machineLaws(parseSSEMachine({ strict: true }), hostileBytes(14), { numRuns: 100 })
  })
  describe('with small limits', () => {
    machineLaws(parseSSEMachine({ limits: limitsOf({ line: 9, event: 14, events: 1 }) }), hostileBytes(14))
  })

  it('emits events, comments and retries in order', () => {
    expect(items(': hello\nretry: 250\nid: 7\nevent: ping\ndata: a\ndata: b\n\n')).toEqual([
      { _tag: 'Comment', text: 'hello' },
      { _tag: 'Retry', digits: '250' },
      { ...event, event: 'ping', data: 'a\nb', lastEventId: '7', atByte: 8 }
    ])
  })

  it('law: sseEvents = sse without comments and retries', () => {
    const body = ': hello\nretry: 5\nid: 1\ndata: é\n\nevent: x\ndata: a\ndata: b\n\n:\ndata: c'
    const isEvent = (item: Result<SSEItem>): boolean => E.isLeft(item) || item.right._tag === 'Event'
    for (const options of [{}, { strict: true }, { limits: limitsOf({ event: 3 }) }]) {
      expect(runMachine(sseEventsMachine(options))([body])).toEqual(
        runMachine(parseSSEMachine(options))([body]).filter(isEvent)
      )
    }
  })

  it('reports the byte at which an event begins, after comments and characters of several bytes', () => {
    expect(items('data: é\n\n: €\n\n\ndata: a\n\n').at(-1)).toEqual({ ...event, data: 'a', atByte: 18, atEvent: 1 })
  })

  it('marks the event that the end of the body cuts off, with its unfinished line', () => {
    expect(items('data: a\ndata: b')).toEqual([{ ...event, data: 'a\nb', unfinished: true }])
    expect(items('data: a\nevent: x')).toEqual([{ ...event, data: 'a', unfinished: true }])
    expect(items('data')).toEqual([{ ...event, data: '', unfinished: true }])
    expect(items('data: a\n')).toEqual([{ ...event, data: 'a', unfinished: true }])
  })

  describe('law: a line that the end of the body cuts off is read as if terminated', () => {
    const encoder = new TextEncoder()
    const begins = [
      '',
      ': c\n',
      'data: a\n\n',
      'event: ping\n',
      'id: 1\nevent: error\ndata: a\n',
      'data: é\n',
      '{"x":\n'
    ]
    const ends = ['data: €', 'data', 'data:', '{"y":1}', '{"y":[', '"z"}']
    const illFormed = joined([encoder.encode('data: '), Uint8Array.of(0xff, 0xe2, 0x82)])
    const bodies = begins.flatMap((begin) => [
      ...ends.map((end) => encoder.encode(begin + end)),
      joined([encoder.encode(begin), illFormed])
    ])
    const sizes = [1, 8, 9, 10, 12, 16, 20, 1000]
    it.each(sizes.map((size) => [size] as const))('with events of %i bytes at most', (size) => {
      for (const events of [0, 1, 2, 100]) {
        const limits = limitsOf({ event: size, events })
        endLaw(andThen(sseTextMachine({ limits }, bareJson))(utf8Machine), bodies, '\n\n')
      }
    })
  })

  it('fails at an unfinished event over a limit, and at no other', () => {
    const long = `data: ${'a'.repeat(30)}`
    expect(lefts(long, { limits: limitsOf({ event: 36 }) })).toEqual([])
    expect(lefts(long, { limits: limitsOf({ event: 35 }) })).toMatchObject([{ _tag: 'EventTooLarge', atByte: 0 }])
    expect(lefts('data: a\n\ndata: b', { limits: limitsOf({ events: 1 }) })).toMatchObject([
      { _tag: 'LimitExceeded', of: 'events', atByte: 9, atEvent: 1 }
    ])
    expect(lefts(`: ${long}`, { limits: limitsOf({ event: 8 }) })).toEqual([])
    expect(lefts(long, { limits: limitsOf({ event: 8 }), strict: true })).toEqual([])
  })

  it('emits nothing at the end if there was no data', () => {
    expect(items('event: x\nid: 1\nretry: 5')).toEqual([])
    expect(items('')).toEqual([])
  })

  it('drops an unfinished event when strict', () => {
    expect(items('data: a\n\ndata: b', { strict: true })).toEqual([{ ...event, data: 'a' }])
  })

  it('fails once at a line, an event or a number of events over the limit, and reads no further', () => {
    const small = { limits: limitsOf({ line: 12, event: 20, events: 2 }) }
    expect(lefts('data: a\n\ndata: 0123456789\n\ndata: b\n\n', small)).toEqual([
      { _tag: 'LineTooLong', message: 'a line is longer than 12 bytes', limit: 12, atByte: 9, atEvent: 1 }
    ])
    expect(lefts('data: a\n\n: c\ndata: 12345\ndata: 12345\ndata: 1\n\n', small)).toEqual([
      {
        _tag: 'EventTooLarge',
        message: 'the data of an event is larger than 20 bytes',
        limit: 20,
        atByte: 13,
        atEvent: 1
      }
    ])
    expect(lefts('data: a\n\ndata: b\n\ndata: c\n\ndata: d\n\n', small)).toEqual([
      { _tag: 'LimitExceeded', message: 'more than 2 events', of: 'events', limit: 2, atByte: 18, atEvent: 2 }
    ])
    expect(items('data: a\n\ndata: b\n\ndata: c\n\ndata: d\n\n', small)).toHaveLength(2)
  })

  it('keeps only the beginning of a long comment or unknown field, and all of the others', () => {
    const long = 'x'.repeat(5000)
    expect(items(`:${long}\n`)).toEqual([{ _tag: 'Comment', text: long.slice(0, 4095) }])
    const held = (line: string): number =>
      feedMachine(parseSSEMachine())(parseSSEMachine().initial, [line]).state.second.scan.rest.length
    for (const line of [`: ${long}`, `unknown: ${long}`, `data-: ${long}`, long, `{"a":"${long}`]) {
      expect(held(line)).toBe(4096)
    }
    for (const line of [`data: ${long}`, `event:${long}`, `id:${long}`, `retry:${long}`]) {
      expect(held(line)).toBe(line.length)
    }
    const { initial, step } = sseTextMachine({}, bareJson)
    expect(step(initial, { text: `{"a":"${long}`, atByte: 0 }, () => undefined).scan.rest).toHaveLength(5006)
  })

  describe('of long lines', () => {
    const long = 'é'.repeat(2100)
    const lines = [
      `: ${long}`,
      `unknown: ${long}`,
      `data: ${long}`,
      `event: ${long}`,
      `data: ${long}`,
      ': short',
      '',
      ''
    ]
    cutLaws(parseSSEMachine(), new TextEncoder().encode(lines.join('\n')), (outputs) => '.'.repeat(outputs.length))
  })

  it('keeps the data before a line that is too long', () => {
    const { state } = feedMachine(parseSSEMachine())(parseSSEMachine().initial, ['data: a\nid: 3\n'])
    expect(state.second).toMatchObject({ data: 'a', dataBytes: 7, id: '3', lastEventId: '', atByte: 0 })
  })
})
