/**
 * Usage: running totals, of which the last event has all. Tokens of the thinking are not among those of the output, and
 * those that tools of the provider produced are not among those of the input, unless the total shows otherwise.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @since 0.1.0
 */
import { isNothing } from '../../codec/field.ts'
import type { Usage } from '../../data/Usage.ts'
import { fromCounts, tokens } from '../../data/Usage.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * The usage so far, merged with that of one event.
 *
 * Laws: `merged(merged(u, v), v) = merged(u, v)`; a null erases nothing.
 *
 * @internal
 */
export const merged = (known: Json | null, said: Json): Json => ({
  ...known,
  ...Object.fromEntries(
    Object.entries(said).filter(([name, value]) => !isNothing(value) || known?.[name] === undefined)
  )
})

const sum = (first: number | undefined, second: number | undefined): number | undefined =>
  first === undefined ? second : first + (second ?? 0)

/** @internal */
export const toUsage = (raw: Json): Usage => {
  const prompt = tokens(raw['total_input_tokens'])
  const answer = tokens(raw['total_output_tokens'])
  const thoughts = tokens(raw['total_thought_tokens'])
  const totalTokens = tokens(raw['total_tokens'])
  const input = sum(prompt, tokens(raw['total_tool_use_tokens']))
  const output = sum(answer, thoughts)
  const isTotal = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined && b !== undefined && a + b === totalTokens
  const isWithin = !isTotal(input, output) && isTotal(input, answer)
  return fromCounts(
    {
      inputTokens: !isTotal(input, output) && !isWithin && isTotal(prompt, output) ? prompt : input,
      outputTokens: isWithin ? answer : output,
      totalTokens,
      cacheReadInputTokens: tokens(raw['total_cached_tokens']),
      reasoningOutputTokens: thoughts
    },
    raw
  )
}
