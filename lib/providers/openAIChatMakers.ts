/**
 * Providers of OpenAI Chat Completions that serve their own models.
 *
 * @since 0.1.0
 */
import { chatDialect, openAIChatProvider } from '../protocols/openAIChat/index.ts'
import { AzureChunk, AzureResponse } from '../protocols/openAIChat/wire/azure.ts'
import {
  DeepSeekChunk,
  DeepSeekResponse,
  XAIChunk,
  XAIResponse,
  ZaiChunk,
  ZaiResponse
} from '../protocols/openAIChat/wire/makers.ts'
import { MistralChunk, MistralResponse } from '../protocols/openAIChat/wire/mistral.ts'
import { OpenAIChunk, OpenAIResponse } from '../protocols/openAIChat/wire/openAI.ts'
import { PerplexityChunk, PerplexityResponse } from '../protocols/openAIChat/wire/perplexity.ts'

/**
 * OpenAI: `obfuscation` pads each chunk to hide its length, usage is last and without a choice, and reasoning is not sent. A
 * web search adds annotations, an audio model sound. The older completions (`/v1/completions`) of any provider of this
 * protocol are also read: each choice has a `text` in place of a delta or a message.
 *
 * Fields of its own: `system_fingerprint`, `service_tier`, `obfuscation`.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming,
 * https://platform.openai.com/docs/api-reference/completions/object
 *
 * @category providers
 * @since 0.1.0
 */
export const openAI = /* @__PURE__ */ chatDialect(OpenAIChunk, OpenAIResponse, {
  name: 'openai',
  source: 'https://platform.openai.com/docs/api-reference/chat/streaming',
  reasoning: 'nothing'
})

/**
 * Azure OpenAI: its first chunk has `prompt_filter_results` and no choice, id or model; each choice may have
 * `content_filter_results`. Hosted Grok sends `reasoning_content` and counts it separately, as xAI does.
 *
 * Fields of its own: `system_fingerprint`, `service_tier`, `obfuscation`, `prompt_filter_results`,
 * `latency_checkpoint`; of a choice `content_filter_results`; of the usage `latency_checkpoint`.
 *
 * Source: https://learn.microsoft.com/azure/ai-foundry/openai/reference-preview-latest,
 * https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter
 *
 * @category providers
 * @since 0.1.0
 */
export const azure = /* @__PURE__ */ chatDialect(AzureChunk, AzureResponse, {
  name: 'azure',
  source: 'https://learn.microsoft.com/azure/ai-foundry/openai/reference-preview-latest',
  reasoning: 'nothing'
})

/**
 * xAI: calls arrive whole, `completion_tokens` excludes reasoning, and a search adds `citations`, `num_sources_used` and
 * `cost_in_usd_ticks` (10^10 ticks are one dollar).
 *
 * Fields of its own: `system_fingerprint`; of the usage `cost_in_usd_ticks`, `num_sources_used`.
 *
 * Source: https://docs.x.ai/developers/rest-api-reference/inference/chat, https://docs.x.ai/developers/cost-tracking
 *
 * @category providers
 * @since 0.1.0
 */
export const xai = /* @__PURE__ */ chatDialect(XAIChunk, XAIResponse, {
  name: 'xai',
  source: 'https://docs.x.ai/developers/rest-api-reference/inference/chat',
  reasoning: 'reasoning_content'
})

/**
 * DeepSeek: `reasoning_content` before `content`, usage on the finish chunk with cache hits and misses, and `: keep-alive`
 * comments while the request waits. In a turn with calls, the reasoning must be sent back.
 *
 * Fields of its own: `system_fingerprint`; of the usage `prompt_cache_miss_tokens`.
 *
 * Source: https://api-docs.deepseek.com/api/create-chat-completion,
 * https://api-docs.deepseek.com/guides/thinking_mode, https://api-docs.deepseek.com/guides/kv_cache,
 * https://api-docs.deepseek.com/quick_start/rate_limit
 *
 * @category providers
 * @since 0.1.0
 */
export const deepSeek = /* @__PURE__ */ chatDialect(DeepSeekChunk, DeepSeekResponse, {
  name: 'deepseek',
  source: 'https://api-docs.deepseek.com/api/create-chat-completion',
  reasoning: 'reasoning_content'
})

/**
 * Mistral: content is text, or parts of thinking, text and references; calls arrive whole on the finish chunk, without index
 * and type. The thinking must be sent back unchanged, as parts of the content.
 *
 * Fields of its own: `p`.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat, https://docs.mistral.ai/capabilities/reasoning,
 * https://docs.mistral.ai/capabilities/citations
 *
 * @category providers
 * @since 0.1.0
 */
