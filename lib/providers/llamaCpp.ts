/**
 * llama.cpp's server: `timings` beside the usage, and `prompt_progress` while the prompt is read, where the request
 * asked for it.
 *
 * Source: https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: { system_fingerprint: t.unknown, timings: t.unknown, prompt_progress: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const LlamaCppChunk = chatChunk('LlamaCppChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type LlamaCppChunk = t.TypeOf<typeof LlamaCppChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const LlamaCppResponse = chatResponse('LlamaCppResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type LlamaCppResponse = t.TypeOf<typeof LlamaCppResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const llamaCpp = openAIChatProvider({
  name: 'llamacpp',
  source: 'https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md',
  terminal: 'sentinel',
  chunk: LlamaCppChunk,
  response: LlamaCppResponse,
  reasoning: 'reasoning_content'
})
