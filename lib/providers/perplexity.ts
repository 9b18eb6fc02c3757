/**
 * Perplexity: each chunk has usage so far, all sources in `citations` and `search_results`, and the whole `message` so
 * far beside its delta, which is not read. The cost is told by what it is for, and as a whole. It sends no `[DONE]`.
 *
 * Source: https://docs.perplexity.ai/api-reference/chat-completions-post,
 * https://docs.perplexity.ai/docs/sonar/pro-search/stream-mode,
 * https://github.com/perplexityai/api-discussion/issues/209
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { chatChunk, chatResponse, nothingElse } from '../protocols/openAIChat/codec.ts'
import { openAIChatProvider } from '../protocols/openAIChat/index.ts'

const only = {
  ...nothingElse,
  envelope: { images: t.unknown, related_questions: t.unknown },
  choice: { message: t.unknown },
  usage: { search_context_size: t.unknown, citation_tokens: t.unknown, num_search_queries: t.unknown }
}

/**
 * @category codecs
 * @since 0.1.0
 */
export const PerplexityChunk = chatChunk('PerplexityChunk', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type PerplexityChunk = t.TypeOf<typeof PerplexityChunk>

/**
 * @category codecs
 * @since 0.1.0
 */
export const PerplexityResponse = chatResponse('PerplexityResponse', only)

/**
 * @category codecs
 * @since 0.1.0
 */
export type PerplexityResponse = t.TypeOf<typeof PerplexityResponse>

/**
 * @category providers
 * @since 0.1.0
 */
export const perplexity = openAIChatProvider({
  name: 'perplexity',
  source: 'https://docs.perplexity.ai/api-reference/chat-completions-post',
  terminal: 'finish',
  chunk: PerplexityChunk,
  response: PerplexityResponse,
  reasoning: 'nothing'
})
