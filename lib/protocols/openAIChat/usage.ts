/**
 * Usage, wherever a speaker of this protocol puts it: it comes as a running total, so each one replaces the last.
 *
 * The cost is a number, or (Perplexity) an object with the `total_cost`.
 *
 * Whether `completion_tokens` includes reasoning is decided by the wire's own total: where that is the sum of all three,
 * it does not (xAI, also behind Azure).
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object, https://docs.x.ai/docs/guides/reasoning,
 * https://docs.perplexity.ai/api-reference/chat-completions-post
 *
 * @since 0.1.0
 */
import { field } from '../../codec/field.ts'
import type { Usage } from '../../data/Usage.ts'
import { amount, fromCounts, tokens } from '../../data/Usage.ts'
import type { ChatChunk } from './codec.ts'
import { ChatUsage } from './codec.ts'

const says = (usage: ChatUsage | null | undefined): usage is ChatUsage =>
  usage !== undefined && usage !== null && Object.keys(usage).length > 0

/** @internal */
export const toUsage = (raw: ChatUsage): Usage => {
  const details = raw.prompt_tokens_details
  const outputDetails = raw.completion_tokens_details
  const inputTokens = tokens(raw.prompt_tokens)
  const completion = tokens(raw.completion_tokens)
  const totalTokens = tokens(raw.total_tokens)
  const reasoning = tokens(field(outputDetails, 'reasoning_tokens') ?? raw.reasoning_tokens)
  const isApart =
    inputTokens !== undefined &&
    completion !== undefined &&
    reasoning !== undefined &&
    totalTokens === inputTokens + completion + reasoning
  return fromCounts(
    {
      inputTokens,
      outputTokens: isApart ? completion + reasoning : completion,
      totalTokens,
      cacheReadInputTokens: tokens(field(details, 'cached_tokens') ?? raw.cached_tokens ?? raw.prompt_cache_hit_tokens),
      cacheCreationInputTokens: tokens(field(details, 'cache_write_tokens') ?? raw.cache_creation_input_tokens),
      reasoningOutputTokens: reasoning,
      cost: amount(raw.cost) ?? amount(field(raw.cost, 'total_cost'))
    },
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
