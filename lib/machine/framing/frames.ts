/**
 * The framings as values, so that a program bundles only the framing of its provider.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import type { Frame } from '../../data/Frame.ts'
import type { LimitOptions } from '../../data/Limits.ts'
import type { Result } from '../../data/Result.ts'
import type { Machine } from '../Machine.ts'
import { AwsEventStreamState, parseAwsEventStreamMachine } from './awsEventStream.ts'
import { bareJson } from './bareJson.ts'
import { jsonArrayMachine, JsonArrayState } from './jsonArray.ts'
import { NDJSONState, parseNDJSONMachine } from './ndjson.ts'
import { SSEState, sseTextMachine } from './sse.ts'
import { eventsOf } from './sseEvents.ts'
import type { Piece, Text } from './utf8.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

const framesState = () => ({
  sse: SSEState,
  ndjson: NDJSONState,
  awsEventStream: AwsEventStreamState,
  jsonArray: JsonArrayState
})

/**
 * The state of the framing that reads a body; empty before the first byte.
 *
 * @category model
 * @since 0.1.0
 */
export interface FramesState extends f.PartialOf<typeof framesState> {}

/** @internal */
export const FramesState: t.Type<FramesState, unknown> = /* @__PURE__ */ f.partial('FramesState', framesState)

/**
 * The options of a framing.
 *
 * @category model
 * @since 0.1.0
 */
export interface FrameOptions extends LimitOptions {
  /** Read a JSON object between server-sent events as an event. Default: skip it, as the standard does. */
  readonly bareJson?: boolean
}

/**
 * Returns the machine from the text or the bytes of a body to its frames.
 *
 * @category model
 * @since 0.1.0
 */
export type Frames<I> = (options: FrameOptions) => Machine<FramesState, I, Result<Frame>>

/**
 * How the events of a stream are separated: server-sent events, JSON lines, or the binary event streams of AWS. The set
 * is closed: `sseFraming`, `ndjsonFraming` and `awsEventStreamFraming` are its only values, since the choice between a
 * stream and a JSON body, positions, limits and saved states depend on the framing.
 *
 * @category model
 * @since 0.1.0
 */
export type Framing =
  | {
      readonly name: 'sse' | 'ndjson'
      /** Its machine over text; internal. */
      readonly '~text': (options: never) => unknown
    }
  | {
      readonly name: 'awsEventStream'
      /** Its machine over bytes; internal. */
      readonly '~bytes': (options: never) => unknown
    }

/**
 * A framing with the type of its machine. Every `Framing` is an `OpenFraming`.
 *
 * @internal
 */
export type OpenFraming =
  | { readonly name: 'sse' | 'ndjson'; readonly '~text': Frames<Text>; readonly '~bytes'?: undefined }
  | { readonly name: 'awsEventStream'; readonly '~text'?: undefined; readonly '~bytes': Frames<Piece> }

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * Whether a limit of the framing was exceeded.
 *
 * @internal
 */
export const isOverLimit = ({ sse, ndjson, awsEventStream, jsonArray }: FramesState): boolean =>
  (sse ?? ndjson ?? awsEventStream ?? jsonArray)?.over === true

// -------------------------------------------------------------------------------------
// framings
// -------------------------------------------------------------------------------------

/**
 * Server-sent events; a JSON object between them without a field name is read as an event.
 *
 * @example
 * import { foldBody, messageText, ollama, sseFraming, withFraming } from 'deltafold'
 *
 * const behindGateway = withFraming(sseFraming)(ollama)
 * const { _tag, message } = foldBody(behindGateway, 'data: {"message":{"content":"Hi"},"done":true}\n\n')
 * assert.deepStrictEqual([_tag, messageText(message)], ['Complete', 'Hi'])
 *
 * @category framings
 * @since 0.1.0
 */
export const sseFraming: Framing = {
  name: 'sse',
  '~text': (options: FrameOptions): Machine<FramesState, Text, Result<Frame>> => {
    const { initial, step, end, done } = eventsOf(
      sseTextMachine(options, options.bareJson === true ? bareJson : undefined)
    )
    return {
      initial: {},
      step: ({ sse = initial }, text, emit) => ({ sse: step(sse, text, emit) }),
      end: ({ sse = initial }, emit) => ({ sse: end(sse, emit) }),
      done: ({ sse = initial }) => done(sse)
    }
  }
}

/**
 * JSON lines.
 *
 * @example
 * import { foldBody, messageText, ndjsonFraming, openAICompatible, withFraming } from 'deltafold'
 *
 * const inLines = withFraming(ndjsonFraming)(openAICompatible)
 * const { message } = foldBody(inLines, '{"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n')
 * assert.deepStrictEqual(messageText(message), 'Hi')
 *
 * @category framings
 * @since 0.1.0
 */
export const ndjsonFraming: Framing = {
  name: 'ndjson',
  '~text': (options: FrameOptions): Machine<FramesState, Text, Result<Frame>> => {
    const { initial, step, end, done } = parseNDJSONMachine(options)
    return {
      initial: {},
      step: ({ ndjson: lines = initial }, text, emit) => ({ ndjson: step(lines, text, emit) }),
      end: ({ ndjson: lines = initial }, emit) => ({ ndjson: end(lines, emit) }),
      done: ({ ndjson: lines = initial }) => done(lines)
    }
  }
}

/**
 * The binary event streams of AWS.
 *
 * @example
 * import { anthropic, awsEventStreamFraming, foldBody, withFraming } from 'deltafold'
 *
 * const binary = withFraming(awsEventStreamFraming)(anthropic)
 * const { failures } = foldBody(binary, 'data: {"type":"message_stop"}\n\n')
 * assert.deepStrictEqual(failures.map(({ _tag }) => _tag), ['NotAStream'])
 *
 * @category framings
 * @since 0.1.0
 */
export const awsEventStreamFraming: Framing = {
  name: 'awsEventStream',
  '~bytes': (options: FrameOptions): Machine<FramesState, Piece, Result<Frame>> => {
    const { initial, step, end, done } = parseAwsEventStreamMachine(options)
    return {
      initial: {},
      step: ({ awsEventStream: messages = initial }, piece, emit) => ({ awsEventStream: step(messages, piece, emit) }),
      end: ({ awsEventStream: messages = initial }, emit) => ({ awsEventStream: end(messages, emit) }),
      done: ({ awsEventStream: messages = initial }) => done(messages)
    }
  }
}

/**
 * The elements of a JSON array, for a provider that can also stream in this form.
 *
 * @internal
 */
export const jsonArrayFrames: Frames<Text> = (options) => {
  const { initial, step, end, done } = jsonArrayMachine(options)
  return {
    initial: {},
    step: ({ jsonArray: elements = initial }, text, emit) => ({ jsonArray: step(elements, text, emit) }),
    end: ({ jsonArray: elements = initial }, emit) => ({ jsonArray: end(elements, emit) }),
    done: ({ jsonArray: elements = initial }) => done(elements)
  }
}
