import { isNothing } from '../../codec/field.ts'
import type { Usage } from '../../data/Usage.ts'
import { amount } from '../../data/Usage.ts'
import { toUsage as toChatUsage } from '../openAIChat/usage.ts'
import type { ResponsesUsage } from './codec.ts'

const TICKS = 1e10

const costOf = ({ cost, cost_in_usd_ticks: ticks }: ResponsesUsage): unknown => {
  const counted = amount(ticks)
  return isNothing(cost) && counted !== undefined ? counted / TICKS : cost
}

/**
 * Usage in Responses: sent once, with the final response. Its counts are those of OpenAI Chat with other names, also
 * for xAI, which counts reasoning separately. The cost of xAI is in ticks of 10^-10 dollars.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object, https://docs.x.ai/developers/cost-tracking
 *
 * @internal
 */
export const toUsage = (raw: ResponsesUsage): Usage => ({
  ...toChatUsage({
    prompt_tokens: raw.input_tokens,
    completion_tokens: raw.output_tokens,
    total_tokens: raw.total_tokens,
    prompt_tokens_details: raw.input_tokens_details ?? null,
    completion_tokens_details: raw.output_tokens_details ?? null,
    cost: costOf(raw)
  }),
  raw
})
