/**
 * The deltas of the results of calls.
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
import { InteractionsContent } from './contents.ts'
import {
  InteractionsGoogleMapsResult,
  InteractionsGoogleSearchResult,
  InteractionsURLContextResult
} from './results.ts'

const codeExecutionResultDelta = () => ({
  type: kind('code_execution_result'),
  is_error: maybe(t.boolean),
  result: maybe(t.string),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsCodeExecutionResultDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsCodeExecutionResultDelta extends Fields<typeof codeExecutionResultDelta> {}

/**
 * The fields of the result of a call of the provider: a run of code.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsCodeExecutionResultDelta = /* @__PURE__ */ open<InteractionsCodeExecutionResultDelta>(
  'InteractionsCodeExecutionResultDelta',
  codeExecutionResultDelta
)

const fileSearchResultDelta = () => ({
  type: kind('file_search_result'),
  result: maybe(list(t.UnknownRecord)),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsFileSearchResultDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFileSearchResultDelta extends Fields<typeof fileSearchResultDelta> {}

/**
 * The fields of the result of a call of the provider: a search in files.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFileSearchResultDelta = /* @__PURE__ */ open<InteractionsFileSearchResultDelta>(
  'InteractionsFileSearchResultDelta',
  fileSearchResultDelta
)

const functionResultDelta = () => ({
  type: kind('function_result'),
  is_error: maybe(t.boolean),
  name: maybe(t.string),
  result: maybe(either(t.string, either(list(InteractionsContent), t.UnknownRecord)))
})

/**
 * A value of the codec `InteractionsFunctionResultDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFunctionResultDelta extends Fields<typeof functionResultDelta> {}

/**
 * The result of a call of a function.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFunctionResultDelta = /* @__PURE__ */ open<InteractionsFunctionResultDelta>(
  'InteractionsFunctionResultDelta',
  functionResultDelta
)

const googleMapsResultDelta = () => ({
  type: kind('google_maps_result'),
  result: maybe(list(InteractionsGoogleMapsResult)),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsGoogleMapsResultDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGoogleMapsResultDelta extends Fields<typeof googleMapsResultDelta> {}

/**
 * The fields of the result of a call of the provider: a search in Google Maps.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGoogleMapsResultDelta = /* @__PURE__ */ open<InteractionsGoogleMapsResultDelta>(
  'InteractionsGoogleMapsResultDelta',
  googleMapsResultDelta
)

const googleSearchResultDelta = () => ({
  type: kind('google_search_result'),
  is_error: maybe(t.boolean),
  result: maybe(list(InteractionsGoogleSearchResult)),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsGoogleSearchResultDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGoogleSearchResultDelta extends Fields<typeof googleSearchResultDelta> {}

/**
 * The fields of the result of a call of the provider: a Google search.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGoogleSearchResultDelta = /* @__PURE__ */ open<InteractionsGoogleSearchResultDelta>(
  'InteractionsGoogleSearchResultDelta',
  googleSearchResultDelta
)

const mCPServerToolResultDelta = () => ({
  type: kind('mcp_server_tool_result'),
  name: maybe(t.string),
  result: maybe(either(t.string, either(list(InteractionsContent), t.UnknownRecord))),
  /** The name of the MCP server. */
  server_name: maybe(t.string)
})

/**
 * A value of the codec `InteractionsMCPServerToolResultDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsMCPServerToolResultDelta extends Fields<typeof mCPServerToolResultDelta> {}

/**
 * The fields of the result of a call of the provider: a tool of an MCP server.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsMCPServerToolResultDelta = /* @__PURE__ */ open<InteractionsMCPServerToolResultDelta>(
  'InteractionsMCPServerToolResultDelta',
  mCPServerToolResultDelta
)

const processingResultDelta = () => ({
  type: kind('processing_result'),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsProcessingResultDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsProcessingResultDelta extends Fields<typeof processingResultDelta> {}

/**
 * The fields of the result of a call of the provider: a processing of media.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsProcessingResultDelta = /* @__PURE__ */ open<InteractionsProcessingResultDelta>(
  'InteractionsProcessingResultDelta',
  processingResultDelta
)

const retrievalResultDelta = () => ({
  type: kind('retrieval_result'),
  is_error: maybe(t.boolean),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsRetrievalResultDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsRetrievalResultDelta extends Fields<typeof retrievalResultDelta> {}

/**
 * The fields of the result of a call of the provider: a retrieval of documents.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsRetrievalResultDelta = /* @__PURE__ */ open<InteractionsRetrievalResultDelta>(
  'InteractionsRetrievalResultDelta',
  retrievalResultDelta
)

const uRLContextResultDelta = () => ({
  type: kind('url_context_result'),
  is_error: maybe(t.boolean),
  result: maybe(list(InteractionsURLContextResult)),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsURLContextResultDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsURLContextResultDelta extends Fields<typeof uRLContextResultDelta> {}

/**
 * The fields of the result of a call of the provider: the reading of web pages.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsURLContextResultDelta = /* @__PURE__ */ open<InteractionsURLContextResultDelta>(
  'InteractionsURLContextResultDelta',
  uRLContextResultDelta
)
