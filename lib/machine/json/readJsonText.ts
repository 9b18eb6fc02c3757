/**
 * The steps of a JSON reader.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc8259
 *
 * @since 0.1.0
 */
import { defaultLimits } from '../../data/Limits.ts'
import { appendRarely, detach } from '../../data/rope.ts'
import type { Container } from './jsonContainer.ts'
import { newContainer, readWhole } from './jsonContainer.ts'
import { isBlank } from './jsonProgress.ts'
import type { JsonReader } from './jsonReader.ts'
import {
  COLON,
  COMMA_OR_END,
  ESCAPE,
  isWhole,
  MALFORMED,
  NAME,
  NAME_OR_END,
  NUMBER,
  STRING,
  TOO_DEEP,
  VALUE,
  VALUE_OR_END,
  WORD
} from './jsonReader.ts'

const QUOTE = 34
const COMMA = 44
const COLON_SIGN = 58
const BACKSLASH = 92
const MINUS = 45

// -------------------------------------------------------------------------------------
// values
// -------------------------------------------------------------------------------------

const change = (reader: JsonReader, container: Container, entry: number): void => {
  reader.changes += 1
  if (reader.changed === container && reader.changedEntry === entry) return
  reader.changed = container
  reader.changedEntry = entry
  reader.path = undefined
}

const changeEntry = (reader: JsonReader): void => change(reader, reader.top, reader.top.values.length)

const pushValue = (reader: JsonReader, value: unknown): void => {
  const { top } = reader
  top.values.push(value)
  reader.width += 1
  reader.token = ''
  reader.position = COMMA_OR_END
  reader.onWhole?.(top, value)
}

const openContainer = (reader: JsonReader, isObject: boolean): void => {
  if (reader.top.depth >= defaultLimits.depth) {
    reader.position = TOO_DEEP
    return
  }
  reader.top = newContainer(reader.top, isObject)
  reader.position = isObject ? NAME_OR_END : VALUE_OR_END
  change(reader, reader.top, -1)
}

const closeContainer = (reader: JsonReader, unit: number): void => {
  const { top, position } = reader
  const { outer } = top
  const isList = top.names === undefined
  const mayEnd = position === COMMA_OR_END || position === (isList ? VALUE_OR_END : NAME_OR_END)
  if (outer === undefined || !mayEnd || unit !== (isList ? 93 : 125)) {
    reader.position = MALFORMED
    return
  }
  reader.top = outer
  reader.width -= top.values.length
  pushValue(reader, readWhole(top))
  // The text is complete.
  if (outer.outer === undefined) change(reader, outer, -1)
}

// -------------------------------------------------------------------------------------
// strings
// -------------------------------------------------------------------------------------

