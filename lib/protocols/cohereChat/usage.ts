import type { Usage } from '../../data/Usage.ts'
import { fromCounts, tokens } from '../../data/Usage.ts'
import type { CohereUsage } from './codec.ts'

/**
 * Usage, which is sent once, at the end: `tokens` counts what the model read and wrote, `billed_units` what is billed.
 *
 * Source: https://docs.cohere.com/docs/how-does-cohere-pricing-work, https://docs.cohere.com/reference/chat
 *
 * @internal
 */
export const toUsage = (raw: CohereUsage): Usage => {
  const { tokens: said, billed_units: billed, cached_tokens: cached } = raw
  return fromCounts(
    {
      inputTokens: tokens(said?.input_tokens) ?? tokens(billed?.input_tokens),
      outputTokens: tokens(said?.output_tokens) ?? tokens(billed?.output_tokens),
      cacheReadInputTokens: tokens(cached)
    },
    raw
  )
}
