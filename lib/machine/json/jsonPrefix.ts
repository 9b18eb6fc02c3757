import { defaultLimits } from '../../data/Limits.ts'
import { isBlank } from './jsonProgress.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The parse state of a JSON text: the open containers, outermost first, then a character for the position in the
 * grammar. The text itself is not held.
 *
 * Laws: `extend(extend(p, x), y) = extend(p, x + y)`; for a text `x` that is nested no deeper than
 * `defaultLimits.depth`, `isWhole(extend(emptyPrefix, x))` = `JSON.parse` accepts `x`, and
 * `isBroken(extend(emptyPrefix, x))` = `JSON.parse` accepts no text that begins with `x`. A deeper text is broken. In a
 * broken text only brackets and strings are tracked, to find where it seems to end.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc8259
 *
 * @category model
 * @since 0.1.0
 */
export type JsonPrefix = string

// What may come next. Positions from `STRING` on are inside a token.
const VALUE = 0
const VALUE_OR_END = 1
const KEY = 2
const KEY_OR_END = 3
const COLON = 4
const COMMA_OR_END = 5
const NOTHING = 6
const MALFORMED = 7
const STRING = 8
const ESCAPE = 9
// The remaining digits of a `\u` escape: HEX = one, HEX + 3 = four.
const HEX = 10
const MINUS = 14
const ZERO = 15
const INTEGER = 16
const POINT = 17
const FRACTION = 18
const EXPONENT = 19
const EXPONENT_SIGN = 20
const EXPONENT_DIGITS = 21
const WORD = 22
// Added to a position inside a string that is the key of an object.
const IN_KEY = 32
// The positions of a broken text: between strings, after its last bracket, in a string, after a backslash, too deep.
const BROKEN = 64
const BROKEN_END = 65
const BROKEN_STRING = 66
const BROKEN_ESCAPE = 67
const BROKEN_DEPTH = 68

// The remaining letters of a word, by position.
const letters: ReadonlyArray<string> = ['rue', 'ue', 'e', 'alse', 'lse', 'se', 'ull', 'll', 'l']

// -------------------------------------------------------------------------------------
// characters
// -------------------------------------------------------------------------------------

const QUOTE = 34
const DASH = 45
const ZERO_DIGIT = 48
const OPEN_ARRAY = 91
const BACKSLASH = 92
const CLOSE_ARRAY = 93
const LETTER_U = 117
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

const isDigit = (unit: number): boolean => unit >= ZERO_DIGIT && unit <= 57

const isHex = (unit: number): boolean => isDigit(unit) || ((unit | 32) >= 97 && (unit | 32) <= 102)

const isExponent = (unit: number): boolean => (unit | 32) === 101

const isSign = (unit: number): boolean => unit === 43 || unit === DASH

const escapes = '"\\/bfnrtu'

// -------------------------------------------------------------------------------------
// steps
// -------------------------------------------------------------------------------------

const isNumberThatMayEnd = (position: number): boolean =>
  position === ZERO || position === INTEGER || position === FRACTION || position === EXPONENT_DIGITS

/** The position after the first character of a string, number or word; `MALFORMED` if none begins with it. */
const begun = (unit: number): number => {
  if (unit === QUOTE) return STRING
  if (unit === DASH) return MINUS
  if (unit === ZERO_DIGIT) return ZERO
  if (isDigit(unit)) return INTEGER
  const word = 'tfn'.indexOf(String.fromCharCode(unit))
  return word === -1 ? MALFORMED : WORD + 3 * word
}

/** The position after one more character of a number; `MALFORMED` if it is not part of the number. */
const inNumber = (position: number, unit: number): number => {
  const digit = isDigit(unit)
  switch (position) {
    case MINUS:
      return unit === ZERO_DIGIT ? ZERO : digit ? INTEGER : MALFORMED
    case ZERO:
    case INTEGER:
      if (digit && position === INTEGER) return INTEGER
      return unit === 46 ? POINT : isExponent(unit) ? EXPONENT : MALFORMED
    case POINT:
    case FRACTION:
      return digit ? FRACTION : position === FRACTION && isExponent(unit) ? EXPONENT : MALFORMED
    case EXPONENT:
      return isSign(unit) ? EXPONENT_SIGN : digit ? EXPONENT_DIGITS : MALFORMED
    default:
      return digit ? EXPONENT_DIGITS : MALFORMED
  }
}

