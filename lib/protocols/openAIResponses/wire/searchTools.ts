/**
 * The definitions of the tools that search, which the response repeats from the request.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { either } from '../../../codec/either.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import {
  ResponsesComparisonFilter,
  ResponsesCompoundFilter,
  ResponsesRankingOptions,
  ResponsesUserLocation,
  ResponsesWebSearchFilters
} from './filters.ts'

const responsesFileSearchTool = () => ({
  type: kind('file_search'),
  vector_store_ids: maybe(list(t.string)),
  filters: maybe(either(ResponsesComparisonFilter, ResponsesCompoundFilter)),
  /** From 1 to 50. */
  max_num_results: maybe(t.number),
  ranking_options: maybe(ResponsesRankingOptions)
})

/**
 * A value of the codec `ResponsesFileSearchTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFileSearchTool extends Fields<typeof responsesFileSearchTool> {}

/**
 * The tool that searches the files of vector stores.
 *
 * Source: https://platform.openai.com/docs/guides/tools-file-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFileSearchTool = /* @__PURE__ */ open<ResponsesFileSearchTool>(
  'ResponsesFileSearchTool',
  responsesFileSearchTool
)

const responsesWebSearchTool = () => ({
  type: either(kind('web_search'), kind('web_search_2025_08_26')),
  filters: maybe(ResponsesWebSearchFilters),
  /** The part of the context that the results may take. */
  search_context_size: maybe(word('low', 'medium', 'high')),
  user_location: maybe(ResponsesUserLocation)
})

/**
 * A value of the codec `ResponsesWebSearchTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesWebSearchTool extends Fields<typeof responsesWebSearchTool> {}

/**
 * The tool that searches the web.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesWebSearchTool = /* @__PURE__ */ open<ResponsesWebSearchTool>(
  'ResponsesWebSearchTool',
  responsesWebSearchTool
)

const responsesWebSearchPreviewTool = () => ({
  type: either(kind('web_search_preview'), kind('web_search_preview_2025_03_11')),
  search_content_types: maybe(list(word('text', 'image'))),
  /** The part of the context that the results may take. */
  search_context_size: maybe(word('low', 'medium', 'high')),
  user_location: maybe(ResponsesUserLocation)
})

/**
 * A value of the codec `ResponsesWebSearchPreviewTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesWebSearchPreviewTool extends Fields<typeof responsesWebSearchPreviewTool> {}

/**
 * The first version of the tool that searches the web.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesWebSearchPreviewTool = /* @__PURE__ */ open<ResponsesWebSearchPreviewTool>(
  'ResponsesWebSearchPreviewTool',
  responsesWebSearchPreviewTool
)

const responsesToolSearchTool = () => ({
  type: kind('tool_search'),
  description: maybe(t.string),
  /** The side that searches. */
  execution: maybe(word('server', 'client')),
  /** JSON schema of the arguments, if the client searches. */
  parameters: maybe(t.unknown)
})

/**
 * A value of the codec `ResponsesToolSearchTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesToolSearchTool extends Fields<typeof responsesToolSearchTool> {}

/**
 * The tool that finds tools whose loading is deferred.
 *
 * Source: https://platform.openai.com/docs/guides/tools-tool-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesToolSearchTool = /* @__PURE__ */ open<ResponsesToolSearchTool>(
  'ResponsesToolSearchTool',
  responsesToolSearchTool
)
