import type { Usage } from '../../data/Usage.ts'
import { fromCounts, tokens } from '../../data/Usage.ts'
import type { ConverseUsage } from './codec.ts'

/**
 * Usage, which is sent once, in the metadata. `inputTokens` excludes the cache and the total includes it; if input and
 * output already add up to the total, `inputTokens` includes the cache. What the total has above both is output.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_TokenUsage.html,
 * https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 *
 * @internal
 */
export const toUsage = (raw: ConverseUsage): Usage => {
  const fresh = tokens(raw.inputTokens)
  const answered = tokens(raw.outputTokens)
  const totalTokens = tokens(raw.totalTokens)
  const cacheReadInputTokens = tokens(raw.cacheReadInputTokens ?? raw.cacheReadInputTokenCount)
  const cacheCreationInputTokens = tokens(raw.cacheWriteInputTokens ?? raw.cacheWriteInputTokenCount)
  const cached = (cacheReadInputTokens ?? 0) + (cacheCreationInputTokens ?? 0)
  const isCountedIn = fresh !== undefined && fresh + (answered ?? 0) === totalTokens && fresh >= cached
  const inputTokens = fresh === undefined ? undefined : tokens(isCountedIn ? fresh : fresh + cached)
  const isAbove = inputTokens !== undefined && answered !== undefined && Number(totalTokens) > inputTokens + answered
  return fromCounts(
    {
      inputTokens,
      outputTokens: isAbove ? tokens(Number(totalTokens) - inputTokens) : answered,
      totalTokens,
      cacheReadInputTokens,
      cacheCreationInputTokens
    },
    raw
  )
}
