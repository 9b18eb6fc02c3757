import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { cutInto } from '../../../lib/cli/cutInto.ts'
import type { Failure } from '../../../lib/data/Failure.ts'
import type { Frame } from '../../../lib/data/Frame.ts'
import { limitsOf } from '../../../lib/data/Limits.ts'
import { parseAwsEventStreamMachine } from '../../../lib/machine/framing/awsEventStream.ts'
import { crc32 } from '../../../lib/machine/framing/crc32.ts'
import type { Piece } from '../../../lib/machine/framing/utf8.ts'
import { runMachine } from '../../../lib/machine/Machine.ts'
import { joined } from '../../arbitraries/pieces.ts'
import { error, event, everyType, exception, header, message, sized, text, u32 } from '../../fixtures/awsFrames.ts'
import { cutLaws, machineLaws } from '../../laws/machine.ts'

const machine = (some: Parameters<typeof limitsOf>[0] = {}) => parseAwsEventStreamMachine({ limits: limitsOf(some) })

const framed = (
  pieces: ReadonlyArray<Piece>,
  some: Parameters<typeof limitsOf>[0] = {}
): ReadonlyArray<Frame | Failure> =>
  runMachine(machine(some))(pieces).map((item) => (E.isRight(item) ? item.right : item.left))

const frame = { lastEventId: '', atByte: 0, atEvent: 0, unfinished: false }
const bad = { _tag: 'BadChecksum', message: 'a binary event is corrupt' }

const first = event('messageStart', '{"role":"assistant"}')
const second = event('chunk', '{"é":"😀"}')

/** Some messages, sometimes with a wrong byte. */
const bodies = fc
  .tuple(fc.array(fc.constantFrom(first, second, error('c', 'm'), message(everyType)), { maxLength: 2 }), fc.nat(400))
  .chain(([messages, at]) =>
    fc.nat(255).map((byte) => {
      const body = joined(messages)
      if (at < body.length) body[at] = byte
      return body
    })
  )

describe('crc32', () => {
  it('has the check value of the CRC catalogue', () => {
    expect(crc32(new TextEncoder().encode('1234567890'), 9)).toBe(0xcbf43926)
    expect(crc32(new Uint8Array(0), 0)).toBe(0)
  })
})

