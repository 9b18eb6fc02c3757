/**
 * Frames to chunks: `JSON.parse`, the provider's codec, its machine.
 *
 * Everything that LLM servers do beyond the standard of their framing is read here: `[DONE]` with or without spaces, empty
 * keep-alive events, a BOM before the JSON, one event that holds a JSON text per line, a last event without its blank
 * line (taken only if it is whole). An error is looked for before the codec is asked. The machine is done at the
 * provider's terminal and when a limit is passed; what comes after is not read.
 *
 * Held in memory: the provider's state, and how large the message has become.
 *
 * Laws: those of `Machine`.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'

import type { Chunk } from '../../data/Chunk.ts'
import type { Delta, RepairDelta } from '../../data/Delta.ts'
import type { Failure, Position } from '../../data/Failure.ts'
import {
  depthExceeded,
  limitExceeded,
  malformedJson,
  noEvents,
  providerFailure,
  truncatedFrame
} from '../../data/Failure.ts'
import type { Frame } from '../../data/Frame.ts'
import type { Limits } from '../../data/Limits.ts'
import { defaultLimits } from '../../data/Limits.ts'
import { isFatal } from '../../data/MessageState.ts'
import type { Result } from '../../data/Result.ts'
import { isTooDeep } from '../../machine/jsonDepth.ts'
import { blanks, isBlank } from '../../machine/jsonProgress.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import type { Provider } from '../Provider.ts'
import { decodeFailureOf } from './decodeFailure.ts'
import type { Sizes } from './limits.ts'
import { measureAll, noSizes } from './limits.ts'
import { isMalformed, parseJson } from './parseJson.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * @category model
 * @since 0.1.0
 */
export interface DecodeState<S> {
  /** The state of the provider's machine. */
  readonly provider: S
  /** How many frames were decoded. */
  readonly chunks: number
  /** Offset of the last frame. */
  readonly atByte: number
  /** Number of the last frame; -1 = none came yet. */
  readonly atEvent: number
  readonly sizes: Sizes
  /** Whether every frame was whole. */
  readonly clean: boolean
  /** Whether the response has failed. */
  readonly failed: boolean
  /** Nothing more is read. */
  readonly over: boolean
}

// -------------------------------------------------------------------------------------
// data
// -------------------------------------------------------------------------------------

const OPENING_BRACE = 123

const BOM = 0xfeff

// One BOM before the data and JSON white space around it are no part of it.
const bare = (data: string): string => {
  if (data.charCodeAt(0) === OPENING_BRACE) return data
  const text = data.charCodeAt(0) === BOM ? data.slice(1) : data
  let end = text.length
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1
  return text.slice(blanks(text.slice(0, end)), end)
}

const DONE = '[DONE]'

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const holdsSomething = (json: unknown): boolean => {
  if (typeof json !== 'object' || json === null) return false
  const { choices, usage } = json as { readonly choices?: unknown; readonly usage?: unknown }
  return (Array.isArray(choices) && choices.length > 0) || (typeof usage === 'object' && usage !== null)
}

/**
 * The chunks of frames.
 *
 * - Input → output: frames → results of chunks, then the terminal; Lefts pass on in their place.
 * - Held in memory: the provider's state, and sizes.
 * - Fails: Lefts for what one event says, and it goes on; `NoEvents` where nothing was decoded.
 * - Done: at the provider's terminal, and when a limit was passed.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { decode, frame, openRouter, run } from 'deltafold'
 *
 * const frames = ['{"choices":[{"delta":{"content":"Hi"}}]}', '{bad', '[DONE]'].map((data, i) => E.right(frame(data, i)))
 * const said = run(decode(openRouter))(frames).map(E.bimap(({ _tag }) => _tag, ({ _tag }) => _tag))
 * assert.deepStrictEqual(said, [E.right('Chunk'), E.left('MalformedJson'), E.right('Terminal')])
 *
 * @category machines
 * @since 0.1.0
 */
