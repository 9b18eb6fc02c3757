/**
 * Usage: each chunk has running totals. If the counts of a chunk add up to its total, they replace all earlier counts,
 * and missing ones are 0; otherwise they are merged with the earlier counts one by one.
 *
 * `candidatesTokenCount` does not include thoughts, unless the total shows that it does; `promptTokenCount` includes
 * cached tokens, but not the results of tools that the provider ran.
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

const summed: ReadonlyArray<keyof GoogleUsage> = [
  'promptTokenCount',
  'toolUsePromptTokenCount',
  'candidatesTokenCount',
  'thoughtsTokenCount'
]

const sum = (first: number | undefined, second: number | undefined): number | undefined =>
  first === undefined ? second : first + (second ?? 0)

/**
 * The counts so far, merged with those of a chunk.
 *
 * @internal
 */
export const withCounts = (known: GoogleUsage, said: GoogleUsage): GoogleUsage => {
  const isWhole = tokens(said.totalTokenCount) === summed.reduce((all, name) => all + (tokens(said[name]) ?? 0), 0)
  const news = counts.flatMap((name) => {
    const count = tokens(said[name]) ?? (isWhole && known[name] !== undefined ? 0 : undefined)
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
