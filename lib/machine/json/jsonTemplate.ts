/**
 * The common part of two JSON texts that differ only in strings and numbers: the next such text is then read by
 * comparing instead of parsing. The events of a stream usually differ in a word, an index or a sequence number.
 *
 * Law: where `template = templateOf(a, b)` is not undefined, `fill(template, c)` is `JSON.parse(c)` or `OTHER`, for
 * every `c`; for `a` and `b` it is not `OTHER`. No two values share an object.
 *
 * @since 0.1.0
 */
import { own } from '../../data/rope.ts'
import { isMalformed, parseJson } from './parseJson.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/** A place at which texts differ: a string, between its quotes, or a number. */
interface Hole {
  /** Its number among the strings and numbers of the text, keys included. */
  readonly token: number
  readonly isString: boolean
  /** The text after it, up to the next one. */
  readonly after: string
}

/** Returns a new value, with these strings and numbers in its holes. */
type Make = (scalars: ReadonlyArray<unknown>) => unknown

/** @internal */
export interface JsonTemplate {
  /** The text up to the first hole. */
  readonly before: string
  readonly holes: ReadonlyArray<Hole>
  /** The place of each hole in the value: the names of the fields that lead to it, joined by dots; lists have no name. */
  readonly places: ReadonlyArray<string>
  readonly make: Make
}

/**
 * The result for a text that does not match the template; never a JSON value.
 *
 * @internal
 */
export const OTHER = Symbol('a text of another kind')

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

// With more holes, comparing is no faster than parsing.
const MOST_HOLES = 8

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|-?\d[\d.eE+-]*/g

type Node = Readonly<Record<string, unknown>>

const isNode = (u: unknown): u is Node => typeof u === 'object' && u !== null

/** An entry of a node that differs between values. */
interface Slot {
  readonly key: string
  readonly make: Make
}

const filling =
  (hole: number): Make =>
  (scalars) =>
    scalars[hole]

const copying = (node: Node, slots: ReadonlyArray<Slot>): Make => {
  const [first] = slots
  // Most lists have one entry: making a list costs a fraction of copying one.
  if (Array.isArray(node) && node.length === 1 && first !== undefined) {
    const { make } = first
    return (scalars) => [make(scalars)]
  }
  return (scalars) => {
    // The entries of an array have keys, too.
    const copy = (Array.isArray(node) ? node.slice() : { ...node }) as Record<string, unknown> // as the node is
    for (const { key, make } of slots) copy[key] = make(scalars)
    return copy
  }
}

/** The value with a mark in each hole. */
interface Marked {
  readonly value: unknown
  readonly marks: ReadonlyArray<unknown>
}

const holesIn = ({ value, marks }: Marked): ReadonlyArray<string> =>
  isNode(value) ? Object.keys(value).filter((key) => isNode(value[key]) || marks.includes(value[key])) : []

/** The function from the contents of the holes to the value. */
const makeOf = (value: unknown, marked: Marked): Make => {
  const hole = marked.marks.indexOf(marked.value)
  if (hole !== -1) return filling(hole)
  if (!isNode(value) || !isNode(marked.value)) return () => value
  const node = marked.value
  return copying(
    value,
    holesIn(marked).map((key) => ({ key, make: makeOf(value[key], { value: node[key], marks: marked.marks }) }))
  )
}

const placesOf = ({ value, marks }: Marked, place: string): ReadonlyArray<string> => {
  if (marks.includes(value)) return [place]
  if (!isNode(value)) return []
  const within = (key: string): string => (Array.isArray(value) ? place : place === '' ? key : `${place}.${key}`)
  return holesIn({ value, marks }).flatMap((key) => placesOf({ value: value[key], marks }, within(key)))
}

interface Span {
  readonly token: number
  readonly isString: boolean
  readonly from: number
  readonly to: number
}

/** The strings and numbers of `b` that differ from `a` or are holes; `undefined` if a key or too many differ. */
const differences = (a: string, b: string, known: ReadonlyArray<Hole>): ReadonlyArray<Span> | undefined => {
  const others = Array.from(a.matchAll(TOKEN), ([token]) => token)
  const spans: Span[] = []
  let token = 0
  for (const { 0: text, 1: colon, index } of b.matchAll(TOKEN)) {
    if (text !== others[token] || known.some((hole) => hole.token === token)) {
      if (colon !== undefined || spans.length === MOST_HOLES) return undefined
      const quote = text.startsWith('"') ? 1 : 0
      spans.push({ token, isString: quote === 1, from: index + quote, to: index + text.length - quote })
    }
    token += 1
  }
  return spans
}

