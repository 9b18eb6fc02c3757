/**
 * The retrieval of documents.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const exaAISearchConfig = () => ({
  api_key: maybe(t.string),
  custom_config: maybe(t.UnknownRecord)
})

/**
 * A value of the codec `InteractionsExaAISearchConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsExaAISearchConfig extends Fields<typeof exaAISearchConfig> {}

/**
 * The settings of another search service.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsExaAISearchConfig = /* @__PURE__ */ open<InteractionsExaAISearchConfig>(
  'InteractionsExaAISearchConfig',
  exaAISearchConfig
)

const ragResource = () => ({
  rag_corpus: maybe(t.string),
  rag_file_ids: maybe(list(t.string))
})

/**
 * A value of the codec `InteractionsRagResource`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsRagResource extends Fields<typeof ragResource> {}

/**
 * Files of a corpus.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsRagResource = /* @__PURE__ */ open<InteractionsRagResource>(
  'InteractionsRagResource',
  ragResource
)

const filter = () => ({
  metadata_filter: maybe(t.string),
  vector_distance_threshold: maybe(t.number),
  vector_similarity_threshold: maybe(t.number)
})

/**
 * A value of the codec `InteractionsFilter`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFilter extends Fields<typeof filter> {}

/**
 * The filter of a retrieval.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFilter = /* @__PURE__ */ open<InteractionsFilter>('InteractionsFilter', filter)

const hybridSearch = () => ({
  alpha: maybe(t.number)
})

/**
 * A value of the codec `InteractionsHybridSearch`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsHybridSearch extends Fields<typeof hybridSearch> {}

/**
 * The weights of a retrieval by words and by meaning.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsHybridSearch = /* @__PURE__ */ open<InteractionsHybridSearch>(
  'InteractionsHybridSearch',
  hybridSearch
)

const rankService = () => ({
  model_name: maybe(t.string)
})

/**
 * A value of the codec `InteractionsRankService`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsRankService extends Fields<typeof rankService> {}

/**
 * The service that ranks documents.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsRankService = /* @__PURE__ */ open<InteractionsRankService>(
  'InteractionsRankService',
  rankService
)

const ranking = () => ({
  model_name: maybe(t.string),
  rank_service: maybe(InteractionsRankService),
  ranking_config: maybe(word('rank_service'))
})

/**
 * A value of the codec `InteractionsRanking`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsRanking extends Fields<typeof ranking> {}

/**
 * The ranking of documents.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsRanking = /* @__PURE__ */ open<InteractionsRanking>('InteractionsRanking', ranking)

const ragRetrievalConfig = () => ({
  filter: maybe(InteractionsFilter),
  hybrid_search: maybe(InteractionsHybridSearch),
  ranking: maybe(InteractionsRanking),
  top_k: maybe(t.number)
})

/**
 * A value of the codec `InteractionsRagRetrievalConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsRagRetrievalConfig extends Fields<typeof ragRetrievalConfig> {}

/**
 * The settings of a retrieval.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsRagRetrievalConfig = /* @__PURE__ */ open<InteractionsRagRetrievalConfig>(
  'InteractionsRagRetrievalConfig',
  ragRetrievalConfig
)

const ragStoreConfig = () => ({
  rag_resources: maybe(list(InteractionsRagResource)),
  rag_retrieval_config: maybe(InteractionsRagRetrievalConfig),
  similarity_top_k: maybe(t.number),
  vector_distance_threshold: maybe(t.number)
})

/**
 * A value of the codec `InteractionsRagStoreConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsRagStoreConfig extends Fields<typeof ragStoreConfig> {}

/**
 * The corpora of a retrieval.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsRagStoreConfig = /* @__PURE__ */ open<InteractionsRagStoreConfig>(
  'InteractionsRagStoreConfig',
  ragStoreConfig
)

const vertexAISearchConfig = () => ({
  datastores: maybe(list(t.string)),
  engine: maybe(t.string)
})

/**
 * A value of the codec `InteractionsVertexAISearchConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsVertexAISearchConfig extends Fields<typeof vertexAISearchConfig> {}

/**
 * The settings of Vertex AI Search.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsVertexAISearchConfig = /* @__PURE__ */ open<InteractionsVertexAISearchConfig>(
  'InteractionsVertexAISearchConfig',
  vertexAISearchConfig
)

const retrieval = () => ({
  type: kind('retrieval'),
  exa_ai_search_config: maybe(InteractionsExaAISearchConfig),
  parallel_ai_search_config: maybe(InteractionsExaAISearchConfig),
  rag_store_config: maybe(InteractionsRagStoreConfig),
  retrieval_types: maybe(list(word('vertex_ai_search', 'rag_store', 'exa_ai_search', 'parallel_ai_search'))),
  vertex_ai_search_config: maybe(InteractionsVertexAISearchConfig)
})

/**
 * A value of the codec `InteractionsRetrieval`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsRetrieval extends Fields<typeof retrieval> {}

/**
 * The tool that retrieves documents.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsRetrieval = /* @__PURE__ */ open<InteractionsRetrieval>('InteractionsRetrieval', retrieval)