const beginString = (reader: JsonReader, isName: boolean): void => {
  reader.isName = isName
  reader.text = ''
  reader.position = STRING
  if (!isName) changeEntry(reader)
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

const growString = (reader: JsonReader, more: string): void => {
  let whole = more
  if (reader.half !== '') {
    whole = reader.half + more
    reader.half = ''
  }
  // Half a character would be shown as U+FFFD.
  if (isHighSurrogate(more.charCodeAt(more.length - 1))) {
    reader.half = more.slice(-1)
    whole = whole.slice(0, -1)
  }
  if (whole === '') return
  reader.text = appendRarely(reader.text, whole)
  if (!reader.isName) changeEntry(reader)
}

const endString = (reader: JsonReader): void => {
  const { text, half, isName, top } = reader
  reader.text = ''
  reader.half = ''
  if (isName) {
    top.names?.push(text + half)
    reader.position = COLON
    return
  }
  if (half !== '' || top.outer === undefined) changeEntry(reader)
  pushValue(reader, text + half)
}

const inString = (reader: JsonReader, text: string, from: number): number => {
  let i = from
  let unit = 0
  for (; i < text.length; i++) {
    unit = text.charCodeAt(i)
    if (unit === QUOTE || unit === BACKSLASH || unit < 32) break
  }
  if (i > from) growString(reader, i - from === text.length ? text : detach(text.slice(from, i), text.length))
  if (i === text.length) return i
  if (unit === QUOTE) endString(reader)
  else reader.position = unit === BACKSLASH ? ESCAPE : MALFORMED
  return i + 1
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

const isHex = (unit: number): boolean => isDigit(unit) || ((unit | 32) >= 97 && (unit | 32) <= 102)

const escapes = '"\\/bfnrt'
const escaped = '"\\/\b\f\n\r\t'

const endEscape = (reader: JsonReader, character: string): void => {
  reader.token = ''
  reader.position = STRING
  growString(reader, character)
}

const inEscape = (reader: JsonReader, text: string, at: number): number => {
  const token = reader.token + text.charAt(at)
  const place = token.length === 1 ? escapes.indexOf(token) : -1
  if (place !== -1) endEscape(reader, escaped.charAt(place))
  else if (token !== 'u' && !(token.length > 1 && isHex(text.charCodeAt(at)))) reader.position = MALFORMED
  else if (token.length < 5) reader.token = token
  else endEscape(reader, String.fromCharCode(Number.parseInt(token.slice(1), 16)))
  return at + 1
}

// -------------------------------------------------------------------------------------
// numbers and words
// -------------------------------------------------------------------------------------

const isOfNumber = (unit: number): boolean =>
  isDigit(unit) || unit === MINUS || unit === 46 || unit === 43 || (unit | 32) === 101

// `Number` accepts more than JSON does: `+1`, `01`, `1.` and `.5`.
const isNumber = (token: string): boolean => {
  const from = token.charCodeAt(0) === MINUS ? 1 : 0
  const first = token.charCodeAt(from)
  const point = token.indexOf('.')
  return (
    isDigit(first) &&
    !(first === 48 && isDigit(token.charCodeAt(from + 1))) &&
    (point === -1 || isDigit(token.charCodeAt(point + 1))) &&
    !Number.isNaN(Number(token))
  )
}

const endNumber = (reader: JsonReader): void => {
  const { token } = reader
  if (!isNumber(token)) {
    reader.position = MALFORMED
    return
  }
  changeEntry(reader)
  pushValue(reader, reader.numbers === 'raw' ? token : Number(token))
}

const inNumber = (reader: JsonReader, text: string, from: number): number => {
  let i = from
  while (i < text.length && isOfNumber(text.charCodeAt(i))) i += 1
  reader.token += i - from === text.length ? text : detach(text.slice(from, i), text.length)
  if (i < text.length) endNumber(reader)
  return i
}

const words: ReadonlyArray<readonly [word: string, value: unknown]> = [
  ['true', true],
  ['false', false],
  ['null', null]
]

const inWord = (reader: JsonReader, text: string, at: number): number => {
  const token = reader.token + text.charAt(at)
  const found = words.find(([word]) => word.startsWith(token))
  if (found === undefined) reader.position = MALFORMED
  else if (found[0] !== token) reader.token = token
  else {
    changeEntry(reader)
    pushValue(reader, found[1])
  }
  return at + 1
}

// -------------------------------------------------------------------------------------
// between tokens
// -------------------------------------------------------------------------------------

/** Begins a value, and returns the index of its first character that is still to be read. */
const beginValue = (reader: JsonReader, unit: number, at: number): number => {
  if (unit === QUOTE) beginString(reader, false)
  else if (unit === 123 || unit === 91) openContainer(reader, unit === 123)
  else {
    reader.position = isOfNumber(unit) && (unit | 32) !== 101 ? NUMBER : WORD
    return at
  }
  return at + 1
}

const between = (reader: JsonReader, text: string, at: number): number => {
  const unit = text.charCodeAt(at)
  const { position, top } = reader
  if (isBlank(unit)) return at + 1
  if (reader.ignoresRest && isWhole(reader)) return text.length
  if (position <= VALUE_OR_END) {
    if (unit !== 93) return beginValue(reader, unit, at)
    closeContainer(reader, unit)
  } else if (position === COLON) reader.position = unit === COLON_SIGN ? VALUE : MALFORMED
  else if (position !== COMMA_OR_END && unit === QUOTE) beginString(reader, true)
  else if (position === COMMA_OR_END && unit === COMMA && top.outer !== undefined) {
    reader.position = top.names === undefined ? VALUE : NAME
  } else closeContainer(reader, unit)
  return at + 1
}

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * Reads more text, up to the first character that cannot be part of JSON. Linear in the text.
 *
 * @internal
 */
export const readText = (reader: JsonReader, text: string): void => {
  let i = 0
  while (i < text.length && reader.position < MALFORMED) {
    const { position } = reader
    if (position < STRING) i = between(reader, text, i)
    else if (position === STRING) i = inString(reader, text, i)
    else if (position === NUMBER) i = inNumber(reader, text, i)
    else i = position === ESCAPE ? inEscape(reader, text, i) : inWord(reader, text, i)
  }
}

/**
 * Ends the text: only the end shows that a number which is the whole text is whole.
 *
 * @internal
 */
export const endText = (reader: JsonReader): void => {
  if (reader.position === NUMBER && reader.top.outer === undefined) endNumber(reader)
}
