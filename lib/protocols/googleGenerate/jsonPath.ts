/**
 * Paths of single values inside JSON, in JSONPath: `$.foo.bar[0].data`, `$['a.b']`.
 *
 * Source: https://datatracker.ietf.org/doc/html/rfc9535#name-normalized-paths
 *
 * @since 0.1.0
 */
import { parseJson } from '../../machine/json/parseJson.ts'
import { toIndex } from '../toIndex.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * Names of fields and indexes of entries, from the root inwards.
 *
 * @category model
 * @since 0.1.0
 */
export type Path = ReadonlyArray<string | number>

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const MAX_STEPS = 128

const isQuote = (unit: string): boolean => unit === "'" || unit === '"'

// In single quotes, `\'` means `'`, and `"` needs no escape; the other escapes are those of JSON.
const unquoted = (text: string, quote: string): string | undefined => {
  const inner = quote === '"' ? text : text.replaceAll("\\'", "'").replaceAll('"', '\\"')
  const name = parseJson(`"${inner}"`)
  return typeof name === 'string' ? name : undefined
}

/** The index at which a quoted text that begins at `from` ends. */
const endOfQuoted = (text: string, from: number, quote: string): number => {
  let i = from
  while (i < text.length && text[i] !== quote) i += text[i] === '\\' ? 2 : 1
  return i
}

const endOfName = (text: string, from: number): number => {
  let i = from
  while (i < text.length && text[i] !== '.' && text[i] !== '[') i += 1
  return i
}

/**
 * The path in a text: a single value inside an object, at most 128 steps deep.
 *
 * @internal
 */
export const toPath = (text: unknown): Path | undefined => {
  if (typeof text !== 'string' || !text.startsWith('$')) return undefined
  const path: Array<string | number> = []
  let at = 1
  while (at < text.length && path.length < MAX_STEPS) {
    const quote = text[at + 1] ?? ''
    if (text[at] === '.') {
      const end = endOfName(text, at + 1)
      if (end === at + 1) return undefined
      path.push(text.slice(at + 1, end))
      at = end
    } else if (text[at] === '[' && isQuote(quote)) {
      const end = endOfQuoted(text, at + 2, quote)
      const name = unquoted(text.slice(at + 2, end), quote)
      if (name === undefined || text[end + 1] !== ']') return undefined
      path.push(name)
      at = end + 2
    } else if (text[at] === '[') {
      const end = text.indexOf(']', at)
      const index = toIndex(parseJson(text.slice(at + 1, end)))
      if (end === -1 || index === -1) return undefined
      path.push(index)
      at = end + 1
    } else return undefined
  }
  return at < text.length || typeof path[0] !== 'string' ? undefined : path
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The number of leading steps that two paths share.
 *
 * @internal
 */
export const shared = (first: Path, second: Path): number => {
  let i = 0
  while (i < first.length && i < second.length && first[i] === second[i]) i += 1
  return i
}

/**
 * The text that closes the containers on a path, except for the outer ones.
 *
 * @internal
 */
export const closers = (path: Path, outer: number): string =>
  path
    .slice(outer)
    .map((step) => (typeof step === 'number' ? ']' : '}'))
    .reverse()
    .join('')

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

type Container = Record<string | number, unknown>

const isContainer = (u: unknown): u is Container => typeof u === 'object' && u !== null

const placeIn = (container: Container, step: string | number): string | number =>
  Array.isArray(container) ? Math.min(toIndex(step), container.length) : step

// Not by assignment: `__proto__` is an ordinary name here.
const set = (container: Container, step: string | number, value: unknown): void => {
  Object.defineProperty(container, step, { value, writable: true, enumerable: true, configurable: true })
}

/**
 * Puts a scalar at a path of a value, which is mutated and must not be shared; a string is appended to a string there.
 *
 * @internal
 */
export const put = (root: unknown, path: Path, value: unknown): void => {
  let container = root
  path.forEach((step, i) => {
    if (!isContainer(container)) return
    const place = placeIn(container, step)
    const known = Object.hasOwn(container, place) ? container[place] : undefined
    const next = path[i + 1]
    if (next === undefined) {
      set(container, place, typeof known === 'string' && typeof value === 'string' ? known + value : value)
    } else {
      const fits = isContainer(known) && Array.isArray(known) === (typeof next === 'number')
      const inner = fits ? known : typeof next === 'number' ? [] : {}
      if (!fits) set(container, place, inner)
      container = inner
    }
  })
}
