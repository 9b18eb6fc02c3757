/**
 * Text to JSON lines: one frame for each line that is not blank. Lines are not parsed here. A last line
 * without a line end is marked `unfinished`, because it may be cut.
 *
 * Laws: those of `Machine`; the data of the frames = the lines that are not blank.
 *
 * Source: https://github.com/ndjson/ndjson-spec
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { eventTooLarge, lineTooLong } from '../../data/Failure.ts'
import type { Frame } from '../../data/Frame.ts'
import { tooManyEvents } from '../../data/limitExceeded.ts'
import type { LimitOptions } from '../../data/Limits.ts'
import { limitsIn } from '../../data/Limits.ts'
import type { Result } from '../../data/Result.ts'
import { isLeft, left, right } from '../../data/Result.ts'
import { blanks } from '../json/jsonProgress.ts'
import type { Machine } from '../Machine.ts'
import { eachLine, LineScan, noLines, TOO_LONG } from './lines.ts'
import type { Text } from './utf8.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

const ndjsonState = () => ({
  scan: LineScan,
  /** The number of frames emitted. */
  events: f.natural,
  /** A limit was exceeded: nothing more is read. */
  over: f.boolean
})

/**
 * The state of `parseNDJSONMachine`.
 *
 * @category model
 * @since 0.1.0
 */
export interface NDJSONState extends f.RecordOf<typeof ndjsonState> {}

/** @internal */
export const NDJSONState: t.Type<NDJSONState, unknown> = /* @__PURE__ */ f.record('NDJSONState', ndjsonState)

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const isBlankLine = (line: string): boolean => blanks(line) === line.length

/**
 * Splits decoded text into JSON lines.
 *
 * - Input → output: decoded text → one Right for each line that is not blank; a last line without a line end is
 *   marked `unfinished`.
 * - Held in memory: the unfinished line, within `limits.line` bytes.
 * - Fails: one Left `LineTooLong`, `EventTooLarge` or `LimitExceeded` (of `limits.events`).
 * - Done: after a limit was exceeded.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { andThen, parseNDJSONMachine, runMachine, utf8Machine } from 'deltafold'
 *
 * const frames = runMachine(andThen(parseNDJSONMachine())(utf8Machine))(['{"a":1}\r', '\n\n{"a"', ':2}'])
 * assert.deepStrictEqual(frames.map(E.map(({ data, unfinished }) => [data, unfinished])), [
 *   E.right(['{"a":1}', false]),
 *   E.right(['{"a":2}', true])
 * ])
 *
 * @category machines
 * @since 0.1.0
 */
export const parseNDJSONMachine = (options: LimitOptions = {}): Machine<NDJSONState, Text, Result<Frame>> => {
  const limits = limitsIn(options)
  const frameIn = (
    data: string,
    atByte: number,
    bytes: number,
    atEvent: number,
    unfinished: boolean
  ): Result<Frame> => {
    if (bytes > limits.event) return left(eventTooLarge(limits.event, { atByte, atEvent }))
    if (atEvent >= limits.events) return left(tooManyEvents(limits.events, { atByte, atEvent }))
    return right({ event: '', data, lastEventId: '', atByte, atEvent, unfinished })
  }

  return {
    initial: { scan: noLines, events: 0, over: false },

    step: (state, text, emit) => {
      if (state.over) return state
      let events = state.events
      let over = false as boolean

      const scan = eachLine(state.scan, text, limits.line, (line, atByte, bytes) => {
        if (over || isBlankLine(line)) return
        const frame = frameIn(line, atByte, bytes, events, false)
        emit(frame)
        if (isLeft(frame)) over = true
        else events += 1
      })
      if (over || scan.bytes !== TOO_LONG) return { scan, events, over }
      emit(left(lineTooLong(limits.line, { atByte: scan.atByte, atEvent: events })))
      return { scan, events, over: true }
    },

    end: (state, emit) => {
      const { scan, events, over } = state
      if (over || isBlankLine(scan.rest)) return state
      const frame = frameIn(scan.rest, scan.atByte, scan.bytes, events, true)
      emit(frame)
      return isLeft(frame) ? { ...state, over: true } : state
    },

    done: ({ over }) => over
  }
}
