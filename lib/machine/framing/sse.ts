/**
 * Text to server-sent events, by the rules of the WHATWG standard, which nothing here bends: what an LLM client needs
 * beyond them (an event that the end of the body cuts off, `[DONE]`) is left to decoding. Such a last event comes marked
 * `unfinished`, or not at all when `strict`.
 *
 * Held in memory: the unfinished line and the data of the unfinished event, each within its limit.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
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
import { append, detach } from '../../data/rope.ts'
import type { Both, Machine } from '../Machine.ts'
import { andThen } from '../Machine.ts'
import type { BareJson } from './bareJson.ts'
import type { LineScan } from './lines.ts'
import { eachLine, noLines } from './lines.ts'
import { isDigits, isOfEvent, LONGEST_COMMENT, valueOf } from './sseField.ts'
import type { Piece, Text, Utf8State } from './utf8.ts'
import { utf8Machine } from './utf8.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * @category model
 * @since 0.1.0
 */
export interface SSEEvent extends Frame {
  readonly _tag: 'Event'
}

/**
 * @category model
 * @since 0.1.0
 */
export interface SSEComment {
  readonly _tag: 'Comment'
  /** Its first 4096 characters, the colon counted. */
  readonly text: string
}

/**
 * The server asks to wait that long before reconnecting. Clamp it before use: the standard sets no upper bound.
 *
 * @category model
 * @since 0.1.0
 */
export interface SSERetry {
  readonly _tag: 'Retry'
  /** Milliseconds, in the decimal digits of the server. */
  readonly digits: string
}

/**
 * @category model
 * @since 0.1.0
 */
export type SSEItem = SSEEvent | SSEComment | SSERetry

/**
 * @category model
 * @since 0.1.0
 */
export interface SSEState {
  readonly scan: LineScan
  /** The event type buffer. */
  readonly event: string
  /** The data buffer, without its last LF. */
  readonly data: string
  /** How many bytes of lines the data buffer was made from; -1 = it is empty. */
  readonly dataBytes: number
  /** The id buffer. */
  readonly id: string
  readonly lastEventId: string
  /** Offset of the first field line of the unfinished event; -1 = it has none yet. */
  readonly atByte: number
  /** How far a bare JSON text has come; -1 = the data buffer is none. */
  readonly bare: number
  /** How many events were dispatched. */
  readonly events: number
  /** A limit was passed: nothing more is read. */
  readonly over: boolean
}

/**
 * @category model
 * @since 0.1.0
 */
