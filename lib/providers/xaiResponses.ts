/**
 * xAI, over its Responses API. Its own tools, such as the search of X, come as `custom_tool_call` items and run there;
 * their calls begin side by side and end in any order.
 *
 * Source: https://docs.x.ai/developers/rest-api-reference/inference/chat
 *
 * @since 0.1.0
 */
import { openAIResponsesProvider } from '../protocols/openAIResponses/index.ts'

/**
 * @category providers
 * @since 0.1.0
 */
export const xaiResponses = openAIResponsesProvider({
  name: 'xai-responses',
  source: 'https://docs.x.ai/developers/rest-api-reference/inference/chat',
  customTools: 'server'
})