/** The position after one more character of a string; `NOTHING` if it ends the string. */
const inString = (position: number, unit: number): number => {
  if (position === ESCAPE) {
    if (unit === LETTER_U) return HEX + 3
    return escapes.includes(String.fromCharCode(unit)) ? STRING : MALFORMED
  }
  if (position >= HEX) return isHex(unit) ? (position === HEX ? STRING : position - 1) : MALFORMED
  if (unit === QUOTE) return NOTHING
  return unit === BACKSLASH ? ESCAPE : unit < 32 ? MALFORMED : STRING
}

/** The position after one more letter of a word; `NOTHING` if it is the last. */
const inWord = (position: number, unit: number): number => {
  const rest = letters[position - WORD] ?? ''
  if (rest.charCodeAt(0) !== unit) return MALFORMED
  return rest.length === 1 ? NOTHING : WORD + letters.indexOf(rest.slice(1))
}

// Most characters of arguments are plain characters of a string.
const endOfPlain = (text: string, from: number): number => {
  let i = from
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === QUOTE || unit === BACKSLASH || unit < 32) break
  }
  return i
}

const afterValue = (open: string): number => (open === '' ? NOTHING : COMMA_OR_END)

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * The prefix of the empty text.
 *
 * @internal
 */
export const emptyPrefix: JsonPrefix = String.fromCharCode(VALUE)

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const prefixOf = (open: string, position: number): JsonPrefix => open + String.fromCharCode(position)

const isOpening = (unit: number): boolean => unit === OPEN_ARRAY || unit === OPEN_OBJECT

/** The prefix of a broken text after the rest of `text` from an index on. */
const extendBroken = (outer: string, before: number, text: string, from: number): JsonPrefix => {
  let position = before
  let open = outer
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (position === BROKEN_DEPTH) break
    if (position === BROKEN_ESCAPE) position = BROKEN_STRING
    else if (position === BROKEN_STRING) {
      if (unit === QUOTE) position = BROKEN
      else if (unit === BACKSLASH) position = BROKEN_ESCAPE
    } else if (unit === QUOTE) position = BROKEN_STRING
    else if (isOpening(unit)) {
      position = open.length >= defaultLimits.depth ? BROKEN_DEPTH : BROKEN
      open += '['
    } else if ((unit === CLOSE_ARRAY || unit === CLOSE_OBJECT) && open !== '') {
      open = open.slice(0, -1)
      position = open === '' ? BROKEN_END : BROKEN
    } else if (!isBlank(unit)) position = BROKEN
  }
  return prefixOf(position === BROKEN_DEPTH ? '' : open, position)
}

const brokenAt = (position: number): number => {
  const inside = position & ~IN_KEY
  if (inside === ESCAPE) return BROKEN_ESCAPE
  return inside === STRING || (inside >= HEX && inside < MINUS) ? BROKEN_STRING : BROKEN
}

/** The position after a character outside of tokens. */
const between = (position: number, open: string, unit: number): number => {
  switch (position) {
    case VALUE:
    case VALUE_OR_END:
      return begun(unit)
    case KEY:
    case KEY_OR_END:
      return unit === QUOTE ? STRING | IN_KEY : MALFORMED
    case COLON:
      return unit === 58 ? VALUE : MALFORMED
    case COMMA_OR_END:
      return unit !== 44 ? MALFORMED : open.endsWith('[') ? VALUE : KEY
    default:
      return MALFORMED
  }
}

const closes = (position: number, open: string, unit: number): boolean =>
  unit === CLOSE_ARRAY
    ? position === VALUE_OR_END || (position === COMMA_OR_END && open.endsWith('['))
    : unit === CLOSE_OBJECT && (position === KEY_OR_END || (position === COMMA_OR_END && open.endsWith('{')))

