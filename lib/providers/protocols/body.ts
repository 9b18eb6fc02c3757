/**
 * A whole response body to chunks, whatever it turns out to be. The provider's framing, then the status, then the first
 * character that is no white space choose the road:
 *
 * | status | first character | road |
 * |---|---|---|
 * | no 2xx | any | an error body: `ProviderFailure`, else `HttpFailure` |
 * | 2xx | `{`, `[` | one JSON body: a Chunk and the Terminal, as its stream would give; or the error that it reports |
 * | 2xx | `<`, or any of a `text/html` body | a page: `NotAStream` |
 * | 2xx | any other | the stream |
 * | any | none | `HttpFailure` or `NoEvents` |
 *
 * Held in memory: what the road's own machine holds. The content type is asked only for pages, because servers send
 * streams and JSON under any.
 *
 * Laws: those of `Machine`; a stream and the JSON body of the same answer give equal Messages.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'

import type { Chunk } from '../../data/Chunk.ts'
import { noEvents, notAStream } from '../../data/Failure.ts'
import type { Head } from '../../data/Head.ts'
import type { Limits } from '../../data/Limits.ts'
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
export interface BodyState<S> {
  readonly utf8: Utf8State
  readonly road: 'open' | 'stream' | 'json' | 'error' | 'page'
  readonly sse: SSEState
  readonly json: JsonState
  readonly decode: DecodeState<S>
}

// -------------------------------------------------------------------------------------
// the road
// -------------------------------------------------------------------------------------

const isPage = (head: Head, first: string): boolean =>
  first === '<' || (head.contentType ?? '').trimStart().toLowerCase().startsWith('text/html')

const isSuccess = ({ status = 200 }: Head): boolean => status >= 200 && status < 300

const roadOf = (head: Head, first: string): BodyState<unknown>['road'] => {
  if (!isSuccess(head)) return 'error'
  if (isPage(head, first)) return 'page'
  return first === '{' || first === '[' ? 'json' : 'stream'
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
 * import { body, openRouter, run } from 'deltafold'
 *
 * const answer = '{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}'
 * const stream = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
 * const deltasOf = (piece: string) => run(body(openRouter))([piece]).map(E.map(({ deltas }) => deltas))
 * assert.deepStrictEqual(deltasOf(answer), deltasOf(stream))
 *
 * @category machines
 * @since 0.1.0
 */
export const body = <W, R, S>(
  provider: Provider<W, R, S>,
  head: Head = {},
  limits: Limits = defaultLimits
): Machine<BodyState<S>, Piece, Result<Chunk<W | R>>> => {
  type State = BodyState<S>
  type Say = Emit<Result<Chunk<W | R>>>

  const frames = sseText({ limits })
  const whole = jsonBody({ ...limits, message: isSuccess(head) ? limits.message : limits.errorBody })
  const chunks = decode(provider, limits)

  const fail = (text: string, emit: Say): void => {
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
    const collected = whole.step(state.json, text, (result) => {
      if (E.isRight(result)) return
      if (state.road === 'error') fail('', emit)
      else emit(result)
    })
    return { ...state, json: collected }
  }

  const choose = (state: State, { text }: Text, emit: Say): State => {
    const skipped = blanks(text)
    if (skipped === text.length) return state
    const road = roadOf(head, text.charAt(skipped))
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

  const finish = (state: State, emit: Say): State => {
    if (state.road === 'error' || (state.road === 'open' && !isSuccess(head))) {
      fail(state.json.text, emit)
    } else if (state.road === 'open') {
      emit(E.left(noEvents({ atByte: 0, atEvent: 0 })))
    } else if (state.road === 'json') {
      whole.end(state.json, (result) => {
        if (E.isRight(result)) answer(provider, limits, result.right).forEach(emit)
      })
    } else {
      let decoded = state.decode
      const framed = frames.end(state.sse, (item) => {
        if (isEvent(item)) decoded = chunks.step(decoded, item, emit)
      })
      return { ...state, sse: framed, decode: chunks.end(decoded, emit) }
    }
    return state
  }

  return {
    initial: {
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
      if (isOver(state)) return state
      let last = state
      utf8.end(state.utf8, (text) => {
        last = take(last, text, emit)
      })
      return isOver(last) ? last : finish(last, emit)
    },

    done: isOver
  }
}
