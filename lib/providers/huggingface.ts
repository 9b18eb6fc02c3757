/**
 * Hugging Face's router: what comes is what the provider behind it sends (Groq, Cerebras, Z.AI, …), so some streams
 * have no `[DONE]`.
 *
 * Source: https://huggingface.co/docs/inference-providers/tasks/chat-completion
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
    time_info: t.unknown,
    usage_breakdown: t.unknown
  },
  usage: { queue_time: t.unknown, prompt_time: t.unknown, completion_time: t.unknown, total_time: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const HuggingFaceChunk = chatChunk('HuggingFaceChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type HuggingFaceChunk = t.TypeOf<typeof HuggingFaceChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const HuggingFaceResponse = chatResponse('HuggingFaceResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type HuggingFaceResponse = t.TypeOf<typeof HuggingFaceResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const huggingface = openAIChatProvider({
  name: 'huggingface',
  source: 'https://huggingface.co/docs/inference-providers/tasks/chat-completion',
  terminal: 'finish',
  chunk: HuggingFaceChunk,
  response: HuggingFaceResponse,
  reasoning: 'nothing'
})
