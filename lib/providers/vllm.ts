/**
 * vLLM: `stop_reason` says what the sampling stopped at, and the tokens themselves come where the request asked for them.
 * Reasoning is `reasoning`, in older versions `reasoning_content`.
 *
 * Source: https://docs.vllm.ai/en/stable/serving/openai_compatible_server/,
 * https://docs.vllm.ai/en/v0.11.2/features/reasoning_outputs/
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: {
    system_fingerprint: t.unknown,
    service_tier: t.unknown,
    prompt_logprobs: t.unknown,
    prompt_token_ids: t.unknown,
    kv_transfer_params: t.unknown
  },
  choice: { stop_reason: t.unknown, token_ids: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const VLLMChunk = chatChunk('VLLMChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type VLLMChunk = t.TypeOf<typeof VLLMChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const VLLMResponse = chatResponse('VLLMResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type VLLMResponse = t.TypeOf<typeof VLLMResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const vllm = openAIChatProvider({
  name: 'vllm',
  source: 'https://docs.vllm.ai/en/stable/serving/openai_compatible_server/',
  terminal: 'sentinel',
  chunk: VLLMChunk,
  response: VLLMResponse,
  reasoning: 'reasoning'
})