export const mistral = /* @__PURE__ */ chatDialect(MistralChunk, MistralResponse, {
  name: 'mistral',
  source: 'https://docs.mistral.ai/api/endpoint/chat',
  reasoning: 'content'
})

/**
 * Perplexity: each chunk has the usage so far, all sources in `citations` and `search_results`, and beside its delta the
 * whole `message` so far, which is not read. The cost is itemised, with a total. It sends no `[DONE]`.
 *
 * Fields of its own: `images`, `related_questions`; of a choice `message`; of the usage `search_context_size`,
 * `citation_tokens`, `num_search_queries`.
 *
 * Source: https://docs.perplexity.ai/api-reference/chat-completions-post,
 * https://docs.perplexity.ai/docs/sonar/pro-search/stream-mode,
 * https://github.com/perplexityai/api-discussion/issues/209
 *
 * @category providers
 * @since 0.1.0
 */
export const perplexity = /* @__PURE__ */ chatDialect(PerplexityChunk, PerplexityResponse, {
  name: 'perplexity',
  source: 'https://docs.perplexity.ai/api-reference/chat-completions-post',
  terminal: 'finish',
  reasoning: 'nothing'
})

/**
 * Z.AI: calls arrive whole, also after a finish reason, which is then repeated.
 *
 * Fields of its own: `request_id`.
 *
 * Source: https://docs.z.ai/api-reference/llm/chat-completion, https://docs.z.ai/guides/capabilities/thinking-mode
 *
 * @category providers
 * @since 0.1.0
 */
export const zai = /* @__PURE__ */ chatDialect(ZaiChunk, ZaiResponse, {
  name: 'zai',
  source: 'https://docs.z.ai/api-reference/llm/chat-completion',
  reasoning: 'reasoning_content'
})

/**
 * Moonshot (Kimi): usage is inside the last choice, with its own field `cached_tokens`.
 *
 * Source: https://platform.moonshot.ai/docs/api/chat, https://platform.moonshot.ai/docs/guide/use-kimi-k2-thinking-model
 *
 * @category providers
 * @since 0.1.0
 */
export const moonshot = /* @__PURE__ */ openAIChatProvider({
  name: 'moonshot',
  source: 'https://platform.moonshot.ai/docs/api/chat',
  reasoning: 'reasoning_content'
})

/**
 * Alibaba Cloud's Model Studio (DashScope) in compatible mode: later fragments of a call have an id of `""`.
 *
 * Source: https://www.alibabacloud.com/help/en/model-studio/use-qwen-by-calling-api
 *
 * @category providers
 * @since 0.1.0
 */
export const alibaba = /* @__PURE__ */ openAIChatProvider({
  name: 'alibaba',
  source: 'https://www.alibabacloud.com/help/en/model-studio/use-qwen-by-calling-api',
  reasoning: 'reasoning_content'
})

/**
 * MiniMax: an error has status 200, and is in `base_resp`, whose `status_code` is 0 if there is no error. Reasoning arrives as
 * details if the request has `reasoning_split`, otherwise in the text between `<think>` and `</think>`. The last chunk may
 * have the whole `message`. The page shows the text of details as all of it so far; servers also send only the new text.
 *
 * Fields of its own: `base_resp`, `input_sensitive`, `output_sensitive`; of the usage `total_characters`.
 *
 * Source: https://platform.minimax.io/docs/api-reference/text-openai-api,
 * https://platform.minimax.io/docs/api-reference/errorcode, https://github.com/MiniMax-AI/MiniMax-M2/issues/95
 *
 * @category providers
 * @since 0.1.0
 */
export const miniMax = /* @__PURE__ */ openAIChatProvider({
  name: 'minimax',
  source: 'https://platform.minimax.io/docs/api-reference/text-openai-api'
})

/**
 * Gemini over Google's OpenAI-compatible endpoint: calls arrive whole and without an index, and the thought signature of each
 * is in its `extra_content`, which must be sent back. An error is a list of one.
 *
 * Source: https://ai.google.dev/gemini-api/docs/openai, https://ai.google.dev/gemini-api/docs/thought-signatures
 *
 * @category providers
 * @since 0.1.0
 */
export const geminiOpenAI = /* @__PURE__ */ openAIChatProvider({
  name: 'gemini-openai',
  source: 'https://ai.google.dev/gemini-api/docs/openai',
  reasoning: 'nothing'
})

/**
 * Cohere over its compatibility API, which has neither the citations nor the plan of its own API.
 *
 * Source: https://docs.cohere.com/docs/compatibility-api
 *
 * @category providers
 * @since 0.1.0
 */
export const cohereOpenAI = /* @__PURE__ */ openAIChatProvider({
  name: 'cohere-openai',
  source: 'https://docs.cohere.com/docs/compatibility-api',
  reasoning: 'nothing'
})