/**
 * The template of two JSON texts that differ in a few strings and numbers; the holes of a known template of `a` are
 * kept. Linear in their length.
 *
 * @internal
 */
export const templateOf = (a: string, b: string, known?: JsonTemplate): JsonTemplate | undefined => {
  const [first, ...others] = differences(a, b, known?.holes ?? []) ?? []
  if (first === undefined) return undefined
  const value = parseJson(b)
  if (isMalformed(value)) return undefined
  const before = own(b.slice(0, first.from))
  const holes = [first, ...others].map(({ token, isString, to }, i) => ({
    token,
    isString,
    after: own(b.slice(to, others[i]?.from))
  }))
  // A mark is longer than any string of the text, so no other value equals it.
  const mark = 'x'.repeat(b.length)
  const marks = holes.map((_, i) => `${mark}${String(i)}`)
  const marked = holes.map(({ isString, after }, i) => {
    const quote = isString ? '' : '"'
    return `${quote}${mark}${String(i)}${quote}${after}`
  })
  const withMarks = { value: parseJson(before + marked.join('')), marks }
  const template = { before, holes, places: placesOf(withMarks, ''), make: makeOf(value, withMarks) }
  return [a, b].some((text) => fill(template, text) === OTHER) ? undefined : template
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const BACKSLASH = 92

const isEscaped = (text: string, from: number, at: number): boolean => {
  let first = at
  while (first > from && text.charCodeAt(first - 1) === BACKSLASH) first -= 1
  return (at - first) % 2 === 1
}

/** The index of the quote that closes a string; -1 = none. */
const endOfString = (text: string, from: number): number => {
  let end = text.indexOf('"', from)
  while (end !== -1 && isEscaped(text, from, end)) end = text.indexOf('"', end + 1)
  return end
}

const isOfNumber = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || unit === 45 || unit === 46 || unit === 43 || unit === 69 || unit === 101

const endOfNumber = (text: string, from: number): number => {
  let end = from
  while (isOfNumber(text.charCodeAt(end))) end += 1
  return end
}

// V8 copies shorter slices; a longer one would keep the whole piece alive.
const SHORT = 13

// A string with an escape, and one with a control character, which is no JSON.

const ODD = /[\\\u0000-\u001f]/

const stringOf = (literal: string): unknown =>
  ODD.test(literal) ? parseJson(`"${literal}"`) : literal.length < SHORT ? literal : own(literal)

const ZERO = 48

// Most numbers are an index or a count: reading their digits takes a third of the time of `JSON.parse`.
const numberOf = (literal: string): unknown => {
  if (literal.length === 0 || literal.length >= SHORT) return parseJson(literal)
  if (literal.length > 1 && literal.charCodeAt(0) === ZERO) return parseJson(literal)
  let n = 0
  for (let i = 0; i < literal.length; i++) {
    const digit = literal.charCodeAt(i) - ZERO
    if (digit < 0 || digit > 9) return parseJson(literal)
    n = 10 * n + digit
  }
  return n
}

/**
 * The value of a text that matches the template, otherwise `OTHER`. Linear in its length.
 *
 * @internal
 */
export const fill = ({ before, holes, make }: JsonTemplate, text: string): unknown => {
  // Slices are compared as memory, `startsWith` character by character.
  if (text.slice(0, before.length) !== before) return OTHER
  const scalars: unknown[] = []
  let at = before.length
  for (const { isString, after } of holes) {
    const end = isString ? endOfString(text, at) : endOfNumber(text, at)
    const next = end + after.length
    if (end === -1 || text.slice(end, next) !== after) return OTHER
    const literal = text.slice(at, end)
    const scalar = isString ? stringOf(literal) : numberOf(literal)
    if (isMalformed(scalar)) return OTHER
    scalars.push(scalar)
    at = next
  }
  return at === text.length ? make(scalars) : OTHER
}
