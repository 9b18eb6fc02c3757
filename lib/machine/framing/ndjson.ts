/**
 * Text to JSON lines: one frame for each line that is not blank. Whether a line is JSON, decoding finds out. The last
 * line needs no end; without one it comes marked `unfinished`, as it may be cut.
 *
 * Held in memory: the unfinished line, within its limit.
 *
 * Laws: those of `Machine`; the frames' data = the lines that are not blank.
 *
 * Source: https://github.com/ndjson/ndjson-spec
 *
 * @since 0.1.0
 */
import type { Failure } from '../../data/Failure.ts'
import { eventTooLarge, lineTooLong } from '../../data/Failure.ts'
import type { Frame } from '../../data/Frame.ts'
import { tooManyEvents } from '../../data/limitExceeded.ts'
import type { LimitOptions } from '../../data/Limits.ts'
import { defaultLimits } from '../../data/Limits.ts'
import type { Result } from '../../data/Result.ts'
import { left, right } from '../../data/Result.ts'
import { blanks } from '../json/jsonProgress.ts'
import type { Machine } from '../Machine.ts'
import type { LineScan } from './lines.ts'
import { eachLine, noLines } from './lines.ts'
import type { Text } from './utf8.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * @category model
 * @since 0.1.0
 */
export interface NDJSONState {
  readonly scan: LineScan
  /** How many frames were said. */
  readonly events: number
  /** A limit was passed: nothing more is read. */
  readonly over: boolean
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const isBlankLine = (line: string): boolean => blanks(line) === line.length

const frameOf = (data: string, atByte: number, atEvent: number, unfinished: boolean): Frame => ({
  event: '',
  data,
  lastEventId: '',
  atByte,
  atEvent,
  unfinished
})

/**
 * The JSON lines of decoded text.
 *
 * - Input → output: decoded text → one Right for each line that is not blank; a last line without its end comes marked
 *   `unfinished`.
 * - Held in memory: the unfinished line, within `limits.line` bytes.
 * - Fails: one Left `LineTooLong`, `EventTooLarge` or `LimitExceeded` (of `limits.events`).
 * - Done: when a limit was passed.
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
export const parseNDJSONMachine = ({ limits = defaultLimits }: LimitOptions = {}): Machine<
  NDJSONState,
  Text,
  Result<Frame>
> => ({
  initial: { scan: noLines, events: 0, over: false },

  step: (state, text, emit) => {
    if (state.over) return state
    let events = state.events
    let over = false as boolean

    const fail = (failure: Failure): void => {
      over = true
      emit(left(failure))
    }

    const scan = eachLine(state.scan, text, limits.line, (line, atByte, bytes) => {
      if (over || isBlankLine(line)) return
      if (bytes > limits.event) fail(eventTooLarge(limits.event, { atByte, atEvent: events }))
      else if (events >= limits.events) fail(tooManyEvents(limits.events, { atByte, atEvent: events }))
      else {
        emit(right(frameOf(line, atByte, events, false)))
        events += 1
      }
    })
    if (!over && scan.tooLong) fail(lineTooLong(limits.line, { atByte: scan.atByte, atEvent: events }))
    return { scan, events, over }
  },

  end: (state, emit) => {
    const { scan, events, over } = state
    if (!over && !isBlankLine(scan.rest)) emit(right(frameOf(scan.rest, scan.atByte, events, true)))
    return state
  },

  done: ({ over }) => over
})
