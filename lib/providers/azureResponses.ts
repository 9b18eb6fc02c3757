/**
 * OpenAI's models on Azure, over the Responses API: a response also says what Azure's content filter found.
 *
 * Source: https://learn.microsoft.com/azure/ai-services/openai/how-to/responses
 *
 * @since 0.1.0
 */
import { openAIResponsesProvider } from '../protocols/openAIResponses/index.ts'

/**
 * @category providers
 * @since 0.1.0
 */
export const azureResponses = openAIResponsesProvider({
  name: 'azure-responses',
  source: 'https://learn.microsoft.com/azure/ai-services/openai/how-to/responses'
})
