/**
 * DeepSeek: `reasoning_content` before `content`, usage on the finish chunk with what the cache held, and `: keep-
 * alive` comments while it waits. In a turn with calls it wants its reasoning back.
 *
 * Source: https://api-docs.deepseek.com/api/create-chat-completion,
 * https://api-docs.deepseek.com/guides/thinking_mode, https://api-docs.deepseek.com/guides/kv_cache,
 * https://api-docs.deepseek.com/quick_start/rate_limit
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: { system_fingerprint: t.unknown },
  usage: { prompt_cache_miss_tokens: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const DeepSeekChunk = chatChunk('DeepSeekChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type DeepSeekChunk = t.TypeOf<typeof DeepSeekChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const DeepSeekResponse = chatResponse('DeepSeekResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type DeepSeekResponse = t.TypeOf<typeof DeepSeekResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const deepSeek = openAIChatProvider({
  name: 'deepseek',
  source: 'https://api-docs.deepseek.com/api/create-chat-completion',
  terminal: 'sentinel',
  chunk: DeepSeekChunk,
  response: DeepSeekResponse,
  reasoning: 'reasoning_content'
})
