/**
 * Text to server-sent events, by the rules of the WHATWG standard. `[DONE]` is an ordinary event here. An event that
 * the end of the body cuts off is marked `unfinished`; with `strict` it is dropped, as in the standard.
 *
 * Laws: those of `Machine`; without `strict`, a data line that the end of the body cuts off is read as if its line end
 * were there.
 *
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import type { Failure } from '../../data/Failure.ts'
import { eventTooLarge, lineTooLong } from '../../data/Failure.ts'
import { tooManyEvents } from '../../data/limitExceeded.ts'
import type { LimitOptions } from '../../data/Limits.ts'
import { limitsIn } from '../../data/Limits.ts'
import type { Result } from '../../data/Result.ts'
import { isLeft, left, right } from '../../data/Result.ts'
import { append, detach } from '../../data/rope.ts'
import type { Both, Machine } from '../Machine.ts'
import { andThen } from '../Machine.ts'
import type { BareJson } from './bareJson.ts'
import { eachLine, LineScan, noLines, TOO_LONG } from './lines.ts'
import { isDigits, isOfEvent, LONGEST_COMMENT, mayBeField, valueOf } from './sseField.ts'
import type { SSEItem } from './SSEItem.ts'
import type { Piece, Text, Utf8State } from './utf8.ts'
import { utf8Machine } from './utf8.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

const sseState = () => ({
  scan: LineScan,
  /** The event type buffer. */
  event: f.string,
  /** The data buffer, without its last LF. */
  data: f.string,
  /** The size in bytes of the lines in the data buffer; -1 = no data. */
  dataBytes: f.index,
  /** The id buffer. */
  id: f.string,
  lastEventId: f.string,
  /** Offset of the first field line of the unfinished event; -1 = none yet. */
  atByte: f.index,
  /** The progress of a bare JSON text, as in `jsonProgress`; -1 = the data buffer is not a bare JSON text. */
  bare: f.index,
  /** The number of events dispatched. */
  events: f.natural,
  /** Whether a line was no field of an event. */
  odd: f.boolean,
  /** A limit was exceeded: nothing more is read. */
  over: f.boolean
})

/**
 * The state of `sseTextMachine`.
 *
 * @category model
 * @since 0.1.0
 */
export interface SSEState extends f.RecordOf<typeof sseState> {}

/** @internal */
export const SSEState: t.Type<SSEState, unknown> = /* @__PURE__ */ f.record('SSEState', sseState)

/**
 * The options of `parseSSEMachine` and `parseSSE`.
 *
 * @category model
 * @since 0.1.0
 */
export interface SSEOptions extends LimitOptions {
  /** Drops the event that the end of the body cuts off, as the standard does. Default: it is marked `unfinished`. */
  readonly strict?: boolean
}

/**
 * Whether a text without an event is not server-sent events: one of its lines is neither a field nor the beginning of one.
 *
 * @internal
 */
export const isOtherText = ({ odd, scan: { rest } }: SSEState): boolean => odd || !mayBeField(rest)

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
  odd: false,
  over: false
}

/**
 * The events, comments and retries of decoded text: `parseSSEMachine = utf8Machine | sseTextMachine`.
 *
 * With `bareJson`, a JSON object between the events without a field name is an event, and a field named `error` is an
 * event of type `error`. The standard skips both.
 *
 * @internal
 */
export const sseTextMachine = (
  options: SSEOptions = {},
  bareJson?: BareJson
): Machine<SSEState, Text, Result<SSEItem>> => {
  const { strict = false } = options
  const limits = limitsIn(options)
  const isErrorField = (line: string): boolean => bareJson !== undefined && line.startsWith('error:')
  const beginsBare = (line: string): boolean => bareJson !== undefined && (line.startsWith('{') || isErrorField(line))

  const step: Machine<SSEState, Text, Result<SSEItem>>['step'] = (state, text, emit) => {
    if (state.over) return state
    let { event, data, dataBytes, id, lastEventId, atByte: begin, bare, events, odd } = state
    let over = false as boolean
    // The last `event:` line of this text, and its value: most events repeat it.
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
      const value = colon === -1 ? '' : valueOf(line, colon)
      if (name === 'event') {
        if (value !== named) named = detach(value, text.text.length)
        naming = line
        event = named
      } else if (name === 'id') {
        if (!value.includes('\0')) id = detach(value, text.text.length)
      } else if (name === 'retry') {
        if (isDigits(value)) emit(right({ _tag: 'Retry', digits: value }))
      } else odd = true
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
    if (!over && scan.bytes === TOO_LONG) {
      const atByte = begin === -1 ? scan.atByte : begin
      fail(lineTooLong(limits.line, { atByte, atEvent: events }))
    }
    // The data that is kept for the next text is a slice of this one.
    if (state.dataBytes === -1) data = detach(data, text.text.length)
    const { rest } = scan
    // A line that was longer already is kept unread: reading it would flatten its rope again.
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
      odd,
      over
    }
  }

  return {
    initial,
    step,
    end: (state, emit) => {
      if (strict) return state
      const { rest, atByte, bytes } = state.scan
      const lineEnd: Text = { text: '\n', atByte: atByte + bytes }
      // The last event is the one that the end of the body cuts off, if any.
      let cut: Result<SSEItem> | undefined
      const hold = (item: Result<SSEItem>): void => {
        if (cut !== undefined) emit(cut)
        cut = item
      }
      // An unfinished line is data or is dropped: half an event name or half an id is not a value.
      const isOfData = state.bare !== -1 || beginsBare(rest) || rest === 'data' || rest.startsWith('data:')
      const read = isOfData && !rest.startsWith(':') ? step(state, lineEnd, hold) : state
      const last = step({ ...read, scan: { ...noLines, atByte: lineEnd.atByte } }, lineEnd, hold)
      if (cut !== undefined) emit(isLeft(cut) ? cut : right({ ...cut.right, unfinished: true }))
      // A cut event is not dispatched, so its id does not become the last event id.
      return { ...last, lastEventId: state.lastEventId }
    },
    done: ({ over }) => over
  }
}

/**
 * Parses the events, comments and retries of a body.
 *
 * - Input → output: pieces of a body → one Right for each; an unfinished last event is marked, or dropped with
 *   `strict`.
 * - Held in memory: the unfinished line and event, within `limits.line` and `limits.event` bytes.
 * - Fails: one Left `LineTooLong`, `EventTooLarge` or `LimitExceeded` (of `limits.events`).
 * - Done: after a limit was exceeded.
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
