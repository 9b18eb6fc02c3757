/**
 * The wire of OpenAI Chat Completions, as its many providers really send it. Every field may be absent or null, unknown
 * fields are kept, enumerations are plain strings. A field that the fold does not read or checks itself (indexes,
 * counts, arguments) is `unknown`: it is available, and cannot fail the chunk.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { nullable } from '../../codec/nullable.ts'
import { tolerating } from '../../codec/tolerating.ts'
import { withFastIs } from '../../codec/withFastIs.ts'
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
 * A value of the codec `ReasoningDetail`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ReasoningDetail extends t.TypeOf<typeof ReasoningDetail> {}

/**
 * The name and the arguments of a call. Outside of `tool_calls` it is the older form of a call: at most one in a
 * message, without id and index.
 *
 * @category codecs
 * @since 0.1.0
 */
export const FunctionCall = t.partial({ name: text, arguments: t.unknown }, 'FunctionCall')

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
    function: nullable(FunctionCall),
    custom: nullable(t.partial({ name: text, input: t.unknown })),
    // Of a call without a `function`, as Workers AI has it.
    name: t.unknown,
    arguments: t.unknown,
    input: t.unknown
  },
  'ChatToolCall'
)

/**
 * A value of the codec `ChatToolCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatToolCall extends t.TypeOf<typeof ChatToolCall> {}

/**
 * The new part of a choice; in a JSON body, the message.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatDelta = t.partial(
  {
    role: t.unknown,
    content: nullable(t.union([t.string, t.array(t.unknown)])),
    refusal: t.unknown,
    reasoning: t.unknown,
    reasoning_content: t.unknown,
    // Other fields of reasoning and of its proofs: Copilot, LiteLLM, Perplexity, Gemini.
    reasoning_text: t.unknown,
    reasoning_opaque: t.unknown,
    thinking_blocks: t.unknown,
    reasoning_steps: t.unknown,
    extra_content: t.unknown,
    thought_signature: t.unknown,
    reasoning_details: nullable(t.array(ReasoningDetail)),
    tool_calls: nullable(t.array(ChatToolCall)),
    function_call: t.unknown,
    // The calls of Snowflake: a delta of type `tool_use` is a fragment of one, a message has a list.
    type: t.unknown,
    tool_use_id: t.unknown,
    name: t.unknown,
    input: t.unknown,
    content_list: t.unknown,
    // Content beside text. Each entry is checked by itself, so that a malformed one does not lose the text of its chunk.
    annotations: t.unknown,
    images: t.unknown,
    audio: t.unknown,
    executed_tools: t.unknown
  },
  'ChatDelta'
)

/**
 * A value of the codec `ChatDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatDelta extends t.TypeOf<typeof ChatDelta> {}

/**
 * The counts of the tokens of an answer, and its cost.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatUsage = t.partial(
  {
    prompt_tokens: t.unknown,
    completion_tokens: t.unknown,
    total_tokens: t.unknown,
    prompt_tokens_details: t.unknown,
    completion_tokens_details: t.unknown,
    cost: t.unknown,
    // Other fields of the same counts, of some providers.
    reasoning_tokens: t.unknown,
    cached_tokens: t.unknown,
    prompt_cache_hit_tokens: t.unknown,
    cache_read_input_tokens: t.unknown,
    cache_creation_input_tokens: t.unknown,
    input_tokens: t.unknown,
    output_tokens: t.unknown,
    input_tokens_details: t.unknown,
    output_tokens_details: t.unknown,
    estimated_cost: t.unknown,
    cost_in_usd_ticks: t.unknown
  },
  'ChatUsage'
)

/**
 * A value of the codec `ChatUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatUsage extends t.TypeOf<typeof ChatUsage> {}

const choiceProps = {
  index: t.unknown,
  finish_reason: text,
  native_finish_reason: t.unknown,
  // The older field of the finish reason.
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
  // The sources of an answer with a web search.
  citations: t.unknown,
  search_results: t.unknown
}

// -------------------------------------------------------------------------------------
// codecs
// -------------------------------------------------------------------------------------

const chatChunk = /* @__PURE__ */ withFastIs(
  tolerating(
    t.partial(
      {
        ...envelopeProps,
        choices: nullable(t.array(t.partial({ ...choiceProps, delta: nullable(ChatDelta) }, 'ChatChoice'))),
        usage: nullable(ChatUsage)
      },
      'ChatChunk'
    ),
    mended
  ),
  isChatChunk
)

/**
 * A value of the codec `ChatChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatChunk extends t.TypeOf<typeof chatChunk> {}

/**
 * One event of a stream, as any provider of the protocol may send it.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatChunk: t.Type<ChatChunk> = chatChunk

const chatResponse = /* @__PURE__ */ tolerating(
  t.intersection(
    [
      t.type({
        choices: t.array(t.partial({ ...choiceProps, message: nullable(ChatDelta) }, 'ChatChoice'))
      }),
      t.partial({ ...envelopeProps, usage: nullable(ChatUsage) })
    ],
    'ChatResponse'
  ),
  mended
)

/**
 * A value of the codec `ChatResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatResponse extends t.TypeOf<typeof chatResponse> {}

/**
 * A complete answer as one JSON body.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatResponse: t.Type<ChatResponse> = chatResponse
