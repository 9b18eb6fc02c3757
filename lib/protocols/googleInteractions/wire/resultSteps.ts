/**
 * The results of calls.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
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

const codeExecutionResultStep = () => ({
  type: kind('code_execution_result'),
  /** The id of the call. */
  call_id: maybe(textual),
  is_error: maybe(t.boolean),
  result: maybe(t.string),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsCodeExecutionResultStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsCodeExecutionResultStep extends Fields<typeof codeExecutionResultStep> {}

/**
 * The result of a call of the provider: a run of code.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsCodeExecutionResultStep = /* @__PURE__ */ open<InteractionsCodeExecutionResultStep>(
  'InteractionsCodeExecutionResultStep',
  codeExecutionResultStep
)

const fileSearchResultStep = () => ({
  type: kind('file_search_result'),
  /** The id of the call. */
  call_id: maybe(textual),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsFileSearchResultStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFileSearchResultStep extends Fields<typeof fileSearchResultStep> {}

/**
 * The result of a call of the provider: a search in files.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFileSearchResultStep = /* @__PURE__ */ open<InteractionsFileSearchResultStep>(
  'InteractionsFileSearchResultStep',
  fileSearchResultStep
)

const functionResultStep = () => ({
  type: kind('function_result'),
  /** The id of the call. */
  call_id: maybe(textual),
  is_error: maybe(t.boolean),
  name: maybe(t.string),
  result: maybe(either(t.string, either(list(InteractionsContent), t.UnknownRecord)))
})

/**
 * A value of the codec `InteractionsFunctionResultStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFunctionResultStep extends Fields<typeof functionResultStep> {}

/**
 * The result of a call of a function, as the client sent it.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/function-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFunctionResultStep = /* @__PURE__ */ open<InteractionsFunctionResultStep>(
  'InteractionsFunctionResultStep',
  functionResultStep
)

const googleMapsResultStep = () => ({
  type: kind('google_maps_result'),
  /** The id of the call. */
  call_id: maybe(textual),
  result: maybe(list(InteractionsGoogleMapsResult)),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsGoogleMapsResultStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGoogleMapsResultStep extends Fields<typeof googleMapsResultStep> {}

/**
 * The result of a call of the provider: a search in Google Maps.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGoogleMapsResultStep = /* @__PURE__ */ open<InteractionsGoogleMapsResultStep>(
  'InteractionsGoogleMapsResultStep',
  googleMapsResultStep
)

const googleSearchResultStep = () => ({
  type: kind('google_search_result'),
  /** The id of the call. */
  call_id: maybe(textual),
  is_error: maybe(t.boolean),
  result: maybe(list(InteractionsGoogleSearchResult)),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsGoogleSearchResultStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGoogleSearchResultStep extends Fields<typeof googleSearchResultStep> {}

/**
 * The result of a call of the provider: a Google search.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGoogleSearchResultStep = /* @__PURE__ */ open<InteractionsGoogleSearchResultStep>(
  'InteractionsGoogleSearchResultStep',
  googleSearchResultStep
)

const mCPServerToolResultStep = () => ({
  type: kind('mcp_server_tool_result'),
  /** The id of the call. */
  call_id: maybe(textual),
  name: maybe(t.string),
  result: maybe(either(t.string, either(list(InteractionsContent), t.UnknownRecord))),
  /** The name of the MCP server. */
  server_name: maybe(t.string)
})

/**
 * A value of the codec `InteractionsMCPServerToolResultStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsMCPServerToolResultStep extends Fields<typeof mCPServerToolResultStep> {}

/**
 * The result of a call of the provider: a tool of an MCP server.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsMCPServerToolResultStep = /* @__PURE__ */ open<InteractionsMCPServerToolResultStep>(
  'InteractionsMCPServerToolResultStep',
  mCPServerToolResultStep
)

const processingResultStep = () => ({
  type: kind('processing_result'),
  /** The id of the call. */
  call_id: maybe(textual),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsProcessingResultStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsProcessingResultStep extends Fields<typeof processingResultStep> {}

/**
 * The result of a call of the provider: a processing of media.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsProcessingResultStep = /* @__PURE__ */ open<InteractionsProcessingResultStep>(
  'InteractionsProcessingResultStep',
  processingResultStep
)

const retrievalResultStep = () => ({
  type: kind('retrieval_result'),
  /** The id of the call. */
  call_id: maybe(textual),
  is_error: maybe(t.boolean),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsRetrievalResultStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsRetrievalResultStep extends Fields<typeof retrievalResultStep> {}

/**
 * The result of a call of the provider: a retrieval of documents.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsRetrievalResultStep = /* @__PURE__ */ open<InteractionsRetrievalResultStep>(
  'InteractionsRetrievalResultStep',
  retrievalResultStep
)

const uRLContextResultStep = () => ({
  type: kind('url_context_result'),
  /** The id of the call. */
  call_id: maybe(textual),
  is_error: maybe(t.boolean),
  result: maybe(list(InteractionsURLContextResult)),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsURLContextResultStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsURLContextResultStep extends Fields<typeof uRLContextResultStep> {}

/**
 * The result of a call of the provider: the reading of web pages.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsURLContextResultStep = /* @__PURE__ */ open<InteractionsURLContextResultStep>(
  'InteractionsURLContextResultStep',
  uRLContextResultStep
)
