/**
 * A whole response body to chunks, whatever it turns out to be. The provider's framing, then the status, then the first
 * character that is no white space choose the road:
 *
 * | status | first character | road |
 * |---|---|---|
 * | no 2xx | any | an error body: `ProviderFailure`, else `HttpFailure` |
 * | 2xx | `{`, `[`, and any that begins JSON where the content type says JSON | one JSON body: an Answer and the Terminal; or the error that it reports |
 * | 2xx | `<` | a page: `NotAStream` |
 * | 2xx | any other | the stream |
 * | any | none | `HttpFailure` or `NoEvents` |
 *
 * Servers send streams and JSON under any content type, so the content decides wherever it can.
 *
 * Laws: those of `Machine`; a stream and the JSON body of the same answer give equal Messages.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'

import type { Chunk } from '../../data/Chunk.ts'
import { noEvents, notAStream } from '../../data/Failure.ts'
import type { Head } from '../../data/Head.ts'
import type { LimitOptions } from '../../data/Limits.ts'
import { defaultLimits } from '../../data/Limits.ts'
import type { Result } from '../../data/Result.ts'
import type { JsonState } from '../../machine/jsonBody.ts'
import { jsonBody } from '../../machine/jsonBody.ts'
import { blanks } from '../../machine/jsonProgress.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import type { SSEState } from '../../machine/sse.ts'
import { isEvent, sseText } from '../../machine/sse.ts'
import type { Piece, Text, Utf8State } from '../../machine/utf8.ts'
import { utf8 } from '../../machine/utf8.ts'
import type { Provider } from '../Provider.ts'
import { answer } from './answer.ts'
import type { DecodeState } from './decode.ts'
import { decode } from './decode.ts'
import { errorBody } from './errorBody.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * @category model
 * @since 0.1.0
 */
export interface BodyOptions extends Head, LimitOptions {}

/**
 * @category model
 * @since 0.1.0
 */
export interface BodyState<S> {
  readonly head: Head
  readonly utf8: Utf8State
  readonly road: 'open' | 'stream' | 'json' | 'error' | 'page'
  readonly sse: SSEState
  readonly json: JsonState
  readonly decode: DecodeState<S>
}

/**
 * A machine that also knows what can still be said when its input breaks off.
 *
 * @category model
 * @since 0.1.0
 */
export interface BodyMachine<W, R, S> extends Machine<BodyState<S>, Piece, Result<Chunk<W, R>>> {
  /** What a body says that is no stream, as far as it has come. Of a stream nothing is left to say. */
  readonly interrupted: (state: BodyState<S>, emit: Emit<Result<Chunk<W, R>>>) => void
}

// -------------------------------------------------------------------------------------
// the road
// -------------------------------------------------------------------------------------

const isSuccess = ({ status = 200 }: Head): boolean => status >= 200 && status < 300

const isJson = ({ contentType = '' }: Head): boolean => contentType.toLowerCase().includes('json')

