import type { Usage } from '../../data/Usage.ts'
import { fromCounts, tokens } from '../../data/Usage.ts'
import type { ConverseUsage } from './codec.ts'

/**
 * Usage, which is sent once, in the metadata. `inputTokens` excludes the cache and the total includes it; if input and
 * output already add up to the total, `inputTokens` includes the cache.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_TokenUsage.html,
 * https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 *
 * @internal
 */
export const toUsage = (raw: ConverseUsage): Usage => {
  const fresh = tokens(raw.inputTokens)
  const outputTokens = tokens(raw.outputTokens)
  const totalTokens = tokens(raw.totalTokens)
  const cacheReadInputTokens = tokens(raw.cacheReadInputTokens ?? raw.cacheReadInputTokenCount)
  const cacheCreationInputTokens = tokens(raw.cacheWriteInputTokens ?? raw.cacheWriteInputTokenCount)
  const cached = (cacheReadInputTokens ?? 0) + (cacheCreationInputTokens ?? 0)
  const isCountedIn = fresh !== undefined && fresh + (outputTokens ?? 0) === totalTokens && fresh >= cached
  return fromCounts(
    {
      inputTokens: fresh === undefined ? undefined : tokens(isCountedIn ? fresh : fresh + cached),
      outputTokens,
      totalTokens,
      cacheReadInputTokens,
      cacheCreationInputTokens
    },
    raw
  )
}
