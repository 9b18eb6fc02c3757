import fc from 'fast-check'

import type { Piece } from '../../../lib/machine/framing/utf8.ts'
import { byteLength, utf8Machine } from '../../../lib/machine/framing/utf8.ts'
import { runMachine } from '../../../lib/machine/Machine.ts'
import { hostileBytes, randomCuts } from '../../arbitraries/pieces.ts'
import { machineLaws } from '../../laws/machine.ts'

const textOf = (pieces: ReadonlyArray<Piece>): string =>
  runMachine(utf8Machine)(pieces)
    .map(({ text }) => text)
    .join('')

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Bytes that are mostly lead bytes, continuation bytes and their neighbours. */
const almostUtf8 = fc
  .array(
    fc.oneof(
      fc.constantFrom(0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1),
      fc.constantFrom(0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xfe, 0xff, 0xbb),
      fc.nat(255)
    ),
    { maxLength: 12 }
  )
  .map((bytes) => Uint8Array.from(bytes))

describe('utf8', () => {
  machineLaws(utf8Machine, fc.oneof(almostUtf8, hostileBytes(10)), {
    said: (texts) => texts.map(({ text }) => text).join('')
  })

  it('law: the joined text is that of TextDecoder, for any bytes', () => {
    fc.assert(
      fc.property(
        almostUtf8.chain((bytes) => fc.tuple(fc.constant(bytes), randomCuts(bytes))),
        ([bytes, pieces]) => {
          expect(textOf(pieces)).toBe(new TextDecoder().decode(bytes))
        }
      ),
      { numRuns: 5000 }
    )
  })

  it('law: strings are read as their UTF-8 bytes, cut anywhere, even between surrogates', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), fc.array(fc.nat(24)), (text, places) => {
        const at = [0, ...places.map((place) => Math.min(place, text.length)).toSorted((a, b) => a - b), text.length]
        const pieces = at.slice(1).map((end, i) => text.slice(at[i], end))
        expect(textOf(pieces)).toBe(new TextDecoder().decode(encode(text)))
      }),
      { numRuns: 2000 }
    )
  })

  it('law: each text has the offset of its first byte', () => {
    fc.assert(
      fc.property(almostUtf8.chain(randomCuts), (pieces) => {
        let at = 0
        for (const text of runMachine(utf8Machine)(pieces)) {
          expect(text.atByte === at || (at === 0 && text.atByte === 3)).toBe(true)
          at = text.atByte + byteLength(text)
        }
      })
    )
  })

  it('drops one BOM, and only at the beginning', () => {
    expect(textOf([encode('\uFEFF\uFEFFa')])).toBe('\uFEFFa')
    expect(textOf([encode('a\uFEFF')])).toBe('a\uFEFF')
    expect(textOf([Uint8Array.of(0xef), Uint8Array.of(0xbb), Uint8Array.of(0xbf, 0x61)])).toBe('a')
    expect(runMachine(utf8Machine)([encode('\uFEFFé')])).toEqual([{ text: 'é', atByte: 3, bytes: encode('é') }])
  })

  it('does not hold back a lead that can no longer become a character', () => {
    for (const bytes of [[0xe0, 0x80], [0xed, 0xa0], [0xf0, 0x80], [0xf4, 0x90], [0xf5], [0xc1], [0xff]]) {
      expect(runMachine(utf8Machine)([Uint8Array.from(bytes)])[0]?.text).toBe('\uFFFD'.repeat(bytes.length))
    }
  })

  it('emits a lone surrogate as U+FFFD when something else follows it', () => {
    expect(textOf(['\uD83D', '', Uint8Array.of(0x61)])).toBe('\uFFFDa')
    expect(textOf(['\uD83D', '\uD83D\uDE00'])).toBe('\uFFFD😀')
    expect(textOf(['a\uD83D'])).toBe('a\uFFFD')
  })

  it('emits the bytes of an unfinished character as U+FFFD before a string', () => {
    expect(textOf([Uint8Array.of(0xe2, 0x82), 'a'])).toBe('\uFFFDa')
  })
})
