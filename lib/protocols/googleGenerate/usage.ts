/**
 * Usage: each chunk has running totals. A side (input or output) whose counts are all 0 or missing does not replace earlier
 * counts. Otherwise its counts do, and beside a total a missing one is 0.
 *
 * `candidatesTokenCount` does not include thoughts, and `promptTokenCount` includes cached tokens, but not the results of
 * tools that the provider ran, unless the total shows otherwise. What a total has beyond all counts is output. A total that is
 * older than the counts, or that leaves out a side which counted before, is replaced by their sum.
 *
 * Source: https://ai.google.dev/api/generate-content#UsageMetadata
 *
 * @since 0.1.0
 */
import type { Usage } from '../../data/Usage.ts'
import { fromCounts, tokens } from '../../data/Usage.ts'

type Count =
  | 'promptTokenCount'
  | 'toolUsePromptTokenCount'
  | 'cachedContentTokenCount'
  | 'candidatesTokenCount'
  | 'thoughtsTokenCount'
  | 'totalTokenCount'

type Counts = { readonly [Name in Count]?: unknown }

const inputs: ReadonlyArray<Count> = ['promptTokenCount', 'toolUsePromptTokenCount', 'cachedContentTokenCount']

const outputs: ReadonlyArray<Count> = ['candidatesTokenCount', 'thoughtsTokenCount']

const sum = (first: number | undefined, second: number | undefined): number | undefined =>
  first === undefined ? second : first + (second ?? 0)

const isCounted = (usage: Counts, side: ReadonlyArray<Count>): boolean =>
  side.some((name) => (tokens(usage[name]) ?? 0) > 0)

const countsOf = (usage: Counts): { readonly input: number | undefined; readonly output: number | undefined } => ({
  input: sum(tokens(usage.promptTokenCount), tokens(usage.toolUsePromptTokenCount)),
  output: sum(tokens(usage.candidatesTokenCount), tokens(usage.thoughtsTokenCount))
})

/**
 * The counts so far, merged with those of a chunk.
 *
 * @internal
 */
export const withCounts = (known: Counts, said: Counts): Counts => {
  const total = tokens(said.totalTokenCount)
  const newsOf = (side: ReadonlyArray<Count>): ReadonlyArray<readonly [Count, number]> => {
    const isSilent = !isCounted(said, side)
    return side.flatMap((name) => {
      const isKnown = known[name] !== undefined
      if (isSilent && isKnown) return []
      const count = tokens(said[name]) ?? (total !== undefined && isKnown ? 0 : undefined)
      return count === undefined || count === known[name] ? [] : [[name, count] as const]
    })
  }
  const news = [...newsOf(inputs), ...newsOf(outputs)]
  const { totalTokenCount: before, ...counted } = { ...known, ...Object.fromEntries(news) }
  const { input = 0, output = 0 } = countsOf(counted)
  const isKept = [inputs, outputs].some((side) => isCounted(known, side) && !isCounted(said, side))
  const totalTokenCount =
    total === undefined
      ? news.length === 0
        ? before
        : undefined
      : isKept && total < input + output
        ? undefined
        : total
  if (news.length === 0 && totalTokenCount === before) return known
  return totalTokenCount === undefined ? counted : { ...counted, totalTokenCount }
}

/** @internal */
export const toUsage = (known: Counts, said: Counts): Usage => {
  const { input, output } = countsOf(known)
  const prompt = tokens(known.promptTokenCount)
  const candidates = tokens(known.candidatesTokenCount)
  const totalTokens = tokens(known.totalTokenCount)
  const isTotal = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined && b !== undefined && a + b === totalTokens
  // Thoughts within the candidates, results of tools within the prompt.
  const isWithin = isTotal(input, candidates)
  const inputTokens = !isWithin && isTotal(prompt, output) ? prompt : input
  const gap = (totalTokens ?? 0) - (inputTokens ?? Infinity) - (output ?? 0)
  return fromCounts(
    {
      inputTokens,
      outputTokens: isWithin ? candidates : gap > 0 ? sum(output, gap) : output,
      totalTokens,
      cacheReadInputTokens: tokens(known.cachedContentTokenCount),
      reasoningOutputTokens: tokens(known.thoughtsTokenCount)
    },
    { ...said, ...known }
  )
}