export interface SSEOptions extends LimitOptions {
  /** Drop the event that the end of the body cuts off, as the standard says. Default: mark it `unfinished`. */
  readonly strict?: boolean
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const initial: SSEState = {
  scan: noLines,
  event: '',
  data: '',
  dataBytes: -1,
  id: '',
  lastEventId: '',
  atByte: -1,
  bare: -1,
  events: 0,
  over: false
}

/**
 * The events of decoded text: `sse = utf8 | sseText`.
 *
 * - Input → output, held in memory, fails, done: as `sse`.
 * - `bareJson`: with it, a JSON object that stands between the events, without a field name, is one, too, and so is a field
 *   named `error`, as an event of that type. The standard skips both.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { runMachine, sseTextMachine } from 'deltafold'
 *
 * const [event] = runMachine(sseTextMachine())([{ text: 'data: a\n\n', atByte: 0 }])
 * assert.deepStrictEqual(event !== undefined && E.isRight(event) && event.right._tag, 'Event')
 *
 * @category machines
 * @since 0.1.0
 */
export const sseTextMachine = (
  options: SSEOptions = {},
  bareJson?: BareJson
): Machine<SSEState, Text, Result<SSEItem>> => {
  const { strict = false, limits = defaultLimits } = options
  const isErrorField = (line: string): boolean => bareJson !== undefined && line.startsWith('error:')
  const beginsBare = (line: string): boolean => bareJson !== undefined && (line.startsWith('{') || isErrorField(line))

  const step: Machine<SSEState, Text, Result<SSEItem>>['step'] = (state, text, emit) => {
    if (state.over) return state
    let { event, data, dataBytes, id, lastEventId, atByte: begin, bare, events } = state
    let over = false as boolean
    // The last line of this text that names an event, and the name: most events have that of the one before.
    let naming = ''
    let named = event

    const fail = (failure: Failure): void => {
      over = true
      emit(left(failure))
    }

    const dispatch = (): void => {
      lastEventId = id
      if (dataBytes !== -1) {
        if (events >= limits.events) {
          fail(tooManyEvents(limits.events, { atByte: begin, atEvent: events }))
          return
        }
        const atByte = begin
        emit(right({ _tag: 'Event', event, data, lastEventId, atByte, atEvent: events, unfinished: false }))
        events += 1
        data = ''
        dataBytes = -1
      }
      event = ''
      begin = -1
      bare = -1
    }

    const appendData = (more: string, bytes: number): void => {
      data = dataBytes === -1 ? more : append(data, detach(`\n${more}`, text.text.length))
      dataBytes = Math.max(dataBytes, 0) + bytes
      if (dataBytes > limits.event) fail(eventTooLarge(limits.event, { atByte: begin, atEvent: events }))
    }

    const appendBare = (line: string, atByte: number, bytes: number): void => {
      if (bare === -1 && dataBytes !== -1) dispatch()
      if (over) return
      if (begin === -1) begin = atByte
      appendData(line, bytes)
      bare = bareJson?.(bare, line) ?? -1
      if (dataBytes <= limits.event && bare === -1) dispatch()
    }

    const other = (line: string, colon: number): void => {
      if (line === naming) {
        event = named
        return
      }
      const name = colon === -1 ? line : line.slice(0, colon)
      const said = colon === -1 ? '' : valueOf(line, colon)
      if (name === 'event') {
        if (said !== named) named = detach(said, text.text.length)
        naming = line
        event = named
      } else if (name === 'id' && !said.includes('\0')) id = detach(said, text.text.length)
      else if (name === 'retry' && isDigits(said)) emit(right({ _tag: 'Retry', digits: said }))
    }

    const scan = eachLine(state.scan, text, limits.line, (line, atByte, bytes) => {
      if (over) return
      if (line === '') {
        dispatch()
        return
      }
      const colon = line.indexOf(':')
      if (colon === 0) {
        emit(right({ _tag: 'Comment', text: valueOf(line.slice(0, LONGEST_COMMENT), colon) }))
        return
      }
      const isData = colon === 4 && line.startsWith('data')
      if (bare !== -1 && isData) dispatch()
      if (colon === 5 && isErrorField(line)) {
        if (dataBytes !== -1) dispatch()
        event = 'error'
        appendBare(valueOf(line, colon), atByte, bytes)
        return
      }
      if (!isData && (bare !== -1 || beginsBare(line))) {
        appendBare(line, atByte, bytes)
        return
      }
      if (begin === -1) begin = atByte
      if (isData) appendData(valueOf(line, colon), bytes)
      else if (line === 'data') appendData('', bytes)
      else other(line, colon)
    })
    if (!over && scan.tooLong) {
      const atByte = begin === -1 ? scan.atByte : begin
      fail(lineTooLong(limits.line, { atByte, atEvent: events }))
    }
    // What waits for the next text was cut from this one.
    if (state.dataBytes === -1) data = detach(data, text.text.length)
    const { rest } = scan
    // What was longer before and is still there is held for good; to look at it again would make it flat again.
    const isHeld =
      rest.length <= LONGEST_COMMENT || (scan.atByte === state.scan.atByte && state.scan.rest.length > LONGEST_COMMENT)
    const isWanted = isHeld || bare !== -1 || beginsBare(rest) || isOfEvent(rest)
    return {
      scan: isWanted ? scan : { ...scan, rest: rest.slice(0, LONGEST_COMMENT) },
      event,
      data,
      dataBytes,
      id,
      lastEventId,
      atByte: begin,
      bare,
      events,
      over
    }
  }

  return {
    initial,
    step,
    end: (state, emit) => {
      const { scan, event, data, dataBytes, id, atByte, bare, events, over } = state
      if (strict || over) return state
      const say = (all: string, begin: number, atEvent: number, type = event): void => {
        emit(
          right({
            _tag: 'Event',
            event: type,
            data: all,
            lastEventId: id,
            atByte: begin === -1 ? scan.atByte : begin,
            atEvent,
            unfinished: true
          })
        )
      }
      const { rest } = scan
      const colon = rest.indexOf(':')
      const name = colon === -1 ? rest : rest.slice(0, colon)
      const isError = isErrorField(rest)
      if (isError || (bare === -1 && beginsBare(rest))) {
        if (dataBytes !== -1) say(data, atByte, events)
        const type = isError ? 'error' : dataBytes === -1 ? event : ''
        say(isError ? valueOf(rest, colon) : rest, scan.atByte, dataBytes === -1 ? events : events + 1, type)
        return state
      }
      const more = bare !== -1 ? rest : name !== 'data' ? undefined : colon === -1 ? '' : valueOf(rest, colon)
      if (dataBytes === -1 && more === undefined) return state
      say(more === undefined ? data : dataBytes === -1 ? more : `${data}\n${more}`, atByte, events)
      return state
    },
    done: ({ over }) => over
  }
}

/**
 * The events, comments and retries of a body.
 *
 * - Input → output: pieces of a body → one Right for each; an unfinished last event comes marked, or not at all when
 *   `strict`.
 * - Held in memory: the unfinished line and event, within `limits.line` and `limits.event` bytes.
 * - Fails: one Left `LineTooLong`, `EventTooLarge` or `LimitExceeded` (of `limits.events`).
 * - Done: when a limit was passed.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { runMachine, parseSSEMachine } from 'deltafold'
 *
 * const items = runMachine(parseSSEMachine())([': hello\nid: 7\nda', 'ta: a\ndata: b\n\ndata: c'])
 * assert.deepStrictEqual(items.map(E.map((item) => (item._tag === 'Event' ? [item.data, item.unfinished] : item._tag))), [
 *   E.right('Comment'),
 *   E.right(['a\nb', false]),
 *   E.right(['c', true])
 * ])
 *
 * @category machines
 * @since 0.1.0
 */
export const parseSSEMachine = (options: SSEOptions = {}): Machine<Both<Utf8State, SSEState>, Piece, Result<SSEItem>> =>
  andThen(sseTextMachine(options))(utf8Machine)
