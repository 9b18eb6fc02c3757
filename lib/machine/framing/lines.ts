/**
 * Text to lines. A line ends with LF, CRLF or CR, wherever the text is cut, and with nothing else.
 *
 * A line is emitted as soon as its end is seen: a CR ends it at once, and an LF that follows belongs to it. Only the
 * unfinished line is held, as a rope that grows at its end; each piece is searched once, so the work is linear even for
 * single bytes.
 *
 * Laws: those of `Machine`; the lines = the text split at `/\r\n|\n|\r/`, without an empty last one.
 *
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { lineTooLong } from '../../data/Failure.ts'
import type { LimitOptions, Limits } from '../../data/Limits.ts'
import { limitsIn } from '../../data/Limits.ts'
import type { Result } from '../../data/Result.ts'
import { left, right } from '../../data/Result.ts'
import { append, detach } from '../../data/rope.ts'
import type { Machine } from '../Machine.ts'
import type { Text } from './utf8.ts'
import { byteLength } from './utf8.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A line of a body, without its end.
 *
 * @category model
 * @since 0.1.0
 */
export interface Line {
  readonly text: string
  /** Offset of its first byte. */
  readonly atByte: number
  /** The body ended before the line did. */
  readonly unfinished: boolean
}

const lineScan = () => ({
  /** The unfinished line. */
  rest: f.string,
  /** Offset of its first byte. */
  atByte: f.natural,
  /** Its length in bytes; -1 = a line exceeded the limit, and nothing more is read. */
  bytes: f.index,
  /** Whether the last character was a CR: an LF that follows is part of the same line end. */
  afterCr: f.boolean
})

/**
 * The state of the search for line ends.
 *
 * @category model
 * @since 0.1.0
 */
export interface LineScan extends f.RecordOf<typeof lineScan> {}

/** @internal */
export const LineScan: t.Type<LineScan, unknown> = /* @__PURE__ */ f.record('LineScan', lineScan)

/**
 * The state of `linesMachine`.
 *
 * @category model
 * @since 0.1.0
 */
export interface LinesState {
  readonly scan: LineScan
  /** The number of lines emitted. */
  readonly lines: number
}

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The state before any text.
 *
 * @internal
 */
export const noLines: LineScan = { rest: '', atByte: 0, bytes: 0, afterCr: false }

/**
 * The length of a line that exceeded the limit.
 *
 * @internal
 */
export const TOO_LONG = -1

const stopped = (atByte: number): LineScan => ({ rest: '', atByte, bytes: TOO_LONG, afterCr: false })

/**
 * Calls `line` with each finished line, the offset of its first byte and its length in bytes.
 *
 * @internal
 */
export const eachLine = (
  state: LineScan,
  input: Text,
  limit: number,
  line: (text: string, atByte: number, bytes: number) => void
): LineScan => {
  const { text, bytes, atByte: base } = input
  let { rest, atByte } = state
  let from = 0
  if (state.afterCr && text.charCodeAt(0) === 10) {
    from = 1
    atByte += 1
  }
  let lf = text.indexOf('\n', from)
  let cr = text.indexOf('\r', from)
  // If a character may take several bytes, the line ends are also found in the bytes, where they have the same order.
  let cursor = from
  while (lf !== -1 || cr !== -1) {
    const isCr = lf === -1 || (cr !== -1 && cr < lf)
    const end = isCr ? cr : lf
    if (bytes !== undefined) cursor = bytes.indexOf(isCr ? 13 : 10, cursor)
    const endByte = base + (bytes === undefined ? end : cursor)
    if (endByte - atByte > limit) return stopped(atByte)
    line(rest === '' ? text.slice(from, end) : rest + text.slice(from, end), atByte, endByte - atByte)
    rest = ''
    const width = isCr && text.charCodeAt(end + 1) === 10 ? 2 : 1
    from = end + width
    cursor += width
    atByte = endByte + width
    if (from > lf && lf !== -1) lf = text.indexOf('\n', from)
    if (from > cr && cr !== -1) cr = text.indexOf('\r', from)
  }
  const unread = base + byteLength(input) - atByte
  if (unread > limit) return stopped(atByte)
  return {
    rest: from === text.length ? rest : append(rest, detach(text.slice(from), text.length)),
    atByte,
    bytes: unread,
    afterCr: text.charCodeAt(text.length - 1) === 13
  }
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const machineOf = (limits: Limits): Machine<LinesState, Text, Result<Line>> => ({
  initial: { scan: noLines, lines: 0 },
  step: (state, text, emit) => {
    if (state.scan.bytes === TOO_LONG) return state
    let count = state.lines
    const scan = eachLine(state.scan, text, limits.line, (line, atByte) => {
      count += 1
      emit(right({ text: line, atByte, unfinished: false }))
    })
    if (scan.bytes === TOO_LONG) emit(left(lineTooLong(limits.line, { atByte: scan.atByte, atEvent: count })))
    return { scan, lines: count }
  },
  end: (state, emit) => {
    const { rest, atByte } = state.scan
    if (rest !== '') emit(right({ text: rest, atByte, unfinished: true }))
    return state
  },
  done: ({ scan }) => scan.bytes === TOO_LONG
})

/**
 * Splits decoded text into lines.
 *
 * - Input → output: decoded text → one Right for each line; an unfinished last line is marked.
 * - Held in memory: the unfinished line, within `limits.line` bytes.
 * - Fails: a Left `LineTooLong`.
 * - Done: after the limit was exceeded.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { andThen, linesMachine, runMachine, utf8Machine } from 'deltafold'
 *
 * const found = runMachine(andThen(linesMachine())(utf8Machine))(['a\r', '\nb\rc'])
 * assert.deepStrictEqual(found.map(E.map(({ text, unfinished }) => [text, unfinished])), [
 *   E.right(['a', false]),
 *   E.right(['b', false]),
 *   E.right(['c', true])
 * ])
 *
 * @category machines
 * @since 0.1.0
 */
export const linesMachine = (options: LimitOptions = {}): Machine<LinesState, Text, Result<Line>> =>
  machineOf(limitsIn(options))
