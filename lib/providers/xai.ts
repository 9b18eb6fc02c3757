/**
 * xAI: calls come whole, `completion_tokens` leaves reasoning out, and what was searched for is told in `citations`,
 * `num_sources_used` and, in ten-thousand-millionths of a dollar, `cost_in_usd_ticks`.
 *
 * Source: https://docs.x.ai/developers/rest-api-reference/inference/chat, https://docs.x.ai/developers/cost-tracking
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: { system_fingerprint: t.unknown },
  usage: { cost_in_usd_ticks: t.unknown, num_sources_used: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const XAIChunk = chatChunk('XAIChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type XAIChunk = t.TypeOf<typeof XAIChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const XAIResponse = chatResponse('XAIResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type XAIResponse = t.TypeOf<typeof XAIResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const xai = openAIChatProvider({
  name: 'xai',
  source: 'https://docs.x.ai/developers/rest-api-reference/inference/chat',
  terminal: 'sentinel',
  chunk: XAIChunk,
  response: XAIResponse,
  reasoning: 'reasoning_content'
})
