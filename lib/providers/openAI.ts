/**
 * OpenAI: `obfuscation` pads each chunk to hide its length, usage comes last and without a choice, reasoning is not
 * told. A web search gives annotations, an audio model sound.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: { system_fingerprint: t.unknown, service_tier: t.unknown, obfuscation: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const OpenAIChunk = chatChunk('OpenAIChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type OpenAIChunk = t.TypeOf<typeof OpenAIChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const OpenAIResponse = chatResponse('OpenAIResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type OpenAIResponse = t.TypeOf<typeof OpenAIResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const openAI = openAIChatProvider({
  name: 'openai',
  source: 'https://platform.openai.com/docs/api-reference/chat/streaming',
  terminal: 'sentinel',
  chunk: OpenAIChunk,
  response: OpenAIResponse,
  reasoning: 'nothing'
})
