/**
 * The deltas of steps.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { content } from '../../../codec/content.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { InteractionsAnnotation } from './annotations.ts'
import {
  InteractionsCodeExecutionCallDelta,
  InteractionsFileSearchCallDelta,
  InteractionsGoogleMapsCallDelta,
  InteractionsGoogleSearchCallDelta,
  InteractionsMCPServerToolCallDelta,
  InteractionsProcessingCallDelta,
  InteractionsRetrievalCallDelta,
  InteractionsURLContextCallDelta
} from './callDeltas.ts'
import { InteractionsContent, InteractionsDocumentContent, InteractionsImageContent } from './contents.ts'
import { InteractionsAudioDelta, InteractionsVideoDelta } from './mediaDeltas.ts'
import {
  InteractionsCodeExecutionResultDelta,
  InteractionsFileSearchResultDelta,
  InteractionsFunctionResultDelta,
  InteractionsGoogleMapsResultDelta,
  InteractionsGoogleSearchResultDelta,
  InteractionsMCPServerToolResultDelta,
  InteractionsProcessingResultDelta,
  InteractionsRetrievalResultDelta,
  InteractionsURLContextResultDelta
} from './resultDeltas.ts'

const argumentsDelta = () => ({
  type: kind('arguments_delta'),
  arguments: content(textual)
})

/**
 * A value of the codec `InteractionsArgumentsDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsArgumentsDelta extends Fields<typeof argumentsDelta> {}

/**
 * More of the arguments of a call, as JSON text that may be cut anywhere.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsArgumentsDelta = /* @__PURE__ */ open<InteractionsArgumentsDelta>(
  'InteractionsArgumentsDelta',
  argumentsDelta
)

const textAnnotationDelta = () => ({
  type: kind('text_annotation_delta'),
  annotations: content(list(InteractionsAnnotation))
})

/**
 * A value of the codec `InteractionsTextAnnotationDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsTextAnnotationDelta extends Fields<typeof textAnnotationDelta> {}

/**
 * Annotations of the text so far.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsTextAnnotationDelta = /* @__PURE__ */ open<InteractionsTextAnnotationDelta>(
  'InteractionsTextAnnotationDelta',
  textAnnotationDelta
)

const textDelta = () => ({
  type: kind('text'),
  text: content(textual)
})

/**
 * A value of the codec `InteractionsTextDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsTextDelta extends Fields<typeof textDelta> {}

/**
 * More text.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsTextDelta = /* @__PURE__ */ open<InteractionsTextDelta>('InteractionsTextDelta', textDelta)

const thoughtSignatureDelta = () => ({
  type: kind('thought_signature'),
  /** Must be sent back unchanged. */
  signature: content(t.string)
})

/**
 * A value of the codec `InteractionsThoughtSignatureDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsThoughtSignatureDelta extends Fields<typeof thoughtSignatureDelta> {}

/**
 * The signature of the thinking.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsThoughtSignatureDelta = /* @__PURE__ */ open<InteractionsThoughtSignatureDelta>(
  'InteractionsThoughtSignatureDelta',
  thoughtSignatureDelta
)

const thoughtSummaryDelta = () => ({
  type: kind('thought_summary'),
  content: content(InteractionsContent)
})

/**
 * A value of the codec `InteractionsThoughtSummaryDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsThoughtSummaryDelta extends Fields<typeof thoughtSummaryDelta> {}

/**
 * More of the summary of the thinking.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsThoughtSummaryDelta = /* @__PURE__ */ open<InteractionsThoughtSummaryDelta>(
  'InteractionsThoughtSummaryDelta',
  thoughtSummaryDelta
)

/**
 * A value of the codec `InteractionsDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export type InteractionsDelta =
  | InteractionsArgumentsDelta
  | InteractionsAudioDelta
  | InteractionsCodeExecutionCallDelta
  | InteractionsCodeExecutionResultDelta
  | InteractionsDocumentContent
  | InteractionsFileSearchCallDelta
  | InteractionsFileSearchResultDelta
  | InteractionsFunctionResultDelta
  | InteractionsGoogleMapsCallDelta
  | InteractionsGoogleMapsResultDelta
  | InteractionsGoogleSearchCallDelta
  | InteractionsGoogleSearchResultDelta
  | InteractionsImageContent
  | InteractionsMCPServerToolCallDelta
  | InteractionsMCPServerToolResultDelta
  | InteractionsProcessingCallDelta
  | InteractionsProcessingResultDelta
  | InteractionsRetrievalCallDelta
  | InteractionsRetrievalResultDelta
  | InteractionsTextAnnotationDelta
  | InteractionsTextDelta
  | InteractionsThoughtSignatureDelta
  | InteractionsThoughtSummaryDelta
  | InteractionsURLContextCallDelta
  | InteractionsURLContextResultDelta
  | InteractionsVideoDelta
  | Other

/**
 * The new part of a step. One of an unknown kind is an `Other`.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsDelta = /* @__PURE__ */ tagged<InteractionsDelta>('InteractionsDelta', () => ({
  arguments_delta: InteractionsArgumentsDelta,
  audio: InteractionsAudioDelta,
  code_execution_call: InteractionsCodeExecutionCallDelta,
  code_execution_result: InteractionsCodeExecutionResultDelta,
  document: InteractionsDocumentContent,
  file_search_call: InteractionsFileSearchCallDelta,
  file_search_result: InteractionsFileSearchResultDelta,
  function_result: InteractionsFunctionResultDelta,
  google_maps_call: InteractionsGoogleMapsCallDelta,
  google_maps_result: InteractionsGoogleMapsResultDelta,
  google_search_call: InteractionsGoogleSearchCallDelta,
  google_search_result: InteractionsGoogleSearchResultDelta,
  image: InteractionsImageContent,
  mcp_server_tool_call: InteractionsMCPServerToolCallDelta,
  mcp_server_tool_result: InteractionsMCPServerToolResultDelta,
  processing_call: InteractionsProcessingCallDelta,
  processing_result: InteractionsProcessingResultDelta,
  retrieval_call: InteractionsRetrievalCallDelta,
  retrieval_result: InteractionsRetrievalResultDelta,
  text_annotation_delta: InteractionsTextAnnotationDelta,
  text: InteractionsTextDelta,
  thought_signature: InteractionsThoughtSignatureDelta,
  thought_summary: InteractionsThoughtSummaryDelta,
  url_context_call: InteractionsURLContextCallDelta,
  url_context_result: InteractionsURLContextResultDelta,
  video: InteractionsVideoDelta
}))
