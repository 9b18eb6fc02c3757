import { field, fieldsOf } from '../../codec/field.ts'
import type { ExtraNames, ReadBeside } from '../beside.ts'
import { withChoicesExtra, withMessageExtra } from '../beside.ts'
import { lengthOf } from '../sizes.ts'
import { ChatResponse } from './codec.ts'
import { toChunk } from './toChunk.ts'

const ofMessage: ExtraNames = {
  service_tier: true,
  system_fingerprint: true,
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

const ofChoice: ExtraNames = {
  content_filter_results: true,
  content_filter_result: true,
  content_filter_offsets: true,
  moderation: true,
  provider_specific_fields: true,
  // The sequence that stopped it: vLLM, SGLang.
  stop_reason: true,
  matched_stop: true
}

const ofError: ExtraNames = { failed_generation: true }

// The choices of a body may share an index.
const choicesOf = (json: unknown): unknown => {
  const { choices } = fieldsOf(json)
  return lengthOf(choices) > 1 && ChatResponse.is(json) ? toChunk(json).choices : choices
}

/**
 * The fields beside the parts of OpenAI Chat. `failed_generation` is the text of a call that Groq could not read, which it
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
  const said = withChoicesExtra(withMessageExtra(before, json, ofMessage, emit), choicesOf(json), ofChoice, emit)
  const error = field(json, 'error')
  return error === undefined ? said : withMessageExtra(said, error, ofError, emit)
}
