/**
 * Providers of OpenAI Responses.
 *
 * @since 0.1.0
 */
import { openAIResponsesProvider, responsesDialect } from '../protocols/openAIResponses/index.ts'
import { AzureResponsesChunk, AzureResponsesResponse } from '../protocols/openAIResponses/wire/azure.ts'
import { OpenRouterResponsesChunk, OpenRouterResponsesResponse } from '../protocols/openAIResponses/wire/openRouter.ts'
import { XaiResponsesChunk, XaiResponsesResponse } from '../protocols/openAIResponses/wire/xai.ts'

const azure = /* @__PURE__ */ responsesDialect({ chunk: AzureResponsesChunk, response: AzureResponsesResponse })

const xai = /* @__PURE__ */ responsesDialect({ chunk: XaiResponsesChunk, response: XaiResponsesResponse })

const openRouter = /* @__PURE__ */ responsesDialect({
  chunk: OpenRouterResponsesChunk,
  response: OpenRouterResponsesResponse
})

/**
 * OpenAI, over its Responses API.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming,
 * https://developers.openai.com/api/docs/guides/streaming-responses
 *
 * @category providers
 * @since 0.1.0
 */
export const openAIResponses = /* @__PURE__ */ openAIResponsesProvider({
  name: 'openai-responses',
  source: 'https://developers.openai.com/api/docs/guides/streaming-responses'
})

/**
 * OpenAI's models on Azure, over the Responses API: a response also has the results of Azure's content filter.
 *
 * Source: https://learn.microsoft.com/azure/ai-services/openai/how-to/responses
 *
 * @category providers
 * @since 0.1.0
 */
export const azureResponses = /* @__PURE__ */ azure({
  name: 'azure-responses',
  source: 'https://learn.microsoft.com/azure/ai-services/openai/how-to/responses'
})

/**
 * xAI, over its Responses API. Its own tools, such as the search of X, are `custom_tool_call` items and run on its servers;
 * their calls are interleaved and end in any order.
 *
 * Source: https://docs.x.ai/developers/rest-api-reference/inference/chat
 *
 * @category providers
 * @since 0.1.0
 */
export const xaiResponses = /* @__PURE__ */ xai({
  name: 'xai-responses',
  source: 'https://docs.x.ai/developers/rest-api-reference/inference/chat',
  customTools: 'server'
})

/**
 * LM Studio, over its Responses API: reasoning is text instead of summaries, and the arguments of a call may only be in the
 * event that ends them.
 *
 * Source: https://lmstudio.ai/docs/developer/openai-compat/responses
 *
 * @category providers
 * @since 0.1.0
 */
export const lmStudioResponses = /* @__PURE__ */ openAIResponsesProvider({
  name: 'lmstudio-responses',
  source: 'https://lmstudio.ai/docs/developer/openai-compat/responses'
})

/**
 * Amazon Bedrock's `bedrock-mantle` endpoint, over its Responses API. The indexes of texts continue across the items of an
 * answer. Its Chat Completions are read by `openAICompatible`, its Claude by `anthropic`.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-responses-api.html
 *
 * @category providers
 * @since 0.1.0
 */
export const bedrockMantle = /* @__PURE__ */ openAIResponsesProvider({
  name: 'bedrock-mantle',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-responses-api.html'
})

/**
 * DeepSeek, over its Responses API: reasoning is text, and the stream does not end with `[DONE]`.
 *
 * Source: https://api-docs.deepseek.com/guides/responses_api
 *
 * @category providers
 * @since 0.1.0
 */
export const deepSeekResponses = /* @__PURE__ */ openAIResponsesProvider({
  name: 'deepseek-responses',
  source: 'https://api-docs.deepseek.com/guides/responses_api'
})

/**
 * OpenRouter, over its Responses API: reasoning is text, with the signature or the encrypted content of the provider behind
 * it, and usage has the cost.
 *
 * Source: https://openrouter.ai/docs/api/api-reference/responses/create-responses
 *
 * @category providers
 * @since 0.1.0
 */
export const openRouterResponses = /* @__PURE__ */ openRouter({
  name: 'openrouter-responses',
  source: 'https://openrouter.ai/docs/api/api-reference/responses/create-responses'
})

/**
 * GitHub Copilot, over its Responses API: the ids of the response and of its items change with each event, and the fragments
 * of arguments may be encrypted, so that they can only be read when they arrive whole.
 *
 * Source: https://docs.litellm.ai/docs/providers/github_copilot, https://github.com/lidge-jun/opencodex/issues/995
 *
 * @category providers
 * @since 0.1.0
 */
export const githubCopilotResponses = /* @__PURE__ */ openAIResponsesProvider({
  name: 'github-copilot-responses',
  source: 'https://docs.litellm.ai/docs/providers/github_copilot'
})
