/**
 * Usage.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { either } from '../../../codec/either.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'

export const chatPromptTokensDetails = () => ({
  /** Tokens that were read from the cache. */
  cached_tokens: maybe(t.number),
  /** Tokens that were written to the cache. */
  cache_write_tokens: maybe(t.number),
  audio_tokens: maybe(t.number),
  /** `cached_tokens` of gateways to Claude. */
  cache_read_input_tokens: maybe(t.number),
  /** `cache_write_tokens` of gateways to Claude. */
  cache_creation_input_tokens: maybe(t.number),
  /** `cache_write_tokens` of gateways to Claude. */
  cache_creation_tokens: maybe(t.number)
})

/**
 * A value of the codec `ChatPromptTokensDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatPromptTokensDetails extends Fields<typeof chatPromptTokensDetails> {}

/**
 * The tokens of the prompt, by what they are.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatPromptTokensDetails = /* @__PURE__ */ open<ChatPromptTokensDetails>(
  'ChatPromptTokensDetails',
  chatPromptTokensDetails
)

const chatCompletionTokensDetails = () => ({
  reasoning_tokens: maybe(t.number),
  audio_tokens: maybe(t.number),
  /** Tokens of a predicted output that are in the answer. */
  accepted_prediction_tokens: maybe(t.number),
  /** Tokens of a predicted output that are not in the answer, and are billed. */
  rejected_prediction_tokens: maybe(t.number)
})

/**
 * A value of the codec `ChatCompletionTokensDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatCompletionTokensDetails extends Fields<typeof chatCompletionTokensDetails> {}

/**
 * The tokens of the answer, by what they are.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatCompletionTokensDetails = /* @__PURE__ */ open<ChatCompletionTokensDetails>(
  'ChatCompletionTokensDetails',
  chatCompletionTokensDetails
)

export const chatCost = () => ({
  total_cost: maybe(t.number)
})

/**
 * A value of the codec `ChatCost`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatCost extends Fields<typeof chatCost> {}

/**
 * A cost with its items, in dollars.
 *
 * Source: https://docs.perplexity.ai/api-reference/chat-completions-post
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatCost = /* @__PURE__ */ open<ChatCost>('ChatCost', chatCost)

export const chatUsage = () => ({
  prompt_tokens: maybe(t.number),
  /** With reasoning, except on xAI. */
  completion_tokens: maybe(t.number),
  total_tokens: maybe(t.number),
  prompt_tokens_details: maybe(ChatPromptTokensDetails),
  completion_tokens_details: maybe(ChatCompletionTokensDetails),
  /** Gateways and Perplexity. */
  cost: maybe(either(t.number, ChatCost)),
  /** In dollars, of DeepInfra. */
  estimated_cost: maybe(t.number),
  /** Of which a dollar has 10^10, of xAI. */
  cost_in_usd_ticks: maybe(t.number),
  /** A reasoning count beside the details. */
  reasoning_tokens: maybe(t.number),
  /** A cache count beside the details, of Moonshot. */
  cached_tokens: maybe(t.number),
  /** A cache count beside the details, of DeepSeek. */
  prompt_cache_hit_tokens: maybe(t.number),
  /** A cache count beside the details, of gateways to Claude. */
  cache_read_input_tokens: maybe(t.number),
  /** A cache count beside the details, of gateways to Claude. */
  cache_creation_input_tokens: maybe(t.number),
  /** `prompt_tokens` under the name of OpenAI's Responses. */
  input_tokens: maybe(t.number),
  /** `completion_tokens` under the name of OpenAI's Responses. */
  output_tokens: maybe(t.number),
  input_tokens_details: maybe(ChatPromptTokensDetails),
  output_tokens_details: maybe(ChatCompletionTokensDetails)
})

/**
 * A value of the codec `ChatUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatUsage extends Fields<typeof chatUsage> {}

/**
 * The tokens of an answer, and its cost. The counts are running totals.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatUsage = /* @__PURE__ */ open<ChatUsage>('ChatUsage', chatUsage)
