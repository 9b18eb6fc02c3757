/**
 * The wire of OpenAI Chat Completions, as its many speakers really send it. Every field may be absent or null, unknown
 * fields survive, words of enumerations are plain strings. A field that the fold does not read, or whose values it
 * judges itself (indexes, counts, arguments), is `unknown`: it can be looked at, and cannot fail the chunk.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { nullable } from '../../codec/nullable.ts'
import { tolerating } from '../../codec/tolerating.ts'
import { asking } from '../../codec/withFastIs.ts'
import { isChatChunk } from './isChatChunk.ts'
import { mended } from './mended.ts'

const text = nullable(t.string)

// -------------------------------------------------------------------------------------
// parts of a chunk
// -------------------------------------------------------------------------------------

/**
 * An entry of `reasoning_details`, which gateways send.
 *
 * Source: https://openrouter.ai/docs/use-cases/reasoning-tokens
 *
 * @category codecs
 * @since 0.1.0
 */
export const ReasoningDetail = t.partial(
  {
    type: text,
    text,
    summary: text,
    data: text,
    signature: text,
    id: t.unknown,
    format: text,
    index: t.unknown
  },
  'ReasoningDetail'
)

/**
 * @category codecs
 * @since 0.1.0
 */
export type ReasoningDetail = t.TypeOf<typeof ReasoningDetail>

/**
 * A fragment of a tool call.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatToolCall = t.partial(
  {
    index: t.unknown,
    id: t.unknown,
    type: t.unknown,
    function: nullable(t.partial({ name: text, arguments: t.unknown })),
    custom: nullable(t.partial({ name: text, input: t.unknown }))
  },
  'ChatToolCall'
)

/**
 * @category codecs
 * @since 0.1.0
 */
export type ChatToolCall = t.TypeOf<typeof ChatToolCall>

const messageProps = {
  role: t.unknown,
  content: nullable(t.union([t.string, t.array(t.unknown)])),
  refusal: t.unknown,
  reasoning: t.unknown,
  reasoning_content: t.unknown,
  // Other places of reasoning and of what proves it: Copilot, LiteLLM, Perplexity, Gemini.
  reasoning_text: t.unknown,
  reasoning_opaque: t.unknown,
  thinking_blocks: t.unknown,
  reasoning_steps: t.unknown,
  extra_content: t.unknown,
  thought_signature: t.unknown,
  reasoning_details: nullable(t.array(ReasoningDetail)),
  tool_calls: nullable(t.array(ChatToolCall)),
  function_call: t.unknown,
  // What stands beside text. Each entry is judged by itself, so that an odd one cannot cost the text of its chunk.
  annotations: t.unknown,
  images: t.unknown,
  audio: t.unknown,
  executed_tools: t.unknown
}

/**
 * What is new in a choice; in a JSON body, the message itself.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatDelta = t.partial(messageProps, 'ChatDelta')

/**
 * @category codecs
 * @since 0.1.0
 */
export type ChatDelta = t.TypeOf<typeof ChatDelta>

const usageProps = {
  prompt_tokens: t.unknown,
  completion_tokens: t.unknown,
  total_tokens: t.unknown,
  prompt_tokens_details: t.unknown,
  completion_tokens_details: t.unknown,
  cost: t.unknown,
  // Other places of the same counts, as some speakers have them.
  reasoning_tokens: t.unknown,
  cached_tokens: t.unknown,
  prompt_cache_hit_tokens: t.unknown,
  cache_read_input_tokens: t.unknown,
  cache_creation_input_tokens: t.unknown,
  input_tokens: t.unknown,
  output_tokens: t.unknown,
  cost_in_usd_ticks: t.unknown
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const ChatUsage = t.partial(usageProps, 'ChatUsage')

/**
 * @category codecs
 * @since 0.1.0
 */
export type ChatUsage = t.TypeOf<typeof ChatUsage>

/**
 * The older form of a tool call: at most one in a message, without id and index.
 *
 * @category codecs
 * @since 0.1.0
 */
export const FunctionCall = t.partial({ name: text, arguments: t.unknown }, 'FunctionCall')

const choiceProps = {
  index: t.unknown,
  finish_reason: text,
  native_finish_reason: t.unknown,
  // The older place of the finish reason.
  finish_details: t.unknown,
  logprobs: t.unknown,
  usage: nullable(ChatUsage)
}

const envelopeProps = {
  id: t.unknown,
  object: t.unknown,
  created: t.unknown,
  model: t.unknown,
  x_groq: t.unknown,
  base_resp: t.unknown,
  // The sources of an answer that was searched for.
  citations: t.unknown,
  search_results: t.unknown
}

// -------------------------------------------------------------------------------------
// codecs
// -------------------------------------------------------------------------------------

type Unread = Readonly<Record<string, t.UnknownC>>

/**
 * What only one provider sends, by its place. The fold reads nothing of it, so it may be anything.
 *
 * @internal
 */
export interface Only<E extends Unread, C extends Unread, D extends Unread, U extends Unread> {
  /** Beside `choices`. */
  readonly envelope: E
  /** In a choice. */
  readonly choice: C
  /** In a delta, and in the message of a JSON body. */
  readonly delta: D
  /** In `usage`. */
  readonly usage: U
}

/** @internal */
export const nothingElse = { envelope: {}, choice: {}, delta: {}, usage: {} }

/**
 * The codec of one event, with what only this provider sends. What the protocol reads is checked whatever a provider says
 * of it.
 *
 * @internal
 */
export const chatChunk = <E extends Unread, C extends Unread, D extends Unread, U extends Unread>(
  name: string,
  { envelope, choice, delta, usage }: Only<E, C, D, U>
) => {
  const Delta = t.partial({ ...delta, ...messageProps }, 'ChatDelta')
  const Choice = t.partial({ ...choice, ...choiceProps, delta: nullable(Delta) }, 'ChatChunkChoice')
  const Usage = t.partial({ ...usage, ...usageProps }, 'ChatUsage')
  const codec = t.partial(
    { ...envelope, ...envelopeProps, choices: nullable(t.array(Choice)), usage: nullable(Usage) },
    name
  )
  return asking(tolerating(codec, mended), isChatChunk, true)
}

/**
 * The codec of a JSON body, with what only this provider sends. There is one body: it is asked as io-ts asks.
 *
 * @internal
 */
export const chatResponse = <E extends Unread, C extends Unread, D extends Unread, U extends Unread>(
  name: string,
  { envelope, choice, delta, usage }: Only<E, C, D, U>
) => {
  const Message = t.partial({ ...delta, ...messageProps }, 'ChatDelta')
  const Choice = t.partial({ ...choice, ...choiceProps, message: nullable(Message) }, 'ChatResponseChoice')
  const Usage = t.partial({ ...usage, ...usageProps }, 'ChatUsage')
  const codec = t.intersection(
    [t.type({ choices: t.array(Choice) }), t.partial({ ...envelope, ...envelopeProps, usage: nullable(Usage) })],
    name
  )
  return tolerating(codec, mended)
}

/**
 * One event of a stream, as any speaker of the protocol may send it.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatChunk = /* @__PURE__ */ chatChunk('ChatChunk', nothingElse)

/**
 * @category codecs
 * @since 0.1.0
 */
export type ChatChunk = t.TypeOf<typeof ChatChunk>

/**
 * A whole answer as one JSON body.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatResponse = /* @__PURE__ */ chatResponse('ChatResponse', nothingElse)

/**
 * @category codecs
 * @since 0.1.0
 */
export type ChatResponse = t.TypeOf<typeof ChatResponse>
