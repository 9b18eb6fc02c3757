/**
 * A body that is one JSON text, to one frame. Leading white space is dropped. The frame is emitted at the end of the
 * body, `unfinished` if its text is cut.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc8259
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import type { Frame } from '../../data/Frame.ts'
import { limitExceeded } from '../../data/limitExceeded.ts'
import type { LimitOptions, Limits } from '../../data/Limits.ts'
import { limitsIn } from '../../data/Limits.ts'
import type { Result } from '../../data/Result.ts'
import { left, right } from '../../data/Result.ts'
import { append } from '../../data/rope.ts'
import { advance, blanks, isInside, startOfJson } from '../json/jsonProgress.ts'
import type { Machine } from '../Machine.ts'
import type { Text } from './utf8.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

const jsonState = () => ({
  /** The body so far, without leading white space. */
  text: f.string,
  /** Offset of its first byte; -1 = no text yet. */
  atByte: f.index,
  /** The limit was exceeded: nothing more is read. */
  over: f.boolean
})

/**
 * The state of `parseJSONMachine`.
 *
 * @category model
 * @since 0.1.0
 */
export interface JsonState extends f.RecordOf<typeof jsonState> {}

/** @internal */
export const JsonState: t.Type<JsonState, unknown> = /* @__PURE__ */ f.record('JsonState', jsonState)

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const machineOf = (limits: Limits): Machine<JsonState, Text, Result<Frame>> => ({
  initial: { text: '', atByte: -1, over: false },

  step: (state, input, emit) => {
    if (state.over) return state
    const skipped = state.atByte === -1 ? blanks(input.text) : 0
    if (skipped === input.text.length && state.atByte === -1) return state
    const atByte = state.atByte === -1 ? input.atByte + skipped : state.atByte
    const text = skipped === 0 ? append(state.text, input.text) : input.text.slice(skipped)
    if (text.length <= limits.message) return { text, atByte, over: false }
    emit(left(limitExceeded('message', limits.message, { atByte, atEvent: 0 })))
    return { text: '', atByte, over: true }
  },

  end: (state, emit) => {
    const { text, atByte, over } = state
    if (over || atByte === -1) return state
    const unfinished = isInside(advance(startOfJson, text))
    emit(right({ event: '', data: text, lastEventId: '', atByte, atEvent: 0, unfinished }))
    return state
  },

  done: ({ over }) => over
})

/**
 * Collects a body that is one JSON text.
 *
 * - Input → output: decoded text → one frame, at the end; none if the body is blank.
 * - Held in memory: the body, within `limits.message` UTF-16 code units.
 * - Fails: a Left `LimitExceeded`.
 * - Done: after the limit was exceeded.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { andThen, parseJSONMachine, runMachine, utf8Machine } from 'deltafold'
 *
 * const [frame] = runMachine(andThen(parseJSONMachine())(utf8Machine))(['\n  {"a"', ':1}\n'])
 * assert.deepStrictEqual(frame !== undefined && E.isRight(frame) && frame.right.data, '{"a":1}\n')
 *
 * @category machines
 * @since 0.1.0
 */
export const parseJSONMachine = (options: LimitOptions = {}): Machine<JsonState, Text, Result<Frame>> =>
  machineOf(limitsIn(options))
