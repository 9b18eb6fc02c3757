/**
 * The JSON text of parsed values, with the digits of the wire. `JSON.parse` rounds `12345678901234567890` and turns
 * `1.0` into `1`, so the text of an object or list with such a number is kept for as long as the value itself. It is
 * not kept for copies of the value.
 *
 * Laws: `JSON.parse(textOfJson(u))` equals `u` for every object and list `u` that `JSON.parse` returns; after
 * `keepDigits(json, text)`, every number in `textOfJson(json)` is written as in `text`.
 *
 * @since 0.1.0
 */

const texts = new WeakMap<object, string>()

type Container = Readonly<Record<string | number, unknown>>

const isContainer = (u: unknown): u is Container => typeof u === 'object' && u !== null

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The JSON text of a value, with the digits of the wire if they were kept.
 *
 * @internal
 */
export const textOfJson = (u: unknown): string => (isContainer(u) ? texts.get(u) : undefined) ?? JSON.stringify(u)

/**
 * The JSON text of a field of an object, with the digits of the wire if they were kept.
 *
 * @internal
 */
export const textOfField = (u: Readonly<Record<string, unknown>>, name: string): string => {
  const whole = texts.get(u)
  if (whole === undefined || isContainer(u[name])) return textOfJson(u[name])
  const walk = { text: whole, at: 1 }
  let said = JSON.stringify(u[name])
  while (walk.at < whole.length && whole[walk.at] !== '}') {
    const key = writtenToken(walk).text
    walk.at += 1
    const { text } = writtenValue(walk, undefined)
    if (key === JSON.stringify(name)) said = text
    skip(walk, ',')
  }
  return said
}

/**
 * Whether a value holds an integer that is not safe in JavaScript.
 *
 * @internal
 */
export const isRounded = (u: unknown): boolean => {
  if (typeof u === 'number') return Number.isInteger(u) && !Number.isSafeInteger(u)
  return isContainer(u) && Object.values(u).some(isRounded)
}

/**
 * Whether a value holds an integer that is not safe in JavaScript, and whose digits were not kept.
 *
 * @internal
 */
export const hasLostDigits = (u: unknown): boolean => {
  if (typeof u === 'number') return isRounded(u)
  return isContainer(u) && !texts.has(u) && Object.values(u).some(hasLostDigits)
}

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const isOtherNumber = (digits: string): boolean => JSON.stringify(Number(digits)) !== digits

interface Walk {
  readonly text: string
  at: number
}

const endOfString = ({ text, at }: Walk): number => {
  let i = at + 1
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1
  return i + 1
}

const isIn = (characters: string, character: string | undefined): boolean =>
  character !== undefined && characters.includes(character)

const skip = (walk: Walk, characters: string): void => {
  while (isIn(characters, walk.text[walk.at])) walk.at += 1
}

/** The text of a value, and whether a number in it is rounded. */
interface Written {
  readonly text: string
  readonly isRounded: boolean
}

const writtenToken = (walk: Walk): Written => {
  const from = walk.at
  if (walk.text[from] === '"') {
    walk.at = endOfString(walk)
    return { text: JSON.stringify(JSON.parse(walk.text.slice(from, walk.at))), isRounded: false }
  }
  while (walk.at < walk.text.length && !isIn(',]} \n\r\t', walk.text[walk.at])) walk.at += 1
  const text = walk.text.slice(from, walk.at)
  return { text, isRounded: isIn('-0123456789', text[0]) && isOtherNumber(text) }
}

const BLANKS = ' \n\r\t'

// The text was parsed before: it is JSON, and no deeper than the limits allow.
const writtenValue = (walk: Walk, value: unknown): Written => {
  skip(walk, BLANKS)
  const opening = walk.text[walk.at]
  if (opening !== '{' && opening !== '[') return writtenToken(walk)
  const closing = opening === '{' ? '}' : ']'
  const entries: string[] = []
  let anyRounded = false
  walk.at += 1
  skip(walk, BLANKS)
  while (walk.at < walk.text.length && walk.text[walk.at] !== closing) {
    const key = opening === '{' ? writtenToken(walk).text : undefined
    if (key !== undefined) skip(walk, `:${BLANKS}`)
    const step = key === undefined ? entries.length : String(JSON.parse(key))
    const inner = writtenValue(walk, isContainer(value) && Object.hasOwn(value, step) ? value[step] : undefined)
    entries.push(key === undefined ? inner.text : `${key}:${inner.text}`)
    anyRounded ||= inner.isRounded
    skip(walk, `,${BLANKS}`)
  }
  walk.at += 1
  const text = `${opening}${entries.join(',')}${closing}`
  if (anyRounded && isContainer(value)) texts.set(value, text)
  return { text, isRounded: anyRounded }
}

/**
 * Keeps the digits of a text for the value that it was parsed to, and returns whether any number was rounded. Linear in
 * the text.
 *
 * @internal
 */
export const keepDigits = (json: unknown, text: string): boolean => writtenValue({ text, at: 0 }, json).isRounded
