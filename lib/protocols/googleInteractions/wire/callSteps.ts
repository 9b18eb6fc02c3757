/**
 * Calls, of functions and of the provider.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { InteractionsCode, InteractionsQueries, InteractionsUrls } from './callArguments.ts'

const codeExecutionCallStep = () => ({
  type: kind('code_execution_call'),
  arguments: maybe(InteractionsCode),
  id: maybe(textual),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsCodeExecutionCallStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsCodeExecutionCallStep extends Fields<typeof codeExecutionCallStep> {}

/**
 * A call of the provider: a run of code.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsCodeExecutionCallStep = /* @__PURE__ */ open<InteractionsCodeExecutionCallStep>(
  'InteractionsCodeExecutionCallStep',
  codeExecutionCallStep
)

const fileSearchCallStep = () => ({
  type: kind('file_search_call'),
  id: maybe(textual),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsFileSearchCallStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFileSearchCallStep extends Fields<typeof fileSearchCallStep> {}

/**
 * A call of the provider: a search in files.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFileSearchCallStep = /* @__PURE__ */ open<InteractionsFileSearchCallStep>(
  'InteractionsFileSearchCallStep',
  fileSearchCallStep
)

const functionCallStep = () => ({
  type: kind('function_call'),
  /** An object; empty at the start of a step. */
  arguments: maybe(t.unknown),
  id: maybe(textual),
  name: maybe(t.string)
})

/**
 * A value of the codec `InteractionsFunctionCallStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFunctionCallStep extends Fields<typeof functionCallStep> {}

/**
 * A call of a function, which the client answers with a `function_result`.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/function-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFunctionCallStep = /* @__PURE__ */ open<InteractionsFunctionCallStep>(
  'InteractionsFunctionCallStep',
  functionCallStep
)

const googleMapsCallStep = () => ({
  type: kind('google_maps_call'),
  arguments: maybe(InteractionsQueries),
  id: maybe(textual),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsGoogleMapsCallStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGoogleMapsCallStep extends Fields<typeof googleMapsCallStep> {}

/**
 * A call of the provider: a search in Google Maps.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGoogleMapsCallStep = /* @__PURE__ */ open<InteractionsGoogleMapsCallStep>(
  'InteractionsGoogleMapsCallStep',
  googleMapsCallStep
)

const googleSearchCallStep = () => ({
  type: kind('google_search_call'),
  arguments: maybe(InteractionsQueries),
  id: maybe(textual),
  search_type: maybe(word('web_search', 'image_search', 'enterprise_web_search')),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsGoogleSearchCallStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGoogleSearchCallStep extends Fields<typeof googleSearchCallStep> {}

/**
 * A call of the provider: a Google search.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGoogleSearchCallStep = /* @__PURE__ */ open<InteractionsGoogleSearchCallStep>(
  'InteractionsGoogleSearchCallStep',
  googleSearchCallStep
)

const mCPServerToolCallStep = () => ({
  type: kind('mcp_server_tool_call'),
  /** An object. */
  arguments: maybe(t.unknown),
  id: maybe(textual),
  name: maybe(t.string),
  /** The name of the MCP server. */
  server_name: maybe(t.string)
})

/**
 * A value of the codec `InteractionsMCPServerToolCallStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsMCPServerToolCallStep extends Fields<typeof mCPServerToolCallStep> {}

/**
 * A call of the provider: a tool of an MCP server.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsMCPServerToolCallStep = /* @__PURE__ */ open<InteractionsMCPServerToolCallStep>(
  'InteractionsMCPServerToolCallStep',
  mCPServerToolCallStep
)

const processingCallStep = () => ({
  type: kind('processing_call'),
  id: maybe(textual),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsProcessingCallStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsProcessingCallStep extends Fields<typeof processingCallStep> {}

/**
 * A call of the provider: a processing of media.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsProcessingCallStep = /* @__PURE__ */ open<InteractionsProcessingCallStep>(
  'InteractionsProcessingCallStep',
  processingCallStep
)

const retrievalCallStep = () => ({
  type: kind('retrieval_call'),
  arguments: maybe(InteractionsQueries),
  id: maybe(textual),
  retrieval_type: maybe(word('vertex_ai_search', 'rag_store', 'exa_ai_search', 'parallel_ai_search')),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsRetrievalCallStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsRetrievalCallStep extends Fields<typeof retrievalCallStep> {}

/**
 * A call of the provider: a retrieval of documents.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsRetrievalCallStep = /* @__PURE__ */ open<InteractionsRetrievalCallStep>(
  'InteractionsRetrievalCallStep',
  retrievalCallStep
)

const uRLContextCallStep = () => ({
  type: kind('url_context_call'),
  arguments: maybe(InteractionsUrls),
  id: maybe(textual),
  /** Must be sent back unchanged. */
  signature: maybe(t.string)
})

/**
 * A value of the codec `InteractionsURLContextCallStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsURLContextCallStep extends Fields<typeof uRLContextCallStep> {}

/**
 * A call of the provider: the reading of web pages.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsURLContextCallStep = /* @__PURE__ */ open<InteractionsURLContextCallStep>(
  'InteractionsURLContextCallStep',
  uRLContextCallStep
)