export const decode = <W, R, S>(
  provider: Provider<W, R, S>,
  limits: Limits = defaultLimits
): Machine<DecodeState<S>, Result<Frame>, Result<Chunk<W>>> => {
  type State = DecodeState<S>
  type Say = Emit<Result<Chunk<W>>>

  const at = (state: State, { atByte, atEvent }: Position): State => ({ ...state, atByte, atEvent })

  const fail = (state: State, failure: Failure, emit: Say): State => {
    emit(E.left(failure))
    const isEnd = isFatal(failure) && failure._tag !== 'ProviderFailure'
    return { ...at(state, failure), failed: state.failed || isFatal(failure), over: state.over || isEnd }
  }

  const close = (state: State, position: Position, repairs: ReadonlyArray<Delta>, emit: Say): State => {
    if (state.chunks === 0 && !state.failed) return { ...fail(state, noEvents(position), emit), over: true }
    const deltas: Delta[] = repairs.slice()
    if (!state.failed) {
      provider.machine.end(state.provider, (delta) => {
        deltas.push(delta)
      })
      emit(E.right({ _tag: 'Terminal', deltas, atByte: position.atByte, atEvent: position.atEvent }))
    }
    return { ...at(state, position), over: true }
  }

  const fold = (state: State, wire: W, frame: Position, repairs: ReadonlyArray<Delta>, emit: Say): State => {
    const deltas: Delta[] = repairs.slice()
    const after = provider.machine.step(state.provider, wire, (delta) => {
      deltas.push(delta)
    })
    const sizes = measureAll(state.sizes, deltas, limits)
    if (E.isLeft(sizes)) return fail(state, limitExceeded(sizes.left, limits[sizes.left], frame), emit)
    emit(E.right({ _tag: 'Chunk', wire, deltas, atByte: frame.atByte, atEvent: frame.atEvent }))
    const { clean, failed } = state
    const { atByte, atEvent } = frame
    return {
      provider: after,
      chunks: state.chunks + 1,
      atByte,
      atEvent,
      sizes: sizes.right,
      clean,
      failed,
      over: false
    }
  }

  const take = (state: State, json: unknown, frame: Frame, repairs: ReadonlyArray<Delta>, emit: Say): State => {
    const error = provider.error(json) ?? (frame.event === 'error' ? provider.error({ error: json }) : undefined)
    const isChunk = error === undefined || holdsSomething(json)
    let next = state
    if (isChunk) {
      if (provider.chunk.is(json)) next = fold(state, json, frame, repairs, emit)
      else if (error === undefined) {
        const decoded = provider.chunk.decode(json)
        if (E.isLeft(decoded)) next = fail(state, decodeFailureOf(provider.chunk, decoded.left, frame), emit)
      }
    }
    return error === undefined || next.over ? next : fail(next, providerFailure(error, frame), emit)
  }

  const read = (
    state: State,
    text: string,
    frame: Frame,
    repairs: ReadonlyArray<Delta>,
    emit: Say
  ): State | undefined => {
    if (text === DONE) return close(state, frame, repairs, emit)
    if (isTooDeep(text, limits.depth)) return fail(state, depthExceeded(limits.depth, frame), emit)
    const json = parseJson(text)
    return isMalformed(json) ? undefined : take(state, json, frame, repairs, emit)
  }

  const repairOf = (_tag: 'FlushedAtEnd' | 'EventSplit', { atByte, atEvent }: Frame): RepairDelta => ({
    _tag: 'RepairDelta',
    repair: { _tag, atByte, atEvent }
  })

  const unreadable = (state: State, text: string, frame: Frame, emit: Say): State => {
    if (frame.unfinished) {
      return { ...fail(state, truncatedFrame(text.length, frame), emit), clean: false }
    }
    return frame.event === 'error'
      ? fail(state, providerFailure({ message: text }, frame), emit)
      : fail(state, malformedJson(text.length, frame), emit)
  }

  // Some servers end their events with one line end: then the data of many events comes as one, a JSON text per line.
  const split = (state: State, text: string, frame: Frame, emit: Say): State => {
    const texts = text
      .split('\n')
      .map(bare)
      .filter((line) => line !== '')
    const isReadable = (line: string): boolean => line === DONE || !isMalformed(parseJson(line))
    const whole = frame.unfinished ? texts.slice(0, -1) : texts
    if (texts.length < 2 || !whole.every(isReadable)) return unreadable(state, text, frame, emit)
    let next = state
    texts.forEach((line, i) => {
      if (next.over) return
      const repairs = i === 0 ? [repairOf('EventSplit', frame)] : []
      next = read(next, line, frame, repairs, emit) ?? unreadable(next, line, frame, emit)
    })
    return next
  }

  const none: ReadonlyArray<Delta> = []

  return {
    initial: {
      provider: provider.machine.initial,
      chunks: 0,
      atByte: 0,
      atEvent: -1,
      sizes: noSizes,
      clean: true,
      failed: false,
      over: false
    },

    step: (state, input, emit) => {
      if (state.over) return state
      if (E.isLeft(input)) {
        emit(input)
        return { ...state, clean: false, failed: state.failed || isFatal(input.left) }
      }
      const frame = input.right
      const text = bare(frame.data)
      if (text === '') return at(state, frame)
      const repairs = frame.unfinished ? [repairOf('FlushedAtEnd', frame)] : none
      return read(state, text, frame, repairs, emit) ?? split(state, text, frame, emit)
    },

    end: (state, emit) => {
      if (state.over || state.failed || !state.clean) return state
      const position = { atByte: state.atByte, atEvent: Math.max(state.atEvent, 0) }
      if (state.atEvent === -1) return fail(state, noEvents(position), emit)
      const isWhole = provider.terminal === 'finish' && provider.finished(state.provider)
      return isWhole ? close(state, position, none, emit) : state
    },

    done: ({ over }) => over
  }
}
