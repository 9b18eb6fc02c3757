/** The k-th piece is not what it should be, for every k: the outcome is that of the bytes that came, and there is one. */
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { joined } from '../arbitraries/pieces.ts'
import { sound } from '../laws/sound.ts'
import type { Fault } from './faulty.ts'
import { body, pieces, settled, ways } from './faulty.ts'

const whole = foldBody(openRouter, body)

/** The pieces with another one in front of the k-th. */
const withPiece =
  (k: number, piece: Uint8Array | string): Fault =>
  (i) =>
    i === k ? piece : pieces[i < k ? i : i - 1]

const bytesWith = (k: number, piece: Uint8Array): Uint8Array =>
  joined([...pieces.slice(0, k), piece, ...pieces.slice(k)])

const places = Array.from({ length: pieces.length + 1 }, (_, k) => k)

const garbage: Readonly<Record<string, Uint8Array>> = {
  'bytes that are no UTF-8': Uint8Array.of(0xff, 0xfe, 0xed, 0xa0, 0x80, 0xc0),
  NULs: new Uint8Array(64),
  'ends of lines': new TextEncoder().encode('\n\r\n\r\r'),
  'a page': new TextEncoder().encode('<html>\n\n</html>\n\n')
}

describe.each(Object.entries(ways))('%s', (_, way) => {
  it('takes an empty piece for nothing', async () => {
    for (const k of places) {
      const { outcome, outcomes, finalized } = await way(withPiece(k, new Uint8Array(0)))
      expect([outcome, outcomes, finalized]).toEqual([whole, 1, 1])
    }
  })

  it('takes a string among bytes for the bytes that it encodes to', async () => {
    for (const k of places) {
      const piece = pieces[k]
      if (piece === undefined) continue
      const { outcome, outcomes } = await way((i) => (i === k ? Buffer.from(piece).toString() : pieces[i]))
      expect([outcome, outcomes]).toEqual([whole, 1])
    }
  })

  it.each(Object.entries(garbage))('folds %s as any other bytes', async (_title, piece) => {
    for (const k of places) {
      const bytes = bytesWith(k, piece)
      const { outcome, outcomes, isLocked } = await way(withPiece(k, piece))
      const uncut = await way((i) => (i === 0 ? bytes : undefined))
      expect([outcome, outcomes, isLocked]).toEqual([uncut.outcome, 1, false])
      if (k % 8 === 0) expect(sound(openRouter).faults(bytes)).toEqual([])
    }
  })

  it.each([
    ['null', null, 'Null'],
    ['a number', 7, 'Number'],
    ['an object', {}, 'Object'],
    ['a list of bytes', [100], 'Array'],
    ['an ArrayBuffer', new ArrayBuffer(2), 'ArrayBuffer'],
    ['a DataView', new DataView(new ArrayBuffer(2)), 'DataView'],
    ['a Uint16Array', new Uint16Array(2), 'Uint16Array'],
    ['a Blob', new Blob(['x']), 'Blob']
  ])('errors at a piece that is %s, which is no failure of the answer', async (_title, value, name) => {
    const piece = value as unknown as Uint8Array // what the types forbid
    for (const k of places.slice(0, -1)) {
      const mistake = new TypeError(`a piece of a body must be a string or a Uint8Array, not ${name}`)
      await expect(way((i) => (i === k ? piece : pieces[i]))).rejects.toEqual(mistake)
    }
    await settled()
  })
})
