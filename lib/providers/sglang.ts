/**
 * SGLang: `matched_stop` says what the sampling stopped at, a role and calls may be null in every delta, and a call's id
 * comes again with each of its fragments. Usage counts reasoning beside its details.
 *
 * Source: https://docs.sglang.io/docs/basic_usage/openai_api_completions,
 * https://docs.sglang.io/docs/advanced_features/separate_reasoning
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = { ...nothingElse, choice: { matched_stop: t.unknown } }

/**
 * @category codecs
 * @since 0.1.0
 */
export const SGLangChunk = chatChunk('SGLangChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type SGLangChunk = t.TypeOf<typeof SGLangChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const SGLangResponse = chatResponse('SGLangResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type SGLangResponse = t.TypeOf<typeof SGLangResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const sglang = openAIChatProvider({
  name: 'sglang',
  source: 'https://docs.sglang.io/docs/basic_usage/openai_api_completions',
  terminal: 'sentinel',
  chunk: SGLangChunk,
  response: SGLangResponse,
  reasoning: 'reasoning_content'
})
