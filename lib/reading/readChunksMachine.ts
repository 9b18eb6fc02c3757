/**
 * A whole response body to chunks, on the road that `roadOf` chooses for it.
 *
 * Laws: those of `Machine`; a stream and the JSON body of the same answer give equal Messages.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import * as f from '../codec/fields.ts'
import { HeadCodec } from '../codec/HeadCodec.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Failure, Position } from '../data/Failure.ts'
import { noEvents } from '../data/Failure.ts'
import type { Frame } from '../data/Frame.ts'
import type { LimitOptions } from '../data/Limits.ts'
import { limitsIn } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import { isRight, left } from '../data/Result.ts'
import { isBinary } from '../machine/framing/awsEventStream.ts'
import { checkPiece } from '../machine/framing/checkPiece.ts'
import { FramesState, isOverLimit } from '../machine/framing/frames.ts'
import { JsonState, parseJSONMachine } from '../machine/framing/jsonBody.ts'
import { isOtherText } from '../machine/framing/sse.ts'
import type { Piece, Text } from '../machine/framing/utf8.ts'
import { utf8Machine, Utf8State } from '../machine/framing/utf8.ts'
import { blanks } from '../machine/json/jsonProgress.ts'
import type { Emit, Machine } from '../machine/Machine.ts'
import { collectOutputs, ignoreOutput } from '../machine/Machine.ts'
import { besideOf } from '../protocols/beside.ts'
import type { AnyProvider, OpenProvider, ResponseOf, StateOf, WireOf } from '../protocols/Provider.ts'
import { opened } from '../protocols/Provider.ts'
import { answer } from './answer.ts'
import { decodeWith } from './decodeChunkMachine.ts'
import type { DecodeState } from './DecodeState.ts'
import { decodeState } from './DecodeState.ts'
import { errorBody } from './errorBody.ts'
import type { HeadOptions } from './headOf.ts'
import { headIn } from './headOf.ts'
import { otherBody } from './otherBody.ts'
import { afterBrace, isSuccess, isUntouched, Road, roadOf } from './road.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The options for reading a body: the response's head, and the limits. A `Response` is one, too; only its status and some of
 * its headers are read.
 *
 * @category model
 * @since 0.1.0
 */
export interface BodyOptions extends HeadOptions, LimitOptions {}

const reading = () => ({
  head: HeadCodec,
  utf8: Utf8State,
  road: Road,
  frames: FramesState,
  json: JsonState
})

/**
 * The state of `readChunksMachine`.
 *
 * @category model
 * @since 0.1.0
 */
export interface BodyState<S> extends f.RecordOf<typeof reading> {
  readonly decode: DecodeState<S>
}

/**
 * The codec of `BodyState`, given that of the provider's state.
 *
 * @internal
 */
export const bodyState = <S>(provider: t.Type<S, unknown>): t.Type<BodyState<S>, unknown> =>
  f.record('BodyState', () => ({ decode: decodeState(provider), ...reading() }))

/**
 * A machine with a second end, for a source that failed.
 *
 * @category model
 * @since 0.1.0
 */
