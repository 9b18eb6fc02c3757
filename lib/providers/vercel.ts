/**
 * Vercel's AI gateway: reasoning with details as OpenRouter has them, images of a model that makes some, and, with the
 * finish reason, `provider_metadata` with what the provider behind it said.
 *
 * Source: https://vercel.com/docs/ai-gateway/sdks-and-apis/openai-chat-completions,
 * https://vercel.com/docs/ai-gateway/sdks-and-apis/openai-chat-completions/reasoning
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: { system_fingerprint: t.unknown, service_tier: t.unknown, generationId: t.unknown },
  delta: { provider_metadata: t.unknown },
  usage: { is_byok: t.unknown, cost_details: t.unknown, market_cost: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const VercelChunk = chatChunk('VercelChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type VercelChunk = t.TypeOf<typeof VercelChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const VercelResponse = chatResponse('VercelResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type VercelResponse = t.TypeOf<typeof VercelResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const vercel = openAIChatProvider({
  name: 'vercel',
  source: 'https://vercel.com/docs/ai-gateway/sdks-and-apis/openai-chat-completions',
  terminal: 'sentinel',
  chunk: VercelChunk,
  response: VercelResponse
})
