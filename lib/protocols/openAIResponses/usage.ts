/**
 * Usage in Responses: sent once, with the final response. Its counts are those of OpenAI Chat, with other names or (some
 * gateways) the same, also for xAI, which counts reasoning separately. The cost of xAI is in ticks of 10^-10 dollars.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object, https://docs.x.ai/developers/cost-tracking
 *
 * @since 0.1.0
 */
import type { Usage } from '../../data/Usage.ts'
import { toUsage as toChatUsage } from '../openAIChat/usage.ts'

/** @internal */
export const toUsage = (raw: Readonly<Record<string, unknown>>): Usage => {
  const { input_tokens_details: input, output_tokens_details: output } = raw
  return {
    ...toChatUsage({
      ...raw,
      ...(input ? { prompt_tokens_details: input } : {}),
      ...(output ? { completion_tokens_details: output } : {})
    }),
    raw
  }
}
