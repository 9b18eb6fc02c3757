/**
 * Usage: each chunk has running totals, but not each of them all counts, so they are merged count by count.
 *
 * `candidatesTokenCount` does not include thoughts, unless the total says that it does; `promptTokenCount` includes what
 * came from the cache, but not the results of tools that the provider ran.
 *
 * Source: https://ai.google.dev/api/generate-content#UsageMetadata
 *
 * @since 0.1.0
 */
import type { Usage } from '../../data/Usage.ts'
import { fromCounts, tokens } from '../../data/Usage.ts'
import type { GoogleUsage } from './codec.ts'

const counts: ReadonlyArray<keyof GoogleUsage> = [
  'promptTokenCount',
  'toolUsePromptTokenCount',
  'cachedContentTokenCount',
  'candidatesTokenCount',
  'thoughtsTokenCount',
  'totalTokenCount'
]

const sum = (first: number | undefined, second: number | undefined): number | undefined =>
  first === undefined ? second : first + (second ?? 0)

/**
 * The counts so far, with those that a chunk says.
 *
 * @internal
 */
export const withCounts = (known: GoogleUsage, said: GoogleUsage): GoogleUsage => {
  const news = counts.flatMap((name) => {
    const count = tokens(said[name])
    return count === undefined || count === known[name] ? [] : [[name, count] as const]
  })
  return news.length === 0 ? known : { ...known, ...Object.fromEntries(news) }
}

/** @internal */
export const toUsage = (known: GoogleUsage, said: GoogleUsage): Usage => {
  const inputTokens = sum(tokens(known.promptTokenCount), tokens(known.toolUsePromptTokenCount))
  const candidates = tokens(known.candidatesTokenCount)
  const thoughts = tokens(known.thoughtsTokenCount)
  const totalTokens = tokens(known.totalTokenCount)
  const isWithin = inputTokens !== undefined && candidates !== undefined && totalTokens === inputTokens + candidates
  return fromCounts(
    {
      inputTokens,
      outputTokens: isWithin ? candidates : sum(candidates, thoughts),
      totalTokens,
      cacheReadInputTokens: tokens(known.cachedContentTokenCount),
      reasoningOutputTokens: thoughts
    },
    { ...said, ...known }
  )
}
