/**
 * Usage, in any field that a provider of this protocol uses. It is a running total, so each one replaces the last.
 *
 * The cost is a number, also an estimated one (DeepInfra), or (Perplexity) an object with the `total_cost`, or (xAI) in ticks, of which a dollar has
 * 10^10.
 *
 * If a total exceeds input plus output, the total is right, and the side with a detail of exactly that difference is
 * too low: sound (Mistral) or a cache for the input, reasoning for the output (xAI, also on Azure); otherwise the
 * output.
 *
 * A side whose counts are all 0 does not replace earlier counts, and neither does the total beside it.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object, https://docs.x.ai/docs/guides/reasoning,
 * https://docs.perplexity.ai/api-reference/chat-completions-post
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf } from '../../codec/field.ts'
import type { Usage } from '../../data/Usage.ts'
import { amount, fromCounts, tokens } from '../../data/Usage.ts'
import type { ChatChunk } from './wire/chunk.ts'
import type { ChatUsage } from './wire/usage.ts'

/** The usage, of which each count is checked when it is read, because other protocols have it, too. */
type Loose<A> = A extends number ? unknown : { readonly [K in keyof A]?: Loose<NonNullable<A[K]>> | null }

const says = (usage: ChatUsage | null | undefined): usage is ChatUsage =>
  usage !== undefined && usage !== null && Object.keys(fieldsOf(asItCame(usage))).length > 0

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

const costOf = ({
  cost,
  estimated_cost: estimated,
  cost_in_usd_ticks: ticks
}: Loose<ChatUsage>): number | undefined => {
  const said = amount(cost) ?? amount(field(cost, 'total_cost')) ?? amount(estimated)
  const inTicks = amount(ticks)
  return said ?? (inTicks === undefined ? undefined : inTicks / TICKS)
}

const names = (details: unknown, gap: number): boolean => Object.values(fieldsOf(details)).includes(gap)

const isCounted = (u: unknown): boolean => typeof u === 'number' && u > 0

/**
 * The sides of usage with a reported count other than 0.
 *
 * @category model
 * @since 0.1.0
 */
export interface Counted {
  readonly input: boolean
  readonly output: boolean
}

/** @internal */
export const nothingCounted: Counted = { input: false, output: false }

const hasInput = ({ inputTokens, cacheReadInputTokens, cacheCreationInputTokens }: Usage): boolean =>
  isCounted(inputTokens) || isCounted(cacheReadInputTokens) || isCounted(cacheCreationInputTokens)

const hasOutput = ({ outputTokens, reasoningOutputTokens }: Usage): boolean =>
  isCounted(outputTokens) || isCounted(reasoningOutputTokens)

/**
 * The sides that are counted after more usage.
 *
 * @internal
 */
export const withCounted = (counted: Counted, usage: Usage): Counted => {
  const input = counted.input || hasInput(usage)
  const output = counted.output || hasOutput(usage)
  return input === counted.input && output === counted.output ? counted : { input, output }
}

const fromRaw = (raw: Loose<ChatUsage>): Usage => {
  const details = raw.prompt_tokens_details ?? raw.input_tokens_details
  const outputDetails = raw.completion_tokens_details ?? raw.output_tokens_details
  const input = firstOf(raw.prompt_tokens, raw.input_tokens)
  const output = firstOf(raw.completion_tokens, raw.output_tokens)
  const reasoning = firstOf(outputDetails?.reasoning_tokens, raw.reasoning_tokens)
  // A total of 0 says nothing beside counts.
  const sum = (input ?? 0) + (output ?? 0)
  const total = sum > 0 && raw.total_tokens === 0 ? undefined : tokens(raw.total_tokens)
  const gap =
    input === undefined || output === undefined || total === undefined ? 0 : Math.max(total - input - output, 0)
  const cacheRead = firstOf(
    details?.cached_tokens,
    details?.cache_read_input_tokens,
    raw.cached_tokens,
    raw.prompt_cache_hit_tokens,
    raw.cache_read_input_tokens
  )
  const cacheCreation = firstOf(
    details?.cache_write_tokens,
    details?.cache_creation_input_tokens,
    details?.cache_creation_tokens,
    raw.cache_creation_input_tokens
  )
  const cached = [cacheRead, cacheCreation, (cacheRead ?? 0) + (cacheCreation ?? 0)]
  const isOfInput =
    gap > 0 && gap !== reasoning && !names(outputDetails, gap) && (names(details, gap) || cached.includes(gap))
  const counts = {
    inputTokens: input === undefined ? undefined : input + (isOfInput ? gap : 0),
    cacheReadInputTokens: cacheRead,
    cacheCreationInputTokens: cacheCreation,
    outputTokens: output === undefined ? undefined : output + (isOfInput ? 0 : gap),
    reasoningOutputTokens: reasoning,
    totalTokens: total,
    cost: costOf(raw)
  }
  return fromCounts(counts, fieldsOf(asItCame(raw)))
}

/**
 * The usage that an object of the wire reports, after what was counted before.
 *
 * @internal
 */
export const toUsage = (raw: Loose<ChatUsage>, before: Counted = nothingCounted): Usage => {
  const usage = fromRaw(raw)
  const isInputKept = before.input && !hasInput(usage)
  const isOutputKept = before.output && !hasOutput(usage)
  if (!isInputKept && !isOutputKept) return usage
  const { inputTokens, cacheReadInputTokens, cacheCreationInputTokens, totalTokens, ...output } = usage
  const { outputTokens, reasoningOutputTokens, ...beside } = output
  const cached = {
    ...(cacheReadInputTokens === undefined ? {} : { cacheReadInputTokens }),
    ...(cacheCreationInputTokens === undefined ? {} : { cacheCreationInputTokens })
  }
  if (isOutputKept) return isInputKept || inputTokens === undefined ? beside : { ...beside, inputTokens, ...cached }
  return output
}

/**
 * The usage that a chunk reports: its own, Groq's, or (Moonshot) that of a choice.
 *
 * @internal
 */
export const usageOf = ({ usage, x_groq: groq, choices }: ChatChunk): ChatUsage | undefined => {
  if (says(usage)) return usage
  if (says(groq?.usage)) return groq.usage
  if (choices === undefined || choices === null) return undefined
  for (const { usage: said } of choices) if (says(said)) return said
  return undefined
}
