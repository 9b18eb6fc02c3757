/**
 * Groq: tool calls come whole, and the usage up to three times (in `x_groq`, on the finish chunk, and last without a
 * choice), each time the same.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { openAIChat } from './protocols/openAIChat.ts'
import { chatChunk, chatResponse } from './protocols/openAIChat/codec.ts'

const only = {
  system_fingerprint: t.unknown,
  service_tier: t.unknown
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
export const groq = openAIChat({
  name: 'groq',
  source: 'https://console.groq.com/docs/api-reference#chat-create',
  terminal: 'sentinel',
  chunk: GroqChunk,
  response: GroqResponse,
  reasoning: 'nothing'
})
