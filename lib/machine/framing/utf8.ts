/**
 * Bytes to text, exactly as a streaming `TextDecoder` decodes them: one leading BOM is dropped, and each maximal
 * ill-formed sequence becomes one U+FFFD. A string is read as its UTF-8 bytes; a surrogate pair may be split between
 * two strings.
 *
 * Laws: those of `Machine`; the joined text = `new TextDecoder().decode(bytes)`.
 *
 * Source: https://encoding.spec.whatwg.org/#utf-8-decoder
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import type { Machine } from '../Machine.ts'
import { checkPiece } from './checkPiece.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A slice of a body: bytes, or text that is read as its UTF-8 bytes.
 *
 * @category model
 * @since 0.1.0
 */
export type Piece = Uint8Array | string

/**
 * Decoded text, with its offset in the body.
 *
 * @category model
 * @since 0.1.0
 */
export interface Text {
  readonly text: string
  /** Offset of the text's first byte in the body. */
  readonly atByte: number
  /** The bytes of the text; absent if each character is one byte. */
  readonly bytes?: Uint8Array
}

const utf8State = () => ({
  /** Offset of the first byte that is not yet decoded. */
  atByte: f.natural,
  /** The bytes of an unfinished character. */
  pending: f.list(f.byte),
  /** A high surrogate that ended a string piece; 0 = none. */
  surrogate: f.codeUnit,
  /** Whether any byte was decoded: U+FEFF is a BOM only at the very beginning. */
  begun: f.boolean
})

/**
 * The state of `utf8Machine`.
 *
 * @category model
 * @since 0.1.0
 */
export interface Utf8State extends f.RecordOf<typeof utf8State> {}

/** @internal */
export const Utf8State: t.Type<Utf8State, unknown> = /* @__PURE__ */ f.record('Utf8State', utf8State)

/**
 * The length of a text in bytes.
 *
 * @internal
 */
export const byteLength = ({ text, bytes }: Text): number => (bytes === undefined ? text.length : bytes.length)

// -------------------------------------------------------------------------------------
// the unfinished character
// -------------------------------------------------------------------------------------

const lengthFrom = (lead: number): number =>
  lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0

// Some lead bytes allow fewer second bytes. After any other byte `TextDecoder` does not wait, so this must not either.
const mayFollow = (lead: number, second: number): boolean => {
  if (lead === 0xe0) return second >= 0xa0
  if (lead === 0xed) return second <= 0x9f
  if (lead === 0xf0) return second >= 0x90
  if (lead === 0xf4) return second <= 0x8f
  return true
}

/** The number of bytes at the end that begin an unfinished character. */
const unfinished = (bytes: Uint8Array): number => {
  const last = bytes.length - 1
  for (let k = 0; k < 3; k++) {
    const byte = bytes[last - k]
    if (byte === undefined || byte < 0x80) return 0
    if (byte >= 0xc0) {
      const second = bytes[last - k + 1]
      return lengthFrom(byte) > k + 1 && (second === undefined || mayFollow(byte, second)) ? k + 1 : 0
    }
  }
  return 0
}

const join = (head: ArrayLike<number>, tail: Uint8Array): Uint8Array => {
  if (head.length === 0) return tail
  const bytes = new Uint8Array(head.length + tail.length)
  bytes.set(head)
  bytes.set(tail, head.length)
  return bytes
}

// -------------------------------------------------------------------------------------
// strings
// -------------------------------------------------------------------------------------

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/**
 * U+FFFD, for a surrogate without its pair.
 *
 * @internal
 */
export const replacement: Uint8Array = encoder.encode('\uFFFD')

interface Encoded {
  readonly bytes: Uint8Array
  /** The high surrogate that ended the piece; 0 = none. */
  readonly surrogate: number
}

/**
 * The bytes of a piece that follows a high surrogate; 0 = none.
 *
 * @internal
 */
export const encodePiece = (surrogate: number, piece: Piece): Encoded => {
  if (typeof piece !== 'string') return { bytes: surrogate === 0 ? piece : join(replacement, piece), surrogate: 0 }
  const text = surrogate === 0 ? piece : String.fromCharCode(surrogate) + piece
  const last = text.charCodeAt(text.length - 1)
  return isHighSurrogate(last)
    ? { bytes: encoder.encode(text.slice(0, -1)), surrogate: last }
    : { bytes: encoder.encode(text), surrogate: 0 }
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const decode = (atByte: number, bytes: Uint8Array, begun: boolean): Text => {
  const text = decoder.decode(bytes)
  if (!begun && text.charCodeAt(0) === 0xfeff) {
    const rest = text.slice(1)
    return rest.length === bytes.length - 3
      ? { text: rest, atByte: atByte + 3 }
      : { text: rest, atByte: atByte + 3, bytes: bytes.subarray(3) }
  }
  return text.length === bytes.length ? { text, atByte } : { text, atByte, bytes }
}

const none: ReadonlyArray<number> = []

/**
 * Decodes the bytes of a body.
 *
 * - Input → output: pieces of a body, bytes or strings → their text, with its offset in bytes.
 * - Held in memory: the bytes of one unfinished character.
 * - Fails: never.
 * - Done: never.
 *
 * @example
 * import { runMachine, utf8Machine } from 'deltafold'
 *
 * const texts = runMachine(utf8Machine)([Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff), '\uD83D', '\uDE00'])
 * assert.deepStrictEqual(texts.map(({ text }) => text).join(''), 'a\uFFFD😀')
 *
 * @category machines
 * @since 0.1.0
 */
export const utf8Machine: Machine<Utf8State, Piece, Text> = {
  initial: { atByte: 0, pending: none, surrogate: 0, begun: false },

  step: (state, piece, emit) => {
    checkPiece(piece)
    if (piece.length === 0) return state
    const { bytes: given, surrogate } = encodePiece(state.surrogate, piece)
    const bytes = join(state.pending, given)
    const rest = unfinished(bytes)
    const whole = rest === 0 ? bytes : bytes.subarray(0, bytes.length - rest)
    const pending = rest === 0 ? none : Array.from(bytes.subarray(whole.length))
    if (whole.length === 0) return { ...state, pending, surrogate }
    const decoded = decode(state.atByte, whole, state.begun)
    if (decoded.text !== '') emit(decoded)
    return { atByte: state.atByte + whole.length, pending, surrogate, begun: true }
  },

  end: (state, emit) => {
    const bytes = Uint8Array.from([...state.pending, ...(state.surrogate === 0 ? none : replacement)])
    if (bytes.length > 0) emit(decode(state.atByte, bytes, state.begun))
    return state
  },

  done: () => false
}
