/**
 * The deltas of calls of the provider.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { InteractionsCode, InteractionsQueries, InteractionsUrls } from './callArguments.ts'

const codeExecutionCallDelta = () => ({
  type: kind('code_execution_call'),
  arguments: maybe(InteractionsCode),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsCodeExecutionCallDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsCodeExecutionCallDelta extends Fields<typeof codeExecutionCallDelta> {}

/**
 * The fields of a call of the provider: a run of code.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsCodeExecutionCallDelta = /* @__PURE__ */ open<InteractionsCodeExecutionCallDelta>(
  'InteractionsCodeExecutionCallDelta',
  codeExecutionCallDelta
)

const fileSearchCallDelta = () => ({
  type: kind('file_search_call'),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsFileSearchCallDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFileSearchCallDelta extends Fields<typeof fileSearchCallDelta> {}

/**
 * The fields of a call of the provider: a search in files.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFileSearchCallDelta = /* @__PURE__ */ open<InteractionsFileSearchCallDelta>(
  'InteractionsFileSearchCallDelta',
  fileSearchCallDelta
)

const googleMapsCallDelta = () => ({
  type: kind('google_maps_call'),
  arguments: maybe(InteractionsQueries),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsGoogleMapsCallDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGoogleMapsCallDelta extends Fields<typeof googleMapsCallDelta> {}

/**
 * The fields of a call of the provider: a search in Google Maps.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGoogleMapsCallDelta = /* @__PURE__ */ open<InteractionsGoogleMapsCallDelta>(
  'InteractionsGoogleMapsCallDelta',
  googleMapsCallDelta
)

const googleSearchCallDelta = () => ({
  type: kind('google_search_call'),
  arguments: maybe(InteractionsQueries),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsGoogleSearchCallDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGoogleSearchCallDelta extends Fields<typeof googleSearchCallDelta> {}

/**
 * The fields of a call of the provider: a Google search.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGoogleSearchCallDelta = /* @__PURE__ */ open<InteractionsGoogleSearchCallDelta>(
  'InteractionsGoogleSearchCallDelta',
  googleSearchCallDelta
)

const mCPServerToolCallDelta = () => ({
  type: kind('mcp_server_tool_call'),
  /** An object. */
  arguments: maybe(t.unknown),
  name: maybe(t.string),
  /** The name of the MCP server. */
  server_name: maybe(t.string)
})

/**
 * A value of the codec `InteractionsMCPServerToolCallDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsMCPServerToolCallDelta extends Fields<typeof mCPServerToolCallDelta> {}

/**
 * The fields of a call of the provider: a tool of an MCP server.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsMCPServerToolCallDelta = /* @__PURE__ */ open<InteractionsMCPServerToolCallDelta>(
  'InteractionsMCPServerToolCallDelta',
  mCPServerToolCallDelta
)

const processingCallDelta = () => ({
  type: kind('processing_call'),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsProcessingCallDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsProcessingCallDelta extends Fields<typeof processingCallDelta> {}

/**
 * The fields of a call of the provider: a processing of media.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsProcessingCallDelta = /* @__PURE__ */ open<InteractionsProcessingCallDelta>(
  'InteractionsProcessingCallDelta',
  processingCallDelta
)

const retrievalCallDelta = () => ({
  type: kind('retrieval_call'),
  arguments: maybe(InteractionsQueries),
  retrieval_type: maybe(word('vertex_ai_search', 'rag_store', 'exa_ai_search', 'parallel_ai_search')),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsRetrievalCallDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsRetrievalCallDelta extends Fields<typeof retrievalCallDelta> {}

/**
 * The fields of a call of the provider: a retrieval of documents.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsRetrievalCallDelta = /* @__PURE__ */ open<InteractionsRetrievalCallDelta>(
  'InteractionsRetrievalCallDelta',
  retrievalCallDelta
)

const uRLContextCallDelta = () => ({
  type: kind('url_context_call'),
  arguments: maybe(InteractionsUrls),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsURLContextCallDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsURLContextCallDelta extends Fields<typeof uRLContextCallDelta> {}

/**
 * The fields of a call of the provider: the reading of web pages.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsURLContextCallDelta = /* @__PURE__ */ open<InteractionsURLContextCallDelta>(
  'InteractionsURLContextCallDelta',
  uRLContextCallDelta
)
