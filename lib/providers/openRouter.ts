/**
 * OpenRouter, a gateway to many providers: each chunk names the one that answers, the usage says what it cost, and
 * `: OPENROUTER PROCESSING` comments come while the model has not begun. A JSON body begins with lines of white space.
 *
 * Source: https://openrouter.ai/docs/api/reference/streaming, https://openrouter.ai/docs/api/reference/overview
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: {
    /** The provider behind the gateway. */
    provider: t.unknown,
    system_fingerprint: t.unknown,
    service_tier: t.unknown
  },
  usage: { is_byok: t.unknown, cost_details: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterChunk = chatChunk('OpenRouterChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type OpenRouterChunk = t.TypeOf<typeof OpenRouterChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterResponse = chatResponse('OpenRouterResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type OpenRouterResponse = t.TypeOf<typeof OpenRouterResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const openRouter = openAIChatProvider({
  name: 'openrouter',
  source: 'https://openrouter.ai/docs/api/reference/streaming',
  terminal: 'sentinel',
  chunk: OpenRouterChunk,
  response: OpenRouterResponse
})
