/**
 * Usage, which comes twice: whole where the message begins, and where it ends the fields that have changed, as running
 * totals. A later field replaces the earlier one, unless it is null. `input_tokens` excludes the cache, and there is no
 * total on the wire.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/prompt-caching#tracking-cache-performance
 *
 * @since 0.1.0
 */
import type { Usage } from '../../data/Usage.ts'
import { fromCounts, tokens } from '../../data/Usage.ts'
import type { AnthropicChunk, AnthropicUsage } from './codec.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * The usage so far after what one event says of it.
 *
 * Laws: `merged(merged(u, v), v) = merged(u, v)`; a null erases nothing.
 *
 * @internal
 */
export const merged = (known: Json | null, said: AnthropicUsage): Json => ({
  ...known,
  ...Object.fromEntries(
    Object.entries(said).filter(([key, value]) => value !== null || known === null || !Object.hasOwn(known, key))
  )
})

/** @internal */
export const toUsage = (raw: AnthropicUsage): Usage => {
  const fresh = tokens(raw.input_tokens)
  const cacheReadInputTokens = tokens(raw.cache_read_input_tokens)
  const cacheCreationInputTokens = tokens(raw.cache_creation_input_tokens)
  return fromCounts(
    {
      inputTokens:
        fresh === undefined ? undefined : tokens(fresh + (cacheReadInputTokens ?? 0) + (cacheCreationInputTokens ?? 0)),
      outputTokens: tokens(raw.output_tokens),
      cacheReadInputTokens,
      cacheCreationInputTokens
    },
    raw
  )
}

/**
 * Bedrock's own count, for a response that has no usage.
 *
 * @internal
 */
export const fromMetrics = ({ 'amazon-bedrock-invocationMetrics': metrics }: AnthropicChunk): Usage | undefined =>
  metrics === undefined || metrics === null
    ? undefined
    : {
        ...toUsage({
          input_tokens: metrics.inputTokenCount,
          output_tokens: metrics.outputTokenCount,
          cache_read_input_tokens: metrics.cacheReadInputTokenCount,
          cache_creation_input_tokens: metrics.cacheWriteInputTokenCount
        }),
        raw: metrics
      }
