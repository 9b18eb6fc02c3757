/**
 * The wire of Ollama's `/api/chat`, whose lines have a `message`, and of `/api/generate`, whose lines have its fields at the
 * top level: `response`, `thinking`, `tool_calls`, `image`. Every field may be absent or null, unknown fields are kept. Fields
 * that the fold checks itself (counts, ids, arguments) are `unknown`: they are available, and cannot fail the chunk.
 *
 * Source: https://docs.ollama.com/api/chat, https://docs.ollama.com/api/generate
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { fuse } from '../../codec/fuse.ts'
import { nullable } from '../../codec/nullable.ts'

const text = nullable(t.string)

// -------------------------------------------------------------------------------------
// parts of a chunk
// -------------------------------------------------------------------------------------

/** @internal */
export const OllamaToolCall = t.partial(
  {
    id: t.unknown,
    function: nullable(t.partial({ index: t.unknown, name: t.unknown, arguments: t.unknown }))
  },
  'OllamaToolCall'
)

/** @internal */
export type OllamaToolCall = t.TypeOf<typeof OllamaToolCall>

const calls = nullable(t.array(OllamaToolCall))

const OllamaMessage = t.partial(
  { role: t.unknown, content: text, thinking: text, images: nullable(t.array(t.unknown)), tool_calls: calls },
  'OllamaMessage'
)

/** @internal */
export type OllamaMessage = t.TypeOf<typeof OllamaMessage>

/** The other fields of a line of `/api/generate`. */
const besideText = { thinking: text, tool_calls: calls, image: t.unknown }

const envelope = {
  model: t.unknown,
  created_at: t.unknown,
  done_reason: t.unknown,
  total_duration: t.unknown,
  load_duration: t.unknown,
  prompt_eval_count: t.unknown,
  prompt_eval_duration: t.unknown,
  eval_count: t.unknown,
  eval_duration: t.unknown
}

// -------------------------------------------------------------------------------------
// codecs
// -------------------------------------------------------------------------------------

const ollamaChunk = fuse(
  t.partial(
    { ...envelope, ...besideText, response: text, message: nullable(OllamaMessage), done: t.unknown },
    'OllamaChunk'
  )
)

/**
 * A value of the codec `OllamaChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaChunk extends t.TypeOf<typeof ollamaChunk> {}

/**
 * One line of a stream.
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaChunk: t.Type<OllamaChunk> = ollamaChunk

const done = t.literal(true)

const ollamaResponse = fuse(
  t.union(
    [
      t.intersection([t.type({ message: OllamaMessage, done }), t.partial(envelope)]),
      t.intersection([t.type({ response: t.string, done }), t.partial({ ...envelope, ...besideText })])
    ],
    'OllamaResponse'
  )
)

/**
 * A value of the codec `OllamaResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export type OllamaResponse = t.TypeOf<typeof ollamaResponse>

/**
 * A complete answer as one JSON body: one line that is `done`.
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaResponse: t.Type<OllamaResponse> = ollamaResponse
