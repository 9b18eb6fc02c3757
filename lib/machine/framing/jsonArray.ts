/**
 * Text that is one JSON array, to its elements: a frame for each as soon as it is complete, with its text verbatim.
 * Google streams in this form unless the request has `alt=sse`. Elements are not parsed here, and nothing after the
 * array is read.
 *
 * Laws: those of `Machine`; the data of the frames, parsed = the array.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc8259#section-5
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import type { Failure } from '../../data/Failure.ts'
import { eventTooLarge, truncatedFrame } from '../../data/Failure.ts'
import type { Frame } from '../../data/Frame.ts'
import { tooManyEvents } from '../../data/limitExceeded.ts'
import type { LimitOptions, Limits } from '../../data/Limits.ts'
import { limitsIn } from '../../data/Limits.ts'
import type { Result } from '../../data/Result.ts'
import { left, right } from '../../data/Result.ts'
import { append, detach } from '../../data/rope.ts'
import { advance, advanceToEnd, isBlank, isComplete, isWord, startOfJson } from '../json/jsonProgress.ts'
import type { Machine } from '../Machine.ts'
import type { Text } from './utf8.ts'
import { byteLength } from './utf8.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

const jsonArrayState = () => ({
  /** Whether the array has begun, and whether it has ended. */
  place: f.oneOf({ before: null, inside: null, after: null }),
  /** The unfinished element. */
  text: f.string,
  /** The progress of its text, as in `jsonProgress`; 0 = no element has begun. */
  progress: f.natural,
  /** Offset of its first byte; between two elements, of the end of the last one. */
  atByte: f.natural,
  /** The number of elements emitted. */
  events: f.natural,
  /** A limit was exceeded: nothing more is read. */
  over: f.boolean
})

/**
 * The state of `jsonArrayMachine`.
 *
 * @category model
 * @since 0.1.0
 */
export interface JsonArrayState extends f.RecordOf<typeof jsonArrayState> {}

/** @internal */
export const JsonArrayState: t.Type<JsonArrayState, unknown> = /* @__PURE__ */ f.record(
  'JsonArrayState',
  jsonArrayState
)

// -------------------------------------------------------------------------------------
// places
// -------------------------------------------------------------------------------------

const COMMA = 44
const OPENING = 91
const CLOSING = 93

/**
 * Maps indexes of characters, queried from left to right, to offsets in the body. ASCII characters are single bytes,
 * and have the same order in the text and in the bytes, even if other bytes are ill-formed.
 */
const offsetsIn = ({ text, bytes, atByte }: Text): ((i: number) => number) => {
  if (bytes === undefined) return (i) => atByte + i
  let at = 0
  let offset = 0
  const skip = (): void => {
    while (offset < bytes.length && (bytes[offset] ?? 0) >= 128) offset += 1
  }
  return (i) => {
    for (; at < i; at++) {
      if (text.charCodeAt(at) < 128) {
        skip()
        offset += 1
      }
    }
    if (i === text.length || text.charCodeAt(i) < 128) skip()
    return atByte + offset
  }
}

/** The index at which a number or a word ends. */
const endOfWord = (text: string, from: number): number => {
  let i = from
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === COMMA || unit === CLOSING || isBlank(unit)) break
  }
  return i
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const machineOf = (limits: Limits): Machine<JsonArrayState, Text, Result<Frame>> => ({
  initial: { place: 'before', text: '', progress: startOfJson, atByte: 0, events: 0, over: false },

  step: (state, input, emit) => {
    if (state.over || state.place === 'after') return state
    const { text } = input
    const offsetOf = offsetsIn(input)
    let { progress, atByte, events } = state
    let place: JsonArrayState['place'] = state.place
    let held = state.text
    let over = false as boolean

    const fail = (failure: Failure): void => {
      over = true
      emit(left(failure))
    }

    const emitElement = (data: string): void => {
      if (events >= limits.events) {
        fail(tooManyEvents(limits.events, { atByte, atEvent: events }))
        return
      }
      emit(right({ event: '', data, lastEventId: '', atByte, atEvent: events, unfinished: false }))
      events += 1
    }

    /** Reads the element up to its end or that of the text, and returns the index after it. */
    const element = (from: number): number => {
      const isOfWord = isWord(progress)
      const walked = isOfWord ? { progress, at: endOfWord(text, from) } : advanceToEnd(progress, text, from)
      const isWhole = isOfWord ? walked.at < text.length : isComplete(walked.progress)
      const end = isWhole ? offsetOf(walked.at) : input.atByte + byteLength(input)
      const data = append(held, text.slice(from, walked.at))
      if (end - atByte > limits.event) fail(eventTooLarge(limits.event, { atByte, atEvent: events }))
      else if (isWhole) emitElement(data)
      held = isWhole ? '' : detach(data, text.length)
      progress = isWhole ? startOfJson : walked.progress
      if (isWhole) atByte = end
      return walked.at
    }

    let i = 0
    while (i < text.length && !over) {
      const unit = text.charCodeAt(i)
      if (progress !== startOfJson) i = element(i)
      else if (isBlank(unit) || (unit === COMMA && place === 'inside')) i += 1
      else if (unit === OPENING && place === 'before') {
        place = 'inside'
        i += 1
        atByte = offsetOf(i)
      } else if (unit === CLOSING) {
        place = 'after'
        break
      } else {
        place = 'inside'
        atByte = offsetOf(i)
        held = text.charAt(i)
        progress = advance(startOfJson, held)
        i += 1
        i = element(i)
      }
    }
    return { place, text: held, progress, atByte, events, over }
  },

  end: (state, emit) => {
    const { place, text: data, progress, atByte, events: atEvent, over } = state
    if (over || place !== 'inside') return state
    if (progress !== startOfJson && atEvent >= limits.events) {
      emit(left(tooManyEvents(limits.events, { atByte, atEvent })))
      return { ...state, over: true }
    }
    emit(
      progress === startOfJson
        ? left(truncatedFrame(0, { atByte, atEvent }))
        : right({ event: '', data, lastEventId: '', atByte, atEvent, unfinished: true })
    )
    return state
  },

  done: ({ place, over }) => over || place === 'after'
})

/**
 * Splits a JSON array in decoded text into its elements.
 *
 * - Input → output: decoded text → one Right for each element; an element cut off by the end of the body is
 *   `unfinished`.
 * - Held in memory: the unfinished element, within `limits.event` bytes.
 * - Fails: one Left `EventTooLarge` or `LimitExceeded` (of `limits.events`); a Left `TruncatedFrame` if the body ends
 *   between two elements.
 * - Done: after the end of the array, or after a limit was exceeded.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { andThen, jsonArrayMachine, runMachine, utf8Machine } from 'deltafold'
 *
 * const frames = runMachine(andThen(jsonArrayMachine())(utf8Machine))(['[{"a":', '1}\n,\n{"a', '":2}]\n'])
 * assert.deepStrictEqual(frames.map(E.map(({ data }) => data)), [E.right('{"a":1}'), E.right('{"a":2}')])
 *
 * @category machines
 * @since 0.1.0
 */
export const jsonArrayMachine = (options: LimitOptions = {}): Machine<JsonArrayState, Text, Result<Frame>> =>
  machineOf(limitsIn(options))
