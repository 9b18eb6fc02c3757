/**
 * The steps of an interaction.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { content } from '../../../codec/content.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import {
  InteractionsCodeExecutionCallStep,
  InteractionsFileSearchCallStep,
  InteractionsFunctionCallStep,
  InteractionsGoogleMapsCallStep,
  InteractionsGoogleSearchCallStep,
  InteractionsMCPServerToolCallStep,
  InteractionsProcessingCallStep,
  InteractionsRetrievalCallStep,
  InteractionsURLContextCallStep
} from './callSteps.ts'
import { InteractionsContent, InteractionsThoughtSummaryContent } from './contents.ts'
import {
  InteractionsCodeExecutionResultStep,
  InteractionsFileSearchResultStep,
  InteractionsFunctionResultStep,
  InteractionsGoogleMapsResultStep,
  InteractionsGoogleSearchResultStep,
  InteractionsMCPServerToolResultStep,
  InteractionsProcessingResultStep,
  InteractionsRetrievalResultStep,
  InteractionsURLContextResultStep
} from './resultSteps.ts'

const stepError = () => ({
  code: maybe(t.number),
  details: maybe(list(t.UnknownRecord)),
  message: maybe(t.string)
})

/**
 * A value of the codec `InteractionsStepError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsStepError extends Fields<typeof stepError> {}

/**
 * The error of a step.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsStepError = /* @__PURE__ */ open<InteractionsStepError>('InteractionsStepError', stepError)

const modelOutputStep = () => ({
  type: kind('model_output'),
  content: content(list(InteractionsContent)),
  error: maybe(InteractionsStepError)
})

/**
 * A value of the codec `InteractionsModelOutputStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsModelOutputStep extends Fields<typeof modelOutputStep> {}

/**
 * Content of the answer.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsModelOutputStep = /* @__PURE__ */ open<InteractionsModelOutputStep>(
  'InteractionsModelOutputStep',
  modelOutputStep
)

const thoughtStep = () => ({
  type: kind('thought'),
  /** Must be sent back unchanged. */
  signature: maybe(t.string),
  summary: content(list(InteractionsThoughtSummaryContent))
})

/**
 * A value of the codec `InteractionsThoughtStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsThoughtStep extends Fields<typeof thoughtStep> {}

/**
 * Thinking. Its signature must be sent back unchanged.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/thinking
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsThoughtStep = /* @__PURE__ */ open<InteractionsThoughtStep>(
  'InteractionsThoughtStep',
  thoughtStep
)

const userInputStep = () => ({
  type: kind('user_input'),
  content: maybe(list(InteractionsContent))
})

/**
 * A value of the codec `InteractionsUserInputStep`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsUserInputStep extends Fields<typeof userInputStep> {}

/**
 * Input of the user. Only stored interactions have it.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsUserInputStep = /* @__PURE__ */ open<InteractionsUserInputStep>(
  'InteractionsUserInputStep',
  userInputStep
)

/**
 * A value of the codec `InteractionsStep`.
 *
 * @category model
 * @since 0.1.0
 */
export type InteractionsStep =
  | InteractionsCodeExecutionCallStep
  | InteractionsCodeExecutionResultStep
  | InteractionsFileSearchCallStep
  | InteractionsFileSearchResultStep
  | InteractionsFunctionCallStep
  | InteractionsFunctionResultStep
  | InteractionsGoogleMapsCallStep
  | InteractionsGoogleMapsResultStep
  | InteractionsGoogleSearchCallStep
  | InteractionsGoogleSearchResultStep
  | InteractionsMCPServerToolCallStep
  | InteractionsMCPServerToolResultStep
  | InteractionsModelOutputStep
  | InteractionsProcessingCallStep
  | InteractionsProcessingResultStep
  | InteractionsRetrievalCallStep
  | InteractionsRetrievalResultStep
  | InteractionsThoughtStep
  | InteractionsURLContextCallStep
  | InteractionsURLContextResultStep
  | InteractionsUserInputStep
  | Other

/**
 * One step of the interaction. One of an unknown kind is an `Other`.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsStep = /* @__PURE__ */ tagged<InteractionsStep>('InteractionsStep', () => ({
  code_execution_call: InteractionsCodeExecutionCallStep,
  code_execution_result: InteractionsCodeExecutionResultStep,
  file_search_call: InteractionsFileSearchCallStep,
  file_search_result: InteractionsFileSearchResultStep,
  function_call: InteractionsFunctionCallStep,
  function_result: InteractionsFunctionResultStep,
  google_maps_call: InteractionsGoogleMapsCallStep,
  google_maps_result: InteractionsGoogleMapsResultStep,
  google_search_call: InteractionsGoogleSearchCallStep,
  google_search_result: InteractionsGoogleSearchResultStep,
  mcp_server_tool_call: InteractionsMCPServerToolCallStep,
  mcp_server_tool_result: InteractionsMCPServerToolResultStep,
  model_output: InteractionsModelOutputStep,
  processing_call: InteractionsProcessingCallStep,
  processing_result: InteractionsProcessingResultStep,
  retrieval_call: InteractionsRetrievalCallStep,
  retrieval_result: InteractionsRetrievalResultStep,
  thought: InteractionsThoughtStep,
  url_context_call: InteractionsURLContextCallStep,
  url_context_result: InteractionsURLContextResultStep,
  user_input: InteractionsUserInputStep
}))
