import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf, isNothing } from '../../codec/field.ts'
import type { Extra } from '../../data/extra.ts'
import type { ExtraNames, ReadBeside } from '../beside.ts'
import { isKnown, withChoicesExtra, withMessageExtra } from '../beside.ts'
import { lengthOf } from '../sizes.ts'
import { toChunk } from './toChunk.ts'
import { ChatResponse } from './wire/chunk.ts'

/** @internal */
export const ofMessage: ExtraNames = {
  service_tier: true,
  moderation: true,
  conversation: true,
  // The provider behind a gateway: OpenRouter, Vercel, LiteLLM.
  provider: true,
  openrouter_metadata: true,
  provider_metadata: true,
  provider_specific_fields: true,
  // Filters of the prompt: Azure, Z.ai, MiniMax.
  prompt_filter_results: true,
  content_filter: true,
  input_sensitive: true,
  input_sensitive_type: true,
  output_sensitive: true,
  output_sensitive_type: true,
  // Counts and times beside the usage: Groq, Cerebras, llama.cpp, Azure.
  usage_breakdown: true,
  time_info: true,
  timings: true,
  latency_checkpoint: true,
  request_id: true,
  x_groq: ['id']
}

/** @internal */
export const ofChoice: ExtraNames = {
  content_filter_results: true,
  content_filter_result: true,
  moderation: true,
  provider_specific_fields: true,
  // The sequence that stopped it: vLLM, SGLang.
  stop_reason: true,
  matched_stop: true
}

const ofError: ExtraNames = { failed_generation: true }

// Whether a chunk has no new value for a field on the list.
const isPlain = (chunk: Extra, known: Extra): boolean => {
  const { service_tier: tier, provider, moderation, conversation } = chunk
  if (!isKnown(provider, known['provider'])) return false
  if (!isKnown(tier, known['service_tier']) || !isNothing(moderation ?? conversation)) return false
  const { openrouter_metadata, provider_metadata, provider_specific_fields, prompt_filter_results, content_filter } =
    chunk
  if (!isNothing(openrouter_metadata ?? provider_metadata ?? provider_specific_fields)) return false
  if (!isNothing(prompt_filter_results ?? content_filter)) return false
  const { input_sensitive, input_sensitive_type, output_sensitive, output_sensitive_type } = chunk
  if (!isNothing(input_sensitive ?? input_sensitive_type ?? output_sensitive ?? output_sensitive_type)) return false
  const { usage_breakdown, time_info, timings, latency_checkpoint, request_id, x_groq } = chunk
  return isNothing(usage_breakdown ?? time_info ?? timings ?? latency_checkpoint ?? request_id ?? x_groq)
}

const isPlainChoice = (choice: Extra): boolean => {
  const { content_filter_results, content_filter_result } = choice
  if (!isNothing(content_filter_results ?? content_filter_result)) return false
  const { moderation, provider_specific_fields, stop_reason, matched_stop } = choice
  return isNothing(moderation ?? provider_specific_fields ?? stop_reason ?? matched_stop)
}

// The choices of a body may share an index.
const choicesOf = (json: Extra): unknown =>
  lengthOf(json['choices']) > 1 && ChatResponse.is(json) ? toChunk(json).choices : json['choices']

/**
 * The fields beside the parts of OpenAI Chat. `failed_generation` is the text of a call that Groq could not parse, which it
 * returns in an error.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object,
 * https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-annotations,
 * https://console.groq.com/docs/errors, https://openrouter.ai/docs/api-reference/overview
 *
 * @since 0.1.0
 *
 * @internal
 */
export const chatBeside: ReadBeside = (before, json, emit) => {
  const chunk = fieldsOf(asItCame(json))
  const { error } = chunk
  const message = isPlain(chunk, before.message) ? before : withMessageExtra(before, chunk, ofMessage, emit)
  const said = withChoicesExtra(message, choicesOf(chunk), isPlainChoice, ofChoice, emit)
  return error === undefined ? said : withMessageExtra(said, error, ofError, emit)
}
