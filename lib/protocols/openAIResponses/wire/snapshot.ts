/**
 * The response in an event, and as a JSON body.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { dictionary } from '../../../codec/dictionary.ts'
import { either } from '../../../codec/either.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { ResponsesError } from './error.ts'
import { ResponsesInstruction } from './instructions.ts'
import { ResponsesItem } from './item.ts'
import { ResponsesModeration } from './moderation.ts'
import {
  ResponsesConversation,
  ResponsesPrompt,
  ResponsesPromptCacheOptions,
  ResponsesReasoningSettings,
  ResponsesTextSettings
} from './settings.ts'
import { ResponsesTool, ResponsesToolChoice } from './tool.ts'
import { ResponsesUsage } from './usage.ts'

const responsesIncompleteDetails = () => ({
  reason: maybe(word('max_output_tokens', 'content_filter'))
})

/**
 * A value of the codec `ResponsesIncompleteDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesIncompleteDetails extends Fields<typeof responsesIncompleteDetails> {}

/**
 * The reason why a response is incomplete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesIncompleteDetails = /* @__PURE__ */ open<ResponsesIncompleteDetails>(
  'ResponsesIncompleteDetails',
  responsesIncompleteDetails
)

export const responsesSnapshot = () => ({
  id: maybe(textual),
  object: maybe(word('response')),
  model: maybe(t.string),
  status: maybe(word('queued', 'in_progress', 'completed', 'incomplete', 'failed', 'cancelled')),
  /** In seconds since 1970. */
  created_at: maybe(t.number),
  /** In seconds since 1970. */
  completed_at: maybe(t.number),
  error: maybe(ResponsesError),
  incomplete_details: maybe(ResponsesIncompleteDetails),
  /** Null until the end. */
  usage: maybe(ResponsesUsage),
  instructions: maybe(either(t.string, list(ResponsesInstruction))),
  tools: maybe(list(ResponsesTool)),
  tool_choice: maybe(either(word('auto', 'none', 'required'), ResponsesToolChoice)),
  parallel_tool_calls: maybe(t.boolean),
  max_tool_calls: maybe(t.number),
  reasoning: maybe(ResponsesReasoningSettings),
  text: maybe(ResponsesTextSettings),
  prompt: maybe(ResponsesPrompt),
  prompt_cache_key: maybe(t.string),
  prompt_cache_options: maybe(ResponsesPromptCacheOptions),
  prompt_cache_retention: maybe(word('in_memory', '24h')),
  conversation: maybe(ResponsesConversation),
  previous_response_id: maybe(t.string),
  moderation: maybe(ResponsesModeration),
  metadata: maybe(dictionary(t.string)),
  background: maybe(t.boolean),
  /** Whether the provider keeps the response. */
  store: maybe(t.boolean),
  service_tier: maybe(word('auto', 'default', 'flex', 'scale', 'priority')),
  safety_identifier: maybe(t.string),
  user: maybe(t.string),
  truncation: maybe(word('auto', 'disabled')),
  max_output_tokens: maybe(t.number),
  temperature: maybe(t.number),
  top_p: maybe(t.number),
  top_logprobs: maybe(t.number),
  frequency_penalty: maybe(t.number),
  presence_penalty: maybe(t.number),
  /** In a stream empty until the end. */
  output: maybe(list(ResponsesItem))
})

/**
 * A value of the codec `ResponsesSnapshot`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesSnapshot extends Fields<typeof responsesSnapshot> {}

/**
 * The response so far, which some events carry.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesSnapshot = /* @__PURE__ */ open<ResponsesSnapshot>('ResponsesSnapshot', responsesSnapshot)

export const responsesResponse = () => ({
  ...responsesSnapshot(),
  output: list(ResponsesItem)
})

/**
 * A value of the codec `ResponsesResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesResponse extends Fields<typeof responsesResponse> {}

/**
 * A complete answer as one JSON body.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesResponse = /* @__PURE__ */ open<ResponsesResponse>('ResponsesResponse', responsesResponse)
