/**
 * Usage as Responses has it: once, with the response that is over. Its counts are those of OpenAI Chat under other names,
 * also where xAI counts reasoning apart.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @since 0.1.0
 */
import type { Usage } from '../../data/Usage.ts'
import { toUsage as toChatUsage } from '../openAIChat/usage.ts'
import type { ResponsesUsage } from './codec.ts'

/** @internal */
export const toUsage = (raw: ResponsesUsage): Usage => ({
  ...toChatUsage({
    prompt_tokens: raw.input_tokens,
    completion_tokens: raw.output_tokens,
    total_tokens: raw.total_tokens,
    prompt_tokens_details: raw.input_tokens_details ?? null,
    completion_tokens_details: raw.output_tokens_details ?? null,
    cost: raw.cost
  }),
  raw
})
