/**
 * Z.AI: calls come whole, also after a finish reason, which then comes once more.
 *
 * Source: https://docs.z.ai/api-reference/llm/chat-completion, https://docs.z.ai/guides/capabilities/thinking-mode
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: { request_id: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const ZAIChunk = chatChunk('ZAIChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type ZAIChunk = t.TypeOf<typeof ZAIChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const ZAIResponse = chatResponse('ZAIResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type ZAIResponse = t.TypeOf<typeof ZAIResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const zai = openAIChatProvider({
  name: 'zai',
  source: 'https://docs.z.ai/api-reference/llm/chat-completion',
  terminal: 'sentinel',
  chunk: ZAIChunk,
  response: ZAIResponse,
  reasoning: 'reasoning_content'
})