describe('awsEventStream', () => {
  machineLaws(machine(), bodies, { numRuns: 40 })
  describe('with small limits', () => {
    machineLaws(machine({ event: first.length - 1 }), bodies, { numRuns: 40 })
    machineLaws(machine({ events: 1 }), bodies, { numRuns: 40 })
  })
  describe('cut anywhere', () => {
    cutLaws(machine(), joined([first, message(everyType, 'é'), second.subarray(0, 20)]))
  })

  it('emits events with their type and payload', () => {
    expect(framed([joined([first, second])])).toEqual([
      { ...frame, event: 'messageStart', data: '{"role":"assistant"}' },
      { ...frame, event: 'chunk', data: '{"é":"😀"}', atByte: first.length, atEvent: 1 }
    ])
  })

  it('emits exceptions with their type, even without a payload', () => {
    expect(framed([exception('throttlingException', '{"message":"slow down"}')])).toEqual([
      { ...frame, event: 'throttlingException', data: '{"message":"slow down"}' }
    ])
    expect(framed([exception('throttlingException', '')])).toMatchObject([{ event: 'throttlingException', data: '{}' }])
    expect(framed([message(text(':message-type', 'exception'), 'x')])).toMatchObject([{ event: '', data: 'x' }])
  })

  it('emits errors with their code and message', () => {
    expect(framed([error('InternalError', 'é "x"')])).toEqual([
      { ...frame, event: 'error', data: '{"code":"InternalError","message":"é \\"x\\""}' }
    ])
    expect(framed([message(text(':message-type', 'error'))])).toMatchObject([{ event: 'error', data: '{}' }])
  })

  it('reads headers of every type, and does not read bytes as a string', () => {
    expect(framed([message(everyType, 'a')])).toEqual([{ ...frame, event: '', data: 'a' }])
    expect(framed([message(joined([everyType, text(':event-type', 'last')]), 'a')])).toMatchObject([{ event: 'last' }])
    expect(framed([message(joined([text(':event-type', 'first'), everyType]), 'a')])).toMatchObject([
      { event: 'first' }
    ])
  })

  it('reads a message without headers and payload', () => {
    expect(framed([message(new Uint8Array(0))])).toEqual([{ ...frame, event: '', data: '' }])
  })

  it('fails at any wrong byte, and reads no further', () => {
    const body = joined([first, second, first])
    for (let i = first.length; i < first.length + second.length; i++) {
      const broken = body.slice()
      broken[i] = (broken[i] ?? 0) ^ 0x10
      expect(framed([broken])).toEqual([
        { ...frame, event: 'messageStart', data: '{"role":"assistant"}' },
        { ...bad, atByte: first.length, atEvent: 1 }
      ])
    }
  })

  it.each([
    ['a length below the least', message(new Uint8Array(0), '', { length: 15 })],
    ['a length of nothing', joined([u32(0), u32(0), u32(crc32(new Uint8Array(8), 8))])],
    ['headers longer than the message', message(new Uint8Array(0), 'abc', { headersLength: 4 })],
    ['headers of 4 GB', message(new Uint8Array(0), 'abc', { headersLength: 0xffffffff })],
    ['a header of an unknown type', message(header('a', 10, new Uint8Array(0)))],
    ['a header of no type', message(Uint8Array.of(1, 97))],
    ['a name beyond the headers', message(Uint8Array.of(9, 97, 0), 'abcdefghijkl')],
    ['a value beyond the headers', message(header('a', 7, Uint8Array.of(0, 9, 97)), 'abcdefghijkl')],
    ['a length beyond the headers', message(header('a', 6, Uint8Array.of(0)), 'abcdefghijkl')],
    ['a number beyond the headers', message(header('a', 9, new Uint8Array(15)), 'abcdefghijkl')]
  ])('fails at %s', (_name, broken) => {
    expect(framed([first, broken, first]).slice(1)).toEqual([{ ...bad, atByte: first.length, atEvent: 1 }])
  })

  it('reports at every byte that the body ended inside a message', () => {
    const body = joined([first, second])
    for (let k = 1; k < body.length; k++) {
      if (k === first.length) continue
      const isFirst = k < first.length
      const cut = {
        _tag: 'TruncatedFrame',
        length: isFirst ? k : k - first.length,
        atByte: isFirst ? 0 : first.length,
        atEvent: isFirst ? 0 : 1
      }
      expect(framed([body.subarray(0, k)]).slice(-1)).toMatchObject([cut])
    }
    expect(framed([])).toEqual([])
  })

  it('rejects a message over the limit after its prelude', () => {
    const large = message(new Uint8Array(0), 'x'.repeat(100))
    const failure = { _tag: 'EventTooLarge', limit: 115, atByte: 0, atEvent: 0 }
    expect(framed([large.subarray(0, 12)], { event: 115 })).toMatchObject([failure])
    expect(framed([large.subarray(0, 11)], { event: 115 })).toMatchObject([{ _tag: 'TruncatedFrame', length: 11 }])
    expect(framed([large, large], { event: 116 })).toHaveLength(2)
    expect(framed([large, large], { events: 1 })).toMatchObject([
      { event: '' },
      { _tag: 'LimitExceeded', of: 'events', limit: 1, atByte: 116, atEvent: 1 }
    ])
  })

  it('reads strings as their UTF-8 bytes, even with split surrogate pairs', () => {
    const face = message(new Uint8Array(0), '\uD83D\uDE00')
    expect(framed([face.subarray(0, 12), '\uD83D', '\uDE00', face.subarray(16)])).toMatchObject([{ data: '😀' }])
    const replaced = message(new Uint8Array(0), '\uFFFD')
    expect(framed([replaced.subarray(0, 12), '\uD83D', replaced.subarray(15)])).toMatchObject([{ data: '\uFFFD' }])
    expect(framed(['\u0000', '\uD83D'])).toMatchObject([{ _tag: 'TruncatedFrame', length: 4 }])
  })

  it('reads a large message in single bytes', () => {
    const large = message(text(':event-type', 'chunk'), 'x'.repeat(200_000))
    expect(framed(cutInto(large, { bytes: 1 }))).toHaveLength(1)
  })

  it('reads sized values of up to 64 KB', () => {
    expect(framed([message(header('a', 6, sized(new Uint8Array(65_535))), 'x')])).toMatchObject([{ data: 'x' }])
  })
})
