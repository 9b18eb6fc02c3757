/**
 * Usage, wherever a speaker of this protocol puts it: it comes as a running total, so each one replaces the last.
 *
 * The cost is a number, or (Perplexity) an object with the `total_cost`, or (xAI) in ticks, of which a dollar has 10^10.
 *
 * A total above its parts is right, and the part that is short of it is the side of which a detail names just that gap:
 * sound (Mistral) or a cache for the input, reasoning for the output (xAI, also behind Azure); else the output.
 *
 * A side of which every count is 0, null or absent says nothing.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object, https://docs.x.ai/docs/guides/reasoning,
 * https://docs.perplexity.ai/api-reference/chat-completions-post
 *
 * @since 0.1.0
 */
import { field, fieldsOf } from '../../codec/field.ts'
import type { Usage } from '../../data/Usage.ts'
import { amount, fromCounts, tokens } from '../../data/Usage.ts'
import type { ChatChunk } from './codec.ts'
import { ChatUsage } from './codec.ts'

const says = (usage: ChatUsage | null | undefined): usage is ChatUsage =>
  usage !== undefined && usage !== null && Object.keys(usage).length > 0

const TICKS = 1e10

const firstOf = (...places: ReadonlyArray<unknown>): number | undefined => {
  let found: number | undefined
  for (const place of places) {
    const count = tokens(place)
    if (count !== undefined && count > 0) return count
    found ??= count
  }
  return found
}

const costOf = ({ cost, cost_in_usd_ticks: ticks }: ChatUsage): number | undefined => {
  const said = amount(cost) ?? amount(field(cost, 'total_cost'))
  const inTicks = amount(ticks)
  return said ?? (inTicks === undefined ? undefined : inTicks / TICKS)
}

const names = (details: unknown, gap: number): boolean => Object.values(fieldsOf(details)).includes(gap)

/** The counts of one side; where all of them are 0 or unknown they say nothing. */
const side = <K extends string>(counts: Readonly<Record<K, number | undefined>>): Partial<typeof counts> =>
  Object.values(counts).some(isCounted) ? counts : {}

const isCounted = (u: unknown): boolean => typeof u === 'number' && u > 0

/** @internal */
export const toUsage = (raw: ChatUsage): Usage => {
  const { prompt_tokens_details: details, completion_tokens_details: outputDetails } = raw
  const input = firstOf(raw.prompt_tokens, raw.input_tokens)
  const output = firstOf(raw.completion_tokens, raw.output_tokens)
  const reasoning = firstOf(field(outputDetails, 'reasoning_tokens'), raw.reasoning_tokens)
  const total = tokens(raw.total_tokens)
  const gap =
    input === undefined || output === undefined || total === undefined ? 0 : Math.max(total - input - output, 0)
  const cacheRead = firstOf(
    field(details, 'cached_tokens'),
    field(details, 'cache_read_input_tokens'),
    raw.cached_tokens,
    raw.prompt_cache_hit_tokens,
    raw.cache_read_input_tokens
  )
  const cacheCreation = firstOf(
    field(details, 'cache_write_tokens'),
    field(details, 'cache_creation_input_tokens'),
    field(details, 'cache_creation_tokens'),
    raw.cache_creation_input_tokens
  )
  const cached = [cacheRead, cacheCreation, (cacheRead ?? 0) + (cacheCreation ?? 0)]
  const isOfInput =
    gap > 0 && gap !== reasoning && !names(outputDetails, gap) && (names(details, gap) || cached.includes(gap))
  const inputs = side({
    inputTokens: input === undefined ? undefined : input + (isOfInput ? gap : 0),
    cacheReadInputTokens: cacheRead,
    cacheCreationInputTokens: cacheCreation
  })
  const outputs = side({
    outputTokens: output === undefined ? undefined : output + (isOfInput ? 0 : gap),
    reasoningOutputTokens: reasoning
  })
  return fromCounts(
    { ...inputs, ...outputs, totalTokens: isCounted(total) ? total : undefined, cost: costOf(raw) },
    raw
  )
}

/**
 * The usage that a chunk reports: its own, Groq's, or (Moonshot) that of a choice.
 *
 * @internal
 */
export const usageOf = ({ usage, x_groq: groq, choices }: ChatChunk): ChatUsage | undefined => {
  if (says(usage)) return usage
  if (groq !== undefined) {
    const said = field(groq, 'usage')
    if (ChatUsage.is(said) && says(said)) return said
  }
  if (choices === undefined || choices === null) return undefined
  for (const { usage: said } of choices) if (says(said)) return said
  return undefined
}
