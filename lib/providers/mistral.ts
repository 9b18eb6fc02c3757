/**
 * Mistral: content is text, or parts of thinking, text and references; calls come whole on the finish chunk, with
 * neither index nor type. It wants its thinking back as it came, as parts of the content.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat, https://docs.mistral.ai/capabilities/reasoning,
 * https://docs.mistral.ai/capabilities/citations
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: { p: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const MistralChunk = chatChunk('MistralChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type MistralChunk = t.TypeOf<typeof MistralChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const MistralResponse = chatResponse('MistralResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type MistralResponse = t.TypeOf<typeof MistralResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const mistral = openAIChatProvider({
  name: 'mistral',
  source: 'https://docs.mistral.ai/api/endpoint/chat',
  terminal: 'sentinel',
  chunk: MistralChunk,
  response: MistralResponse,
  reasoning: 'content'
})