/** The position after one more character of a token; `NOTHING` if the token ended before or with it. */
const inToken = (position: number, unit: number): number => {
  if (position >= WORD) return inWord(position, unit)
  return position < MINUS ? inString(position, unit) : inNumber(position, unit)
}

/**
 * The prefix after more text. Linear in the text; returns the same string if nothing changed.
 *
 * @internal
 */
export const extend = (prefix: JsonPrefix, text: string): JsonPrefix => {
  const before = prefix.charCodeAt(prefix.length - 1)
  let i = before === STRING ? endOfPlain(text, 0) : 0
  if (i === text.length) return prefix
  let position = before
  let open = prefix.slice(0, -1)
  if (before >= BROKEN) return extendBroken(open, before, text, 0)
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const inKey = position & IN_KEY
    let next = position
    if (position >= STRING) {
      next = inToken(position & ~IN_KEY, unit)
      const isNumberBefore = next === MALFORMED && isNumberThatMayEnd(position)
      if (isNumberBefore) position = afterValue(open)
      else if (next === NOTHING) next = inKey === 0 ? afterValue(open) : COLON
      else if (next !== MALFORMED) next |= inKey
      if (!isNumberBefore) {
        if (next === MALFORMED) return extendBroken(open, brokenAt(position), text, i)
        position = next
        if (position === STRING) i = endOfPlain(text, i + 1) - 1
        continue
      }
    }
    if (isBlank(unit)) continue
    if (closes(position, open, unit)) {
      open = open.slice(0, -1)
      position = afterValue(open)
    } else if (isOpening(unit) && position <= VALUE_OR_END && open.length < defaultLimits.depth) {
      position = unit === OPEN_ARRAY ? VALUE_OR_END : KEY_OR_END
      open += unit === OPEN_ARRAY ? '[' : '{'
    } else {
      next = between(position, open, unit)
      if (next === MALFORMED) return extendBroken(open, BROKEN, text, i)
      position = next
    }
  }
  return position === before && open.length === prefix.length - 1 ? prefix : prefixOf(open, position)
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const positionOf = (prefix: JsonPrefix): number => prefix.charCodeAt(prefix.length - 1)

/**
 * Whether the text is blank.
 *
 * @internal
 */
export const isEmpty = (prefix: JsonPrefix): boolean => prefix === emptyPrefix

/**
 * Whether the text is complete JSON.
 *
 * @internal
 */
export const isWhole = (prefix: JsonPrefix): boolean =>
  prefix.length === 1 && (positionOf(prefix) === NOTHING || isNumberThatMayEnd(positionOf(prefix)))

/**
 * Whether no continuation can make the text JSON.
 *
 * @internal
 */
export const isBroken = (prefix: JsonPrefix): boolean => positionOf(prefix) >= BROKEN

/**
 * Whether the text stops inside a string.
 *
 * @internal
 */
export const isInString = (prefix: JsonPrefix): boolean => {
  const position = positionOf(prefix) & ~IN_KEY
  return (position >= STRING && position < MINUS) || position === BROKEN_STRING || position === BROKEN_ESCAPE
}

/**
 * Whether the text stops after the backslash of an escape.
 *
 * @internal
 */
export const isInEscape = (prefix: JsonPrefix): boolean => {
  const position = positionOf(prefix) & ~IN_KEY
  return position === ESCAPE || position === BROKEN_ESCAPE
}

/**
 * Whether the text is nested too deep to be tracked.
 *
 * @internal
 */
export const isTooDeep = (prefix: JsonPrefix): boolean => positionOf(prefix) === BROKEN_DEPTH

/**
 * Whether the text stops in the middle of JSON: it is neither blank, complete nor broken.
 *
 * @internal
 */
export const isCut = (prefix: JsonPrefix): boolean => !isEmpty(prefix) && !isWhole(prefix) && !isBroken(prefix)

/**
 * Whether the text seems to have ended: it is complete JSON that no digit can continue, or it is broken and its
 * brackets are closed.
 *
 * @internal
 */
export const isOver = (prefix: JsonPrefix): boolean => {
  const position = positionOf(prefix)
  return prefix.length === 1 && (position === NOTHING || position === BROKEN_END)
}
