/**
 * Cerebras: the body ends after the finish chunk, without `[DONE]`; usage and `time_info` come on that chunk, calls
 * come whole and several at once, reasoning as `reasoning`.
 *
 * Source: https://inference-docs.cerebras.ai/api-reference/chat-completions,
 * https://inference-docs.cerebras.ai/capabilities/reasoning
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: { system_fingerprint: t.unknown, time_info: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const CerebrasChunk = chatChunk('CerebrasChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type CerebrasChunk = t.TypeOf<typeof CerebrasChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const CerebrasResponse = chatResponse('CerebrasResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type CerebrasResponse = t.TypeOf<typeof CerebrasResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const cerebras = openAIChatProvider({
  name: 'cerebras',
  source: 'https://inference-docs.cerebras.ai/api-reference/chat-completions',
  terminal: 'finish',
  chunk: CerebrasChunk,
  response: CerebrasResponse,
  reasoning: 'reasoning'
})
