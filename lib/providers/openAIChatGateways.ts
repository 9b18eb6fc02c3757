/**
 * Providers of OpenAI Chat Completions that pass requests on to other providers.
 *
 * @since 0.1.0
 */
import { chatDialect, openAIChatProvider } from '../protocols/openAIChat/index.ts'
import { OpenRouterChunk, OpenRouterResponse } from '../protocols/openAIChat/wire/openRouter.ts'

/**
 * OpenRouter, a gateway to many providers: each chunk names the provider behind it, the usage has the cost, and
 * `: OPENROUTER PROCESSING` comments arrive before the model begins. A JSON body begins with lines of white space.
 *
 * Fields of its own: `provider`, `system_fingerprint`, `service_tier`; of the usage `is_byok`, `cost_details`.
 *
 * Source: https://openrouter.ai/docs/api/reference/streaming, https://openrouter.ai/docs/api/reference/overview
 *
 * @category providers
 * @since 0.1.0
 */
export const openRouter = /* @__PURE__ */ chatDialect(OpenRouterChunk, OpenRouterResponse, {
  name: 'openrouter',
  source: 'https://openrouter.ai/docs/api/reference/streaming'
})

/**
 * Vercel's AI gateway: reasoning with details as from OpenRouter, images of models that make them, and, with the finish
 * reason, `provider_metadata` of the provider behind it.
 *
 * Fields of its own: `system_fingerprint`, `service_tier`, `generationId`; of a delta `provider_metadata`; of the
 * usage `is_byok`, `cost_details`, `market_cost`.
 *
 * Source: https://vercel.com/docs/ai-gateway/sdks-and-apis/openai-chat-completions,
 * https://vercel.com/docs/ai-gateway/sdks-and-apis/openai-chat-completions/reasoning
 *
 * @category providers
 * @since 0.1.0
 */
export const vercel = /* @__PURE__ */ openAIChatProvider({
  name: 'vercel',
  source: 'https://vercel.com/docs/ai-gateway/sdks-and-apis/openai-chat-completions'
})

/**
 * Avian, which uses OpenRouter: the id changes within a stream, `reasoning_content` and `reasoning_details` have the same
 * text, and text may occur between and after calls.
 *
 * Source: https://avian.io/docs
 *
 * @category providers
 * @since 0.1.0
 */
export const avian = /* @__PURE__ */ openAIChatProvider({
  name: 'avian',
  source: 'https://avian.io/docs',
  reasoning: 'reasoning_content'
})

/**
 * LiteLLM's proxy: reasoning of Claude is in `thinking_blocks`, with signatures, and the same text in `reasoning_content`; it
 * is sent back in the same fields.
 *
 * Fields of its own: `system_fingerprint`, `citations`; of a delta `provider_specific_fields`.
 *
 * Source: https://docs.litellm.ai/docs/reasoning_content
 *
 * @category providers
 * @since 0.1.0
 */
export const liteLLM = /* @__PURE__ */ openAIChatProvider({
  name: 'litellm',
  source: 'https://docs.litellm.ai/docs/reasoning_content'
})

/**
 * GitHub Copilot: reasoning is `reasoning_text`, with its proof in `reasoning_opaque`; both are sent back. The first chunk may
 * have no choice, and an answer of Claude two with one index. GitHub has no documentation of its wire; it is known from
 * reports.
 *
 * Fields of its own: `prompt_filter_results`, `copilot_usage`; of a choice `content_filter_results`.
 *
 * Source: https://docs.litellm.ai/docs/providers/github_copilot, https://github.com/anomalyco/opencode/pull/8900
 *
 * @category providers
 * @since 0.1.0
 */
export const githubCopilot = /* @__PURE__ */ openAIChatProvider({
  name: 'github-copilot',
  source: 'https://docs.litellm.ai/docs/providers/github_copilot'
})
