/**
 * Usage.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const modalityTokens = () => ({
  modality: maybe(word('text', 'image', 'document', 'audio', 'video')),
  tokens: maybe(t.number)
})

/**
 * A value of the codec `InteractionsModalityTokens`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsModalityTokens extends Fields<typeof modalityTokens> {}

/**
 * The tokens of one modality.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsModalityTokens = /* @__PURE__ */ open<InteractionsModalityTokens>(
  'InteractionsModalityTokens',
  modalityTokens
)

const groundingToolCount = () => ({
  count: maybe(t.number),
  type: maybe(word('google_search', 'google_maps', 'retrieval'))
})

/**
 * A value of the codec `InteractionsGroundingToolCount`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGroundingToolCount extends Fields<typeof groundingToolCount> {}

/**
 * How often a tool of grounding was used.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGroundingToolCount = /* @__PURE__ */ open<InteractionsGroundingToolCount>(
  'InteractionsGroundingToolCount',
  groundingToolCount
)

const usage = () => ({
  cached_tokens_by_modality: maybe(list(InteractionsModalityTokens)),
  grounding_tool_count: maybe(list(InteractionsGroundingToolCount)),
  initial_input_tokens: maybe(t.number),
  input_tokens_by_modality: maybe(list(InteractionsModalityTokens)),
  output_tokens_by_modality: maybe(list(InteractionsModalityTokens)),
  tool_use_tokens_by_modality: maybe(list(InteractionsModalityTokens)),
  total_cached_tokens: maybe(t.number),
  /** Cached tokens included, those of tools not. */
  total_input_tokens: maybe(t.number),
  /** Without those of the thinking. */
  total_output_tokens: maybe(t.number),
  total_thought_tokens: maybe(t.number),
  total_tokens: maybe(t.number),
  /** Input that tools of the provider produced. */
  total_tool_use_tokens: maybe(t.number)
})

/**
 * A value of the codec `InteractionsUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsUsage extends Fields<typeof usage> {}

/**
 * The tokens of the interaction. Those of the thinking are not among those of the output.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsUsage = /* @__PURE__ */ open<InteractionsUsage>('InteractionsUsage', usage)
