/**
 * The fields of Perplexity.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { chatChunk, chatResponse } from './chunk.ts'
import { chatCost, chatUsage } from './usage.ts'

const perplexityCost = () => ({
  ...chatCost(),
  input_tokens_cost: maybe(t.number),
  output_tokens_cost: maybe(t.number),
  reasoning_tokens_cost: maybe(t.number),
  request_cost: maybe(t.number),
  citation_tokens_cost: maybe(t.number),
  search_queries_cost: maybe(t.number)
})

/**
 * A value of the codec `PerplexityCost`.
 *
 * @category model
 * @since 0.1.0
 */
export interface PerplexityCost extends Fields<typeof perplexityCost> {}

/**
 * The items of the cost, in dollars.
 *
 * Source: https://docs.perplexity.ai/api-reference/chat-completions-post
 *
 * @category codecs
 * @since 0.1.0
 */
export const PerplexityCost = /* @__PURE__ */ open<PerplexityCost>('PerplexityCost', perplexityCost)

const perplexityUsage = () => ({
  ...chatUsage(),
  cost: maybe(PerplexityCost),
  search_context_size: maybe(word('low', 'medium', 'high')),
  citation_tokens: maybe(t.number),
  num_search_queries: maybe(t.number)
})

/**
 * A value of the codec `PerplexityUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface PerplexityUsage extends Fields<typeof perplexityUsage> {}

/**
 * The tokens of an answer, and its cost.
 *
 * Source: https://docs.perplexity.ai/api-reference/chat-completions-post
 *
 * @category codecs
 * @since 0.1.0
 */
export const PerplexityUsage = /* @__PURE__ */ open<PerplexityUsage>('PerplexityUsage', perplexityUsage)

const perplexitySearchResult = () => ({
  title: maybe(t.string),
  url: maybe(t.string),
  date: maybe(t.string),
  last_updated: maybe(t.string),
  snippet: maybe(t.string)
})

/**
 * A value of the codec `PerplexitySearchResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface PerplexitySearchResult extends Fields<typeof perplexitySearchResult> {}

/**
 * A source of the answer.
 *
 * Source: https://docs.perplexity.ai/api-reference/chat-completions-post
 *
 * @category codecs
 * @since 0.1.0
 */
export const PerplexitySearchResult = /* @__PURE__ */ open<PerplexitySearchResult>(
  'PerplexitySearchResult',
  perplexitySearchResult
)

const envelope = () => ({
  usage: maybe(PerplexityUsage),
  /** URLs. */
  citations: maybe(list(t.string)),
  search_results: maybe(list(PerplexitySearchResult)),
  related_questions: maybe(list(t.string))
})

const perplexityChunk = () => ({
  ...chatChunk(),
  ...envelope()
})

/**
 * A value of the codec `PerplexityChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface PerplexityChunk extends Fields<typeof perplexityChunk> {}

/**
 * One event of a stream of Perplexity.
 *
 * Source: https://docs.perplexity.ai/docs/sonar/pro-search/stream-mode
 *
 * @category codecs
 * @since 0.1.0
 */
export const PerplexityChunk = /* @__PURE__ */ open<PerplexityChunk>('PerplexityChunk', perplexityChunk)

const perplexityResponse = () => ({
  ...chatResponse(),
  ...envelope()
})

/**
 * A value of the codec `PerplexityResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface PerplexityResponse extends Fields<typeof perplexityResponse> {}

/**
 * A complete answer of Perplexity as one JSON body.
 *
 * Source: https://docs.perplexity.ai/api-reference/chat-completions-post
 *
 * @category codecs
 * @since 0.1.0
 */
export const PerplexityResponse = /* @__PURE__ */ open<PerplexityResponse>('PerplexityResponse', perplexityResponse)
