/**
 * Providers of OpenAI Responses.
 *
 * @since 0.1.0
 */
import { openAIResponsesProvider } from '../protocols/openAIResponses/index.ts'

/**
 * OpenAI itself, over its Responses API.
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
export const azureResponses = /* @__PURE__ */ openAIResponsesProvider({
  name: 'azure-responses',
  source: 'https://learn.microsoft.com/azure/ai-services/openai/how-to/responses'
})

/**
 * xAI, over its Responses API. Its own tools, such as the search of X, come as `custom_tool_call` items and run there;
 * their calls begin side by side and end in any order.
 *
 * Source: https://docs.x.ai/developers/rest-api-reference/inference/chat
 *
 * @category providers
 * @since 0.1.0
 */
export const xaiResponses = /* @__PURE__ */ openAIResponsesProvider({
  name: 'xai-responses',
  source: 'https://docs.x.ai/developers/rest-api-reference/inference/chat',
  customTools: 'server'
})

/**
 * LM Studio, over its Responses API: reasoning comes as text and not as summaries, and the arguments of a call may come in
 * the event that ends them only.
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
