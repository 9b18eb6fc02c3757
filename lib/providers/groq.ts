/**
 * Groq: tool calls come whole, and the usage up to three times (in `x_groq`, on the finish chunk, and last without a
 * choice), each time the same. Its compound systems run tools by themselves and say so in `executed_tools`.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create, https://console.groq.com/docs/tool-use/built-in-tools
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: { system_fingerprint: t.unknown, service_tier: t.unknown, usage_breakdown: t.unknown },
  usage: { queue_time: t.unknown, prompt_time: t.unknown, completion_time: t.unknown, total_time: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const GroqChunk = chatChunk('GroqChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type GroqChunk = t.TypeOf<typeof GroqChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const GroqResponse = chatResponse('GroqResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type GroqResponse = t.TypeOf<typeof GroqResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const groq = openAIChatProvider({
  name: 'groq',
  source: 'https://console.groq.com/docs/api-reference#chat-create',
  terminal: 'sentinel',
  chunk: GroqChunk,
  response: GroqResponse,
  reasoning: 'reasoning'
})
