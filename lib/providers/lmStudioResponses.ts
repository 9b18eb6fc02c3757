/**
 * LM Studio, over its Responses API: reasoning comes as text and not as summaries, and the arguments of a call may come in
 * the event that ends them only.
 *
 * Source: https://lmstudio.ai/docs/developer/openai-compat/responses
 *
 * @since 0.1.0
 */
import { openAIResponsesProvider } from '../protocols/openAIResponses/index.ts'

/**
 * @category providers
 * @since 0.1.0
 */
export const lmStudioResponses = openAIResponsesProvider({
  name: 'lmstudio-responses',
  source: 'https://lmstudio.ai/docs/developer/openai-compat/responses'
})