const roadOf = (head: Head, first: string): BodyState<unknown>['road'] => {
  if (!isSuccess(head)) return 'error'
  if (first === '<') return 'page'
  if (first === '{' || first === '[') return 'json'
  return isJson(head) && '"-0123456789tfn'.includes(first) ? 'json' : 'stream'
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

/**
 * The chunks of a whole body.
 *
 * - Input → output: pieces of a body → results of chunks, then the terminal.
 * - Held in memory: of a stream, the unfinished event and what the provider's machine holds; of other bodies, the body.
 * - Fails: Lefts, as the table above says; those of single events, and it goes on.
 * - Done: at the provider's terminal, at a page, and when a limit was passed.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { openRouter, readBody, run } from 'deltafold'
 *
 * const answer = '{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}'
 * const stream = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
 * const deltasOf = (body: string) => run(readBody(openRouter))([body]).map(E.map(({ deltas }) => deltas))
 * assert.deepStrictEqual(deltasOf(answer), deltasOf(stream))
 *
 * @category machines
 * @since 0.1.0
 */
export const readBody = <W, R, S>(
  provider: Provider<W, R, S>,
  { limits = defaultLimits, ...given }: BodyOptions = {}
): BodyMachine<W, R, S> => {
  type State = BodyState<S>
  type Say = Emit<Result<Chunk<W, R>>>

  const frames = sseText({ limits, bareJson: true })
  const whole = jsonBody({ limits })
  const error = jsonBody({ limits: { ...limits, message: limits.errorBody } })
  const chunks = decode(provider, { limits })

  const fail = ({ head }: State, text: string, emit: Say): void => {
    emit(E.left(errorBody(provider, head, text, limits)))
  }

  const stream = (state: State, text: Text, emit: Say): State => {
    let decoded = state.decode
    const framed = frames.step(state.sse, text, (item) => {
      if (isEvent(item)) decoded = chunks.step(decoded, item, emit)
    })
    return { ...state, sse: framed, decode: decoded }
  }

  const collect = (state: State, text: Text, emit: Say): State => {
    const isError = state.road === 'error'
    const collected = (isError ? error : whole).step(state.json, text, (result) => {
      if (E.isRight(result)) return
      if (isError) fail(state, '', emit)
      else emit(result)
    })
    return { ...state, json: collected }
  }

  const choose = (state: State, { text }: Text, emit: Say): State => {
    const skipped = blanks(text)
    if (skipped === text.length) return state
    const road = roadOf(state.head, text.charAt(skipped))
    if (road === 'page') emit(E.left(notAStream('a page', { atByte: 0, atEvent: 0 })))
    return road === 'stream' ? { ...state, road } : { ...state, road, sse: frames.initial }
  }

  // Blank text may be the beginning of a stream: the framing sees it until another road is chosen.
  const take = (before: State, text: Text, emit: Say): State => {
    const state = before.road === 'open' ? choose(before, text, emit) : before
    if (state.road === 'page') return state
    return state.road === 'json' || state.road === 'error' ? collect(state, text, emit) : stream(state, text, emit)
  }

  const isOver = ({ road, sse, json, decode: decoded }: State): boolean =>
    road === 'page' || sse.over || json.over || decoded.over

  const endOfStream = (state: State, emit: Say): State => {
    let decoded = state.decode
    const framed = frames.end(state.sse, (item) => {
      if (isEvent(item)) decoded = chunks.step(decoded, item, emit)
    })
    return { ...state, sse: framed, decode: chunks.end(decoded, emit) }
  }

  const endOfOther = (state: State, emit: Say): void => {
    if (state.road === 'error' || (state.road === 'open' && !isSuccess(state.head))) fail(state, state.json.text, emit)
    if (state.road !== 'json') return
    whole.end(state.json, (result) => {
      if (E.isRight(result)) answer(provider, limits, result.right).forEach(emit)
    })
  }

  const flushed = (state: State, emit: Say): State => {
    let last = state
    utf8.end(state.utf8, (text) => {
      last = take(last, text, emit)
    })
    return last
  }

  return {
    initial: {
      head: given,
      utf8: utf8.initial,
      road: 'open',
      sse: frames.initial,
      json: whole.initial,
      decode: chunks.initial
    },

    step: (state, piece, emit) => {
      if (isOver(state)) return state
      let next = state
      const decoded = utf8.step(state.utf8, piece, (text) => {
        next = take(next, text, emit)
      })
      return { ...next, utf8: decoded }
    },

    end: (state, emit) => {
      const last = isOver(state) ? state : flushed(state, emit)
      if (isOver(last)) return last
      if (last.road === 'stream') return endOfStream(last, emit)
      if (last.road === 'open' && isSuccess(last.head)) emit(E.left(noEvents({ atByte: 0, atEvent: 0 })))
      endOfOther(last, emit)
      return last
    },

    interrupted: (state, emit) => {
      if (!isOver(state)) endOfOther(state, emit)
    },

    done: isOver
  }
}
