/**
 * Usage, which is sent once, at the end: `tokens` counts what the model read and wrote, `billed_units` what is billed.
 *
 * Source: https://docs.cohere.com/docs/how-does-cohere-pricing-work, https://docs.cohere.com/reference/chat
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf } from '../../codec/field.ts'
import type { Usage } from '../../data/Usage.ts'
import { fromCounts, tokens } from '../../data/Usage.ts'
import type { CohereCounts, CohereUsage } from './wire/response.ts'

/** @internal */
export const toUsage = (raw: CohereUsage): Usage => {
  const { tokens: said, billed_units: billed, cached_tokens: cached } = raw
  // A 0 says nothing where the other one counts.
  const count = (name: keyof CohereCounts): number | undefined => {
    const [first, second] = [tokens(said?.[name]), tokens(billed?.[name])]
    return first === undefined || (first === 0 && second !== undefined) ? second : first
  }
  return fromCounts(
    {
      inputTokens: count('input_tokens'),
      outputTokens: count('output_tokens'),
      cacheReadInputTokens: tokens(cached),
      reasoningOutputTokens: count('reasoning_tokens')
    },
    fieldsOf(asItCame(raw))
  )
}
