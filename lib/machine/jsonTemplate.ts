/**
 * What two JSON texts have in common that differ in one string: the next text of their kind is then read by comparing
 * instead of parsing. A stream is a row of such texts, whose envelope stays the same while one string changes.
 *
 * Law: where `template = templateOf(a, b)` is not undefined, `fill(template, c)` is `JSON.parse(c)` or `OTHER`, for every `c`;
 * for `a` and `b` it is no `OTHER`. Values share nothing with each other.
 *
 * @since 0.1.0
 */
import { own } from '../data/rope.ts'
import { parseJson } from './parseJson.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/** A value of its own, with another string in one place. */
type Make = (text: string) => unknown

/** @internal */
export interface JsonTemplate {
  /** Up to the string, its quote included. */
  readonly prefix: string
  /** From its closing quote on. */
  readonly suffix: string
  readonly make: Make
}

/**
 * No JSON gives it.
 *
 * @internal
 */
export const OTHER = Symbol('a text of another kind')

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

type Path = ReadonlyArray<string>

type Node = Readonly<Record<string, unknown>>

const isNode = (u: unknown): u is Node => typeof u === 'object' && u !== null

/** Where a string stands in a value. */
const pathTo = (value: unknown, text: string): Path | undefined => {
  if (value === text) return []
  if (!isNode(value)) return undefined
  for (const key of Object.keys(value)) {
    const rest = pathTo(value[key], text)
    if (rest !== undefined) return [key, ...rest]
  }
  return undefined
}

const makeOf = (node: unknown, path: Path | undefined): Make => {
  if (path?.length === 0) return (text) => text
  if (!isNode(node)) return () => node
  const at = path?.[0]
  const keys = Object.keys(node).filter((key) => key === at || isNode(node[key]))
  const makes = keys.map((key) => makeOf(node[key], key === at ? path?.slice(1) : undefined))
  return (text) => {
    // An array's entries have keys, too.
    const copy = (Array.isArray(node) ? node.slice() : { ...node }) as Record<string, unknown>
    for (let i = 0; i < keys.length; i++) copy[keys[i] as string] = makes[i]?.(text) // i is below the length
    return copy
  }
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

// V8 copies what is shorter; a longer slice would keep the whole piece alive.
const SHORT = 13

const isPlain = (literal: string): boolean => literal.length < SHORT && !/["\\\u0000-\u001f]/.test(literal)

/**
 * The value of a text, if it differs from the two within the same string only. Linear in its length.
 *
 * @internal
 */
export const fill = ({ prefix, suffix, make }: JsonTemplate, text: string): unknown => {
  const end = text.length - suffix.length
  // Slices are compared as memory, `startsWith` character by character.
  if (end < prefix.length || text.slice(0, prefix.length) !== prefix || text.slice(end) !== suffix) return OTHER
  const literal = text.slice(prefix.length, end)
  if (isPlain(literal)) return make(literal)
  const value = parseJson(`"${literal}"`)
  return typeof value === 'string' ? make(value) : OTHER
}

/**
 * What two JSON texts have in common, if they differ within one string. Linear in their length.
 *
 * @internal
 */
export const templateOf = (a: string, b: string): JsonTemplate | undefined => {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  let end = 0
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1
  const opening = b.lastIndexOf('"', start - 1)
  const closing = b.indexOf('"', b.length - end)
  if (start === 0 || opening === -1 || closing === -1) return undefined
  const prefix = own(b.slice(0, opening + 1))
  const suffix = own(b.slice(closing))
  // Longer than any other string of the text: where it is found as a value, that is all of the value.
  const mark = 'x'.repeat(prefix.length + suffix.length)
  const value = parseJson(prefix + mark + suffix)
  const path = pathTo(value, mark)
  if (path === undefined) return undefined
  const template = { prefix, suffix, make: makeOf(value, path) }
  return [a, b].some((text) => fill(template, text) === OTHER) ? undefined : template
}
