/**
 * Arguments that arrive as pieces, each a path and a scalar, to one JSON text that only grows.
 *
 * Pieces in the order of a JSON text are written at once; a string stays open until another path is written. A piece
 * for a path that is already closed is held until the end, where the fields of the root that it changes are written
 * again: of two fields with one name, the last one counts.
 *
 * Law: for pieces in any order, the JSON value of the closed text has at each path the last value sent for it; strings
 * are joined.
 *
 * Source: https://datatracker.ietf.org/doc/html/rfc9535
 *
 * @since 0.1.0
 */
import { field } from '../../codec/field.ts'
import { append } from '../../data/rope.ts'
import { parseJson } from '../../machine/json/parseJson.ts'
import type { Path } from './jsonPath.ts'
import { closers, put, shared } from './jsonPath.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The JSON text of the arguments of a call that is being streamed.
 *
 * @category model
 * @since 0.1.0
 */
export interface Writer {
  /** The text written so far. */
  readonly text: string
  /** Path of the last value; empty = none yet. */
  readonly path: Path
  /** Whether that value is a string that is still open. */
  readonly isString: boolean
  /** Whether the provider announced more of the string. */
  readonly continues: boolean
  /** The names already used in each open container. */
  readonly names: ReadonlyArray<ReadonlyArray<string>>
  /** Pieces held until the end, one JSON text a line. */
  readonly late: string
}

/** @internal */
export const emptyWriter: Writer = {
  text: '',
  path: [],
  isString: false,
  continues: false,
  names: [],
  late: ''
}

// -------------------------------------------------------------------------------------
// writing
// -------------------------------------------------------------------------------------

// An object with more names than this is written at the end, because a lookup of each name would be slow.
const MAX_NAMES = 1024

/** Whether the value at a path can be written next; `common` = the number of steps shared with the last path. */
const follows = ({ path, names }: Writer, next: Path, common: number): boolean => {
  if (path.length === 0) return true
  const here = path[common]
  const there = next[common]
  if (here === undefined || there === undefined || typeof here !== typeof there) return false
  if (typeof there === 'number') return there > Number(here)
  const used = names[common] ?? []
  return used.length < MAX_NAMES && !used.includes(there)
}

const opening = (path: Path, from: number): string =>
  path
    .slice(from)
    .map((step, i) => {
      const bracket = i === 0 ? '' : typeof step === 'number' ? '[' : '{'
      return typeof step === 'number' ? bracket : `${bracket}${JSON.stringify(step)}:`
    })
    .join('')

/**
 * A writer, and the text that it has just written.
 *
 * @internal
 */
export interface Written {
  readonly writer: Writer
  readonly added: string
}

const late = (writer: Writer, path: Path, said: string): Written => ({
  writer: { ...writer, late: `${writer.late}[${JSON.stringify(path)},${said}]\n` },
  added: ''
})

const grown = (writer: Writer, added: string): Written => ({
  writer: { ...writer, text: append(writer.text, added) },
  added
})

/**
 * The writer after one more piece, whose value is a JSON text.
 *
 * @internal
 */
export const write = (known: Writer, path: Path, said: string, continues: boolean): Written => {
  const writer = { ...known, continues }
  const isString = said.startsWith('"')
  const { names } = writer
  if (writer.late !== '') return late(writer, path, said)
  const common = shared(writer.path, path)
  if (common === path.length && common === writer.path.length) {
    return writer.isString && isString ? grown(writer, said.slice(1, -1)) : late(writer, path, said)
  }
  if (!follows(writer, path, common)) return late(writer, path, said)
  const before = writer.path.length === 0 ? '{' : `${writer.isString ? '"' : ''}${closers(writer.path, common + 1)},`
  const next = {
    ...writer,
    path,
    isString,
    names: path.map((step, i) => {
      const used = i > common ? [] : (names[i] ?? [])
      return i < common || typeof step === 'number' ? used : [...used, step]
    })
  }
  return grown(next, before + opening(path, common) + (isString ? said.slice(0, -1) : said))
}

type Piece = readonly [path: Path, value: unknown]

const isPiece = (u: unknown): u is Piece => Array.isArray(u) && Array.isArray(u[0])

// The complete fields of the root that the pieces change.
const again = (whole: string, pieces: string): string => {
  const root = parseJson(whole)
  const names = new Set<string>()
  for (const line of pieces.split('\n')) {
    const piece = line === '' ? undefined : parseJson(line)
    if (!isPiece(piece)) continue
    put(root, piece[0], piece[1])
    names.add(String(piece[0][0]))
  }
  return Array.from(names, (name) => `,${JSON.stringify(name)}:${JSON.stringify(field(root, name))}`).join('')
}

/**
 * The rest of the text; empty if there was no piece.
 *
 * @internal
 */
export const close = ({ text, path, isString, late: pieces }: Writer): string => {
  if (path.length === 0) return ''
  const end = `${isString ? '"' : ''}${closers(path, 0)}`
  return pieces === '' ? end : `${end.slice(0, -1)}${again(text + end, pieces)}}`
}
