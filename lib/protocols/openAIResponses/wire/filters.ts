/**
 * Settings of the tools that search.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const responsesComparisonFilter = () => ({
  key: maybe(t.string),
  type: maybe(word('eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'nin')),
  value: maybe(t.unknown)
})

/**
 * A value of the codec `ResponsesComparisonFilter`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesComparisonFilter extends Fields<typeof responsesComparisonFilter> {}

/**
 * A filter that compares an attribute of a file with a value.
 *
 * Source: https://platform.openai.com/docs/guides/retrieval
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesComparisonFilter = /* @__PURE__ */ open<ResponsesComparisonFilter>(
  'ResponsesComparisonFilter',
  responsesComparisonFilter
)

const responsesCompoundFilter = () => ({
  /** Comparisons, and compound filters. */
  filters: maybe(list(t.unknown)),
  type: maybe(word('and', 'or'))
})

/**
 * A value of the codec `ResponsesCompoundFilter`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCompoundFilter extends Fields<typeof responsesCompoundFilter> {}

/**
 * Several filters, of which all or one must accept a file.
 *
 * Source: https://platform.openai.com/docs/guides/retrieval
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCompoundFilter = /* @__PURE__ */ open<ResponsesCompoundFilter>(
  'ResponsesCompoundFilter',
  responsesCompoundFilter
)

const responsesHybridSearch = () => ({
  embedding_weight: maybe(t.number),
  text_weight: maybe(t.number)
})

/**
 * A value of the codec `ResponsesHybridSearch`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesHybridSearch extends Fields<typeof responsesHybridSearch> {}

/**
 * The weights of two kinds of search.
 *
 * Source: https://platform.openai.com/docs/guides/retrieval
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesHybridSearch = /* @__PURE__ */ open<ResponsesHybridSearch>(
  'ResponsesHybridSearch',
  responsesHybridSearch
)

const responsesRankingOptions = () => ({
  hybrid_search: maybe(ResponsesHybridSearch),
  ranker: maybe(word('auto', 'default-2024-11-15')),
  /** From 0 to 1. */
  score_threshold: maybe(t.number)
})

/**
 * A value of the codec `ResponsesRankingOptions`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesRankingOptions extends Fields<typeof responsesRankingOptions> {}

/**
 * The ranking of the results of a file search.
 *
 * Source: https://platform.openai.com/docs/guides/retrieval
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesRankingOptions = /* @__PURE__ */ open<ResponsesRankingOptions>(
  'ResponsesRankingOptions',
  responsesRankingOptions
)

const responsesWebSearchFilters = () => ({
  /** All if it is missing. */
  allowed_domains: maybe(list(t.string))
})

/**
 * A value of the codec `ResponsesWebSearchFilters`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesWebSearchFilters extends Fields<typeof responsesWebSearchFilters> {}

/**
 * The domains that a web search may use.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesWebSearchFilters = /* @__PURE__ */ open<ResponsesWebSearchFilters>(
  'ResponsesWebSearchFilters',
  responsesWebSearchFilters
)

const responsesUserLocation = () => ({
  type: maybe(word('approximate')),
  city: maybe(t.string),
  /** Two letters, as in ISO 3166-1. */
  country: maybe(t.string),
  region: maybe(t.string),
  /** An IANA name. */
  timezone: maybe(t.string)
})

/**
 * A value of the codec `ResponsesUserLocation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesUserLocation extends Fields<typeof responsesUserLocation> {}

/**
 * The approximate place of the user.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesUserLocation = /* @__PURE__ */ open<ResponsesUserLocation>(
  'ResponsesUserLocation',
  responsesUserLocation
)
