/**
 * The framings side by side: one state in which one of them moves, and their frames as what decoding takes.
 *
 * @since 0.1.0
 */
import type { Frame } from '../../data/Frame.ts'
import type { LimitOptions } from '../../data/Limits.ts'
import type { Result } from '../../data/Result.ts'
import type { AwsEventStreamState } from '../../machine/awsEventStream.ts'
import { awsEventStream } from '../../machine/awsEventStream.ts'
import type { JsonArrayState } from '../../machine/jsonArray.ts'
import { jsonArray } from '../../machine/jsonArray.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { NDJSONState } from '../../machine/ndjson.ts'
import { ndjson } from '../../machine/ndjson.ts'
import type { SSEState } from '../../machine/sse.ts'
import { sseText } from '../../machine/sse.ts'
import { onlyEvents } from '../../machine/sseEvents.ts'
import type { Piece, Text } from '../../machine/utf8.ts'
import type { Framing } from '../Provider.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The states of all framings. Only that of the body's own one moves.
 *
 * @category model
 * @since 0.1.0
 */
export interface FramesState {
  readonly sse: SSEState
  readonly ndjson: NDJSONState
  readonly awsEventStream: AwsEventStreamState
  readonly jsonArray: JsonArrayState
}

/**
 * How a body is read: as its provider frames streams, or as an array of chunks.
 *
 * @internal
 */
export type Reading = Framing | 'jsonArray'

type Say = Emit<Result<Frame>>

/** @internal */
export interface Frames {
  readonly initial: FramesState
  /** The state of server-sent events after more text: what `step` does for them. */
  readonly stepSSE: (state: SSEState, text: Text, say: Say) => SSEState
  /** The states after more text. The binary framing reads none. */
  readonly step: <F extends FramesState>(state: F, by: Reading, text: Text, say: Say) => F
  /** The states after more bytes, for the binary framing. */
  readonly stepBinary: <F extends FramesState>(state: F, piece: Piece, say: Say) => F
  readonly end: <F extends FramesState>(state: F, by: Reading, say: Say) => F
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * Whether one of them has come to its limit.
 *
 * @internal
 */
export const isOverLimit = (state: FramesState): boolean =>
  state.sse.over || state.ndjson.over || state.awsEventStream.over || state.jsonArray.over

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const frames = (options: LimitOptions): Frames => {
  const sses = sseText({ ...options, bareJson: true })
  const lines = ndjson(options)
  const messages = awsEventStream(options)
  const elements = jsonArray(options)

  return {
    initial: {
      sse: sses.initial,
      ndjson: lines.initial,
      awsEventStream: messages.initial,
      jsonArray: elements.initial
    },

    stepSSE: (state, text, say) => sses.step(state, text, onlyEvents(say)),

    step: (state, by, text, say) => {
      switch (by) {
        case 'sse':
          return { ...state, sse: sses.step(state.sse, text, onlyEvents(say)) }
        case 'ndjson':
          return { ...state, ndjson: lines.step(state.ndjson, text, say) }
        case 'jsonArray':
          return { ...state, jsonArray: elements.step(state.jsonArray, text, say) }
        case 'awsEventStream':
          return state
      }
    },

    stepBinary: (state, piece, say) => ({
      ...state,
      awsEventStream: messages.step(state.awsEventStream, piece, say)
    }),

    end: (state, by, say) => {
      switch (by) {
        case 'sse':
          return { ...state, sse: sses.end(state.sse, onlyEvents(say)) }
        case 'ndjson':
          return { ...state, ndjson: lines.end(state.ndjson, say) }
        case 'jsonArray':
          return { ...state, jsonArray: elements.end(state.jsonArray, say) }
        case 'awsEventStream':
          return { ...state, awsEventStream: messages.end(state.awsEventStream, say) }
      }
    }
  }
}
