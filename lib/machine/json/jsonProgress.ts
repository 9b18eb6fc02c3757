/**
 * The progress of a JSON text, as one number: small enough for the state of each tool call, and enough to decide
 * whether the text is a complete object, array or string. The text is not validated.
 *
 * Laws: `advance(advance(p, x), y) = advance(p, x + y)`; after a valid object, array or string, `isComplete`; after any
 * proper prefix of one, `isInside` or blank.
 *
 * @since 0.1.0
 */

// A progress is depth * 8 + mode.
const START = 0
const INSIDE = 1
const STRING = 2
const ESCAPE = 3
const COMPLETE = 4
const WORD = 5
const BROKEN = 6

const QUOTE = 34
const BACKSLASH = 92

/** @internal */
export const isBlank = (unit: number): boolean => unit === 32 || unit === 10 || unit === 13 || unit === 9
const isOpening = (unit: number): boolean => unit === 123 || unit === 91
const isClosing = (unit: number): boolean => unit === 125 || unit === 93

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const startOfJson = START

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * A progress, and the index in the text at which it was reached.
 *
 * @internal
 */
export interface Walked {
  readonly progress: number
  readonly at: number
}

const walk = (progress: number, text: string, from: number, stopsAtEnd: boolean): Walked => {
  let mode = progress & 7
  let depth = (progress - mode) / 8
  let i = from
  for (; i < text.length && !(stopsAtEnd && mode === COMPLETE); i++) {
    const unit = text.charCodeAt(i)
    if (mode === STRING) {
      if (unit === QUOTE) mode = depth === 0 ? COMPLETE : INSIDE
      else if (unit === BACKSLASH) mode = ESCAPE
    } else if (mode === ESCAPE) {
      mode = STRING
    } else if (mode === INSIDE) {
      if (unit === QUOTE) mode = STRING
      else if (isOpening(unit)) depth += 1
      else if (isClosing(unit)) {
        depth -= 1
        if (depth === 0) mode = COMPLETE
      }
    } else if (!isBlank(unit)) {
      if (mode === START) {
        mode = isOpening(unit) ? INSIDE : unit === QUOTE ? STRING : WORD
        depth = mode === INSIDE ? 1 : 0
      } else if (mode === COMPLETE) mode = BROKEN
    }
  }
  return { progress: depth * 8 + mode, at: i }
}

/**
 * The progress after more text. Linear in the text.
 *
 * @internal
 */
export const advance = (progress: number, text: string): number => walk(progress, text, 0, false).progress

/**
 * The progress after more text from an index on, up to the end of the JSON text, and the index after it.
 *
 * @internal
 */
export const advanceToEnd = (progress: number, text: string, from: number): Walked => walk(progress, text, from, true)

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * Whether the text is a complete object, array or string, with nothing after it.
 *
 * @internal
 */
export const isComplete = (progress: number): boolean => (progress & 7) === COMPLETE

/**
 * Whether an object, array or string is open.
 *
 * @internal
 */
export const isInside = (progress: number): boolean => {
  const mode = progress & 7
  return mode === INSIDE || mode === STRING || mode === ESCAPE
}

/**
 * Whether the text is a number, a word, or not JSON: it ends where another token begins.
 *
 * @internal
 */
export const isWord = (progress: number): boolean => (progress & 7) === WORD

/**
 * Whether a complete text was followed by more.
 *
 * @internal
 */
export const isBroken = (progress: number): boolean => (progress & 7) === BROKEN

/**
 * The number of JSON white space characters that a text begins with.
 *
 * @internal
 */
export const blanks = (text: string): number => {
  let i = 0
  while (i < text.length && isBlank(text.charCodeAt(i))) i += 1
  return i
}

/**
 * Whether a text begins an object or an array.
 *
 * @internal
 */
export const beginsJson = (text: string): boolean => isOpening(text.charCodeAt(blanks(text)))
