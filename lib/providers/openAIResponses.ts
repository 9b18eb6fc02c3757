/**
 * OpenAI itself, over its Responses API.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming,
 * https://developers.openai.com/api/docs/guides/streaming-responses
 *
 * @since 0.1.0
 */
import { openAIResponsesProvider } from '../protocols/openAIResponses/index.ts'

/**
 * @category providers
 * @since 0.1.0
 */
export const openAIResponses = openAIResponsesProvider({
  name: 'openai-responses',
  source: 'https://developers.openai.com/api/docs/guides/streaming-responses'
})
