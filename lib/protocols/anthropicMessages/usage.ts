/**
 * Usage, which is sent twice: in full at the start of the message, and at its end the fields that have changed, as
 * running totals. `input_tokens` excludes the cache, and the wire has no total.
 *
 * Counts of a side (input or output) that are all 0 or null are ignored; otherwise each that is not null replaces the
 * earlier one. The top level excludes compactions, so if `iterations` has one, compaction and message are added up.
 * Iterations of another model have another price, and are not added.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/prompt-caching#tracking-cache-performance,
 * https://platform.claude.com/docs/en/build-with-claude/compaction
 *
 * @since 0.1.0
 */
import { field, isNothing, listOf } from '../../codec/field.ts'
import type { Usage } from '../../data/Usage.ts'
import { fromCounts, tokens } from '../../data/Usage.ts'
import type { AnthropicMessageStop } from './wire/events.ts'

type Json = Readonly<Record<string, unknown>>

const sides: ReadonlyArray<ReadonlyArray<string>> = [
  ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'],
  ['output_tokens', 'output_tokens_details']
]

const isCounted = (u: unknown): boolean =>
  typeof u === 'object' && u !== null ? Object.values(u).some(isCounted) : typeof u === 'number' && u !== 0

/**
 * The usage so far, merged with that of one event.
 *
 * Laws: `merged(merged(u, v), v) = merged(u, v)`; a null erases nothing; zeros alone erase nothing.
 *
 * @internal
 */
export const merged = (known: Json | null, said: Json): Json => {
  if (known === null) return { ...said }
  const silent = sides.filter((side) => !side.some((name) => isCounted(field(said, name)))).flat()
  const isKnown = (name: string): boolean => Object.hasOwn(known, name) && !isNothing(known[name])
  const news = Object.entries(said).filter(
    ([name, value]) => !isKnown(name) || (!isNothing(value) && !silent.includes(name))
  )
  return { ...known, ...Object.fromEntries(news) }
}

const sum = (iterations: ReadonlyArray<unknown>, name: string): number | undefined =>
  iterations
    .map((iteration) => tokens(field(iteration, name)))
    .reduce<number | undefined>((all, one) => (one === undefined ? all : (all ?? 0) + one), undefined)

// The counts of the answer itself: those of the top level, unless an iteration was a compaction.
const counted = (raw: Json): Json => {
  const own = listOf(field(raw, 'iterations')).filter((one) =>
    ['compaction', 'message'].includes(String(field(one, 'type')))
  )
  if (!own.some((one) => field(one, 'type') === 'compaction')) return raw
  // Before the message is written, its counts are at the top level alone.
  if (!own.some((one) => field(one, 'type') === 'message')) own.push(raw)
  return {
    ...raw,
    input_tokens: sum(own, 'input_tokens'),
    output_tokens: sum(own, 'output_tokens'),
    cache_creation_input_tokens: sum(own, 'cache_creation_input_tokens'),
    cache_read_input_tokens: sum(own, 'cache_read_input_tokens')
  }
}

/** @internal */
export const toUsage = (raw: Json): Usage => {
  const own = counted(raw)
  const fresh = tokens(own['input_tokens'])
  const cacheReadInputTokens = tokens(own['cache_read_input_tokens'])
  const cacheCreationInputTokens = tokens(own['cache_creation_input_tokens'])
  return fromCounts(
    {
      inputTokens:
        fresh === undefined ? undefined : tokens(fresh + (cacheReadInputTokens ?? 0) + (cacheCreationInputTokens ?? 0)),
      outputTokens: tokens(own['output_tokens']),
      cacheReadInputTokens,
      cacheCreationInputTokens,
      reasoningOutputTokens: tokens(field(raw['output_tokens_details'], 'thinking_tokens'))
    },
    raw
  )
}

/**
 * Bedrock's own counts, for a response without usage.
 *
 * @internal
 */
export const fromMetrics = ({
  'amazon-bedrock-invocationMetrics': metrics
}: AnthropicMessageStop): Usage | undefined =>
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
