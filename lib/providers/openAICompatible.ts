/**
 * Any server that speaks OpenAI Chat Completions, for those that have no provider of their own: it takes what all of them
 * send, and needs no `[DONE]`.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @since 0.1.0
 */
import { ChatChunk, ChatResponse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

/**
 * @category providers
 * @since 0.1.0
 */
export const openAICompatible = openAIChatProvider({
  name: 'openai-compatible',
  source: 'https://platform.openai.com/docs/api-reference/chat/streaming',
  terminal: 'finish',
  chunk: ChatChunk,
  response: ChatResponse
})