export interface BodyMachine<W, R, S> extends Machine<BodyState<S>, Piece, Result<Chunk<W, R>>> {
  /**
   * The end if the source failed: the results of a body that is not a stream, as received so far; and, unless they are a
   * complete answer, the failure that `failure` returns for the position of the last event.
   */
  readonly interrupted: (
    state: BodyState<S>,
    failure: (at: Position) => Failure,
    emit: Emit<Result<Chunk<W, R>>>
  ) => void
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const start = { atByte: 0, atEvent: 0 }

// If the source failed, that failure is the reason, and these are not.
const isEarly = ({ _tag }: Failure): boolean => _tag === 'TruncatedFrame' || _tag === 'EndedEarly'

/**
 * The chunks of a whole body.
 *
 * - Input → output: pieces of a body → results of chunks, then the terminal.
 * - Held in memory: of a stream, the unfinished event and the state of the provider's machine; of other bodies, the body.
 * - Fails: a Left for a body that is not an answer (an error, a page, another protocol), and for a single bad event; `EndedEarly`
 *   if the body ends before the answer. A piece that is neither bytes nor a string is a `TypeError`.
 * - Done: at the provider's terminal, at an HTML page, and when a limit is exceeded.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { openRouter, readChunksMachine, runMachine } from 'deltafold'
 *
 * const answer = '{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}'
 * const stream = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
 * const deltasOf = (body: string) => runMachine(readChunksMachine(openRouter))([body]).map(E.map(({ deltas }) => deltas))
 * assert.deepStrictEqual(deltasOf(answer), deltasOf(stream))
 *
 * @category machines
 * @since 0.1.0
 */
export const readChunksMachine = <P extends AnyProvider>(
  provider: P,
  options?: BodyOptions
): BodyMachine<WireOf<P>, ResponseOf<P>, StateOf<P>> => readChunksMachineWhile(opened(provider), options, () => true)

/**
 * Like `readChunksMachine`, for a consumer that may unsubscribe while a piece is being read: the events after that are not
 * decoded, because their chunks and the state after them are not used.
 *
 * @internal
 */
export const readChunksMachineWhile = <W, R, S>(
  provider: OpenProvider<W, R, S>,
  options: BodyOptions = {},
  isHeard: () => boolean
): BodyMachine<W, R, S> => {
  type State = BodyState<S>
  type Say = Emit<Result<Chunk<W, R>>>

  const head = headIn(options)
  const limits = limitsIn(options)
  const { framing } = provider
  const binary = framing['~bytes']?.({ limits })
  const lines = framing['~text']?.({ limits, bareJson: true })
  const elements = provider.arrays?.({ limits })
  const whole = parseJSONMachine({ limits })
  const error = parseJSONMachine({ limits: { ...limits, message: limits.errorBody } })
  const chunks = decodeWith(provider, { limits })

  const isOver = (state: State): boolean =>
    state.road === 'page' || isOverLimit(state.frames) || state.json.over || state.decode.over

  const isStream = ({ road }: State): boolean => road === 'stream' || road === 'array' || road === 'brace'

  const fail = ({ head }: State, text: string, emit: Say): void => {
    errorBody(provider, head, text, limits).forEach(emit)
  }

  /** The state after some frames, each decoded when it is emitted. */
  const decoding = (state: State, emit: Say, read: (say: Emit<Result<Frame>>) => FramesState): State => {
    let decoded = state.decode
    const frames = read((item) => {
      if (isHeard()) decoded = chunks.step(decoded, item, emit)
    })
    return { ...state, frames, decode: decoded }
  }

  // A binary framing does not read text.
  const stream = (state: State, text: Text, emit: Say): State => {
    const reading = state.road === 'array' ? elements : lines
    return reading === undefined ? state : decoding(state, emit, (say) => reading.step(state.frames, text, say))
  }

  const collect = (state: State, text: Text, emit: Say): State => {
    const isError = state.road === 'error'
    const collected = (isError ? error : whole).step(state.json, text, (result) => {
      if (isRight(result)) return
      if (isError) fail(state, '', emit)
      else emit(result)
    })
    return { ...state, json: collected }
  }

  // Until another road is chosen, the text may be the beginning of a stream. The framing reads it even if the same piece decides
  // the road, so that a limit is exceeded under every cut.
  const leave = (state: State, road: Road, { text, atByte }: Text, seen: number, emit: Say): State => {
    const read = seen === 0 ? state : stream(state, { text: text.slice(0, seen), atByte }, emit)
    if (isOver(read)) return read
    if (road === 'page') emit(left(otherBody(head, text.charAt(seen))))
    return { ...state, frames: {}, road }
  }

  const choose = (state: State, text: Text, emit: Say): State => {
    const isAfterBrace = state.road === 'brace'
    const skipped = isAfterBrace ? 0 : blanks(text.text)
    if (skipped === text.text.length) return stream(state, text, emit)
    const first = text.text.charAt(skipped)
    const road = isAfterBrace
      ? afterBrace(first)
      : roadOf(framing.name, elements !== undefined, state.head, first, text.text.charAt(skipped + 1))
    if (road === 'stream' || road === 'brace') return stream({ ...state, road }, text, emit)
    const isLaidOut = framing.name === 'ndjson' && road === 'json' && !isAfterBrace && first === '{'
    const next = leave(state, road, text, isLaidOut ? skipped + 1 : skipped, emit)
    if (isOver(next)) return next
    if (road === 'array') return stream(next, text, emit)
    const held = isAfterBrace ? collect(next, { text: '{', atByte: text.atByte - 1 }, emit) : next
    return collect(held, text, emit)
  }

  const take = (state: State, text: Text, emit: Say): State => {
    switch (state.road) {
      case 'open':
      case 'brace':
        return choose(state, text, emit)
      case 'stream':
      case 'array':
        return stream(state, text, emit)
      case 'json':
      case 'error':
        return collect(state, text, emit)
      case 'page':
        return state
    }
  }

  // Most pieces belong to a text stream that has begun: `take`, with only the last copy.
  const proceed = (
    reading: Machine<FramesState, Text, Result<Frame>>,
    state: State,
    piece: Piece,
    emit: Say
  ): State => {
    const { road, json } = state
    let { frames, decode: decoded } = state
    const step = (item: Result<Frame>): void => {
      if (isHeard()) decoded = chunks.step(decoded, item, emit)
    }
    const read = utf8Machine.step(state.utf8, piece, (text) => {
      frames = reading.step(frames, text, step)
    })
    return { head: state.head, utf8: read, road, frames, json, decode: decoded }
  }

  const endOfStream = (state: State, emit: Say): State => {
    const reading = state.road === 'array' ? elements : (binary ?? lines)
    const last = decoding(state, emit, (say) => reading?.end(state.frames, say) ?? state.frames)
    const { sse } = state.frames
    const isOther = !isOver(last) && last.decode.atEvent === -1 && sse !== undefined && isOtherText(sse)
    if (isOther) emit(left(otherBody(head, 'a')))
    return { ...last, decode: chunks.end(last.decode, isOther ? ignoreOutput : emit) }
  }

  const endOfOther = (state: State, emit: Say): void => {
    if (state.road === 'error') fail(state, state.json.text, emit)
    if (state.road !== 'json') return
    whole.end(state.json, (result) => {
      if (isRight(result)) answer(provider, limits, state.decode.beside, result.right).forEach(emit)
    })
  }

  const flushed = (state: State, emit: Say): State => {
    let last = state
    utf8Machine.end(state.utf8, (text) => {
      last = take(last, text, emit)
    })
    return last
  }

  return {
    initial: {
      head,
      utf8: utf8Machine.initial,
      road: isSuccess(head) ? 'open' : 'error',
      frames: {},
      json: whole.initial,
      decode: { ...chunks.initial, beside: besideOf(head.headers) }
    },

    step: (state, piece, emit) => {
      checkPiece(piece)
      if (isOver(state) || piece.length === 0) return state
      if (binary !== undefined) {
        const isOpen = state.road === 'open' && isUntouched(state.utf8) && isBinary(piece)
        const bytes: State = isOpen ? { ...state, road: 'stream' } : state
        if (bytes.road === 'stream') return decoding(bytes, emit, (say) => binary.step(bytes.frames, piece, say))
      }
      if (lines !== undefined && state.road === 'stream') return proceed(lines, state, piece, emit)
      let next = state
      const decoded = utf8Machine.step(state.utf8, piece, (text) => {
        next = take(next, text, emit)
      })
      return { ...next, utf8: decoded }
    },

    end: (state, emit) => {
      const last = isOver(state) ? state : flushed(state, emit)
      if (!isOver(last) && isStream(last)) return endOfStream(last, emit)
      // Ends the stream's machine; its outputs are ignored, because this body is not a stream.
      chunks.end(last.decode, ignoreOutput)
      if (isOver(last)) return last
      if (last.road === 'open') emit(left(noEvents(start)))
      endOfOther(last, emit)
      return last
    },

    interrupted: (state, failure, emit) => {
      if (isOver(state)) return
      const { outputs } = collectOutputs<Result<Chunk<W, R>>, undefined>((say) => {
        endOfOther(state, say)
      })
      outputs.filter((result) => isRight(result) || !isEarly(result.left)).forEach(emit)
      const isWhole = outputs.some((result) => isRight(result) && result.right._tag === 'TerminalChunk')
      const { atByte, atEvent } = state.decode
      if (!isWhole) emit(left(failure({ atByte, atEvent: Math.max(atEvent, 0) })))
    },

    done: isOver
  }
}
