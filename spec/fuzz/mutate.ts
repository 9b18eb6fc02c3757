/** What may happen to the bytes of a body. Every change depends on the random numbers alone. */
import { joined } from '../arbitraries/pieces.ts'
import type { Random } from './random.ts'

export type Change = (body: Uint8Array, random: Random, other: () => Uint8Array) => Uint8Array

const encoder = new TextEncoder()

/** Bytes that mean something to a framing, to UTF-8 or to JSON. */
const words: ReadonlyArray<Uint8Array> = [
  ...['\r', '\n', '\r\n', '\n\n', '\r\r', ':', ' ', '\t', '\0', '\uFEFF', '\u2028', 'é', '😀'],
  ...['data', 'data:', 'data: ', 'event: error\n', 'id: 1\n', 'id:\n', 'id: \0\n', 'retry: 10\n', ': c\n'],
  ...['data: [DONE]\n\n', 'data:  [DONE] \n\n', '[DONE]', '{', '}', '[', ']', '"', ',', '\\', '\\u', '\\ud83d', 'null'],
  ...['-', '0', '1e999', '<html>', '{"error":{"message":"no"}}\n', 'data: {"error":"no"}\n\n', '\nevent:\n', 'ï»¿']
]
  .map((word) => encoder.encode(word))
  .concat(
    [[0xff], [0xef, 0xbb], [0xbf], [0xf0, 0x9f], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0x80]].map((b) =>
      Uint8Array.from(b)
    )
  )

const withIn = (body: Uint8Array, from: number, to: number, middle: Uint8Array): Uint8Array =>
  joined([body.subarray(0, from), middle, body.subarray(to)])

const set = (body: Uint8Array, at: number, byte: number): Uint8Array => {
  const copy = body.slice()
  copy[at] = byte
  return copy
}

const flip: Change = (body, { below }) => {
  const at = below(body.length)
  return set(body, at, (body[at] ?? 0) ^ (1 << below(8)))
}

const anyByte: Change = (body, { below }) => set(body, below(body.length), below(256))

const insert: Change = (body, { below, pick }) => {
  const at = below(body.length + 1)
  return withIn(body, at, at, pick(words))
}

const replace: Change = (body, { below, pick }) => {
  const at = below(body.length)
  return withIn(body, at, Math.min(body.length, at + 1 + below(4)), pick(words))
}

const LONGEST = 64

const cutOut: Change = (body, { below }) => {
  const at = below(body.length)
  return withIn(body, at, at + 1 + below(LONGEST), new Uint8Array(0))
}

const again: Change = (body, { below }) => {
  const at = below(body.length)
  const part = body.subarray(at, at + 1 + below(LONGEST))
  const times = 1 + below(3)
  return withIn(body, at, at, joined(Array.from({ length: times }, () => part)))
}

const truncate: Change = (body, { below }) => body.subarray(0, below(body.length))

const splice: Change = (body, { below }, other) => {
  const next = other()
  return joined([body.subarray(0, below(body.length + 1)), next.subarray(below(next.length + 1))])
}

const LF = 10
const CR = 13

/** LF to CRLF or to CR, everywhere or here and there. */
const lineEnds: Change = (body, { below, once }) => {
  const isAll = once(2)
  const isCr = once(2)
  const bytes: number[] = []
  for (const byte of body) {
    const isHere = byte === LF && (isAll || below(2) === 0)
    if (isHere) bytes.push(CR)
    if (!isHere || !isCr) bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

const changes: ReadonlyArray<Change> = [
  flip,
  flip,
  anyByte,
  insert,
  insert,
  insert,
  replace,
  replace,
  cutOut,
  cutOut,
  again,
  truncate,
  splice,
  lineEnds
]

/** One change of any kind; nothing can happen to no bytes, but that some come. */
export const changed: Change = (body, random, other) =>
  (body.length === 0 ? insert : random.pick(changes))(body, random, other)

const SHORT = 64

/** A body in pieces: at a few places, at many, or, mostly a short one, byte by byte. */
export const cutAtRandom = (body: Uint8Array, { below, once }: Random): ReadonlyArray<Uint8Array> => {
  if (body.length === 0) return once(2) ? [] : [body, body]
  if (once(body.length <= SHORT ? 2 : 64)) return Array.from(body.keys(), (i) => body.subarray(i, i + 1))
  const most = once(16) ? 16 : once(4) ? 2 + below(body.length) : body.length
  const pieces: Uint8Array[] = []
  for (let from = 0; from < body.length;) {
    const to = from + below(most + 1)
    pieces.push(body.subarray(from, to))
    from = to
  }
  return pieces
}

/** A text in pieces, which may end inside of a surrogate pair. */
export const cutText = (text: string, { below }: Random): ReadonlyArray<string> => {
  const pieces: string[] = []
  for (let from = 0; from < text.length;) {
    const to = from + 1 + below(12)
    pieces.push(text.slice(from, to))
    from = to
  }
  return pieces
}
