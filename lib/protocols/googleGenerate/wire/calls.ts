/**
 * Calls and their results.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import type { OneOf } from '../../../codec/keyed.ts'
import { keyed } from '../../../codec/keyed.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { GoogleFileData, GoogleFunctionResponseBlob } from './media.ts'

const toolType = () =>
  maybe(
    word(
      'TOOL_TYPE_UNSPECIFIED',
      'GOOGLE_SEARCH_WEB',
      'GOOGLE_SEARCH_IMAGE',
      'URL_CONTEXT',
      'GOOGLE_MAPS',
      'FILE_SEARCH',
      'MEDIA_PROCESSING'
    )
  )

const toolCall = () => ({
  id: maybe(textual),
  toolType: toolType(),
  /** An object. */
  args: maybe(t.unknown)
})

/**
 * A value of the codec `GoogleToolCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleToolCall extends Fields<typeof toolCall> {}

/**
 * A call that the provider runs itself.
 *
 * Source: https://ai.google.dev/api/caching#FunctionCall
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleToolCall = /* @__PURE__ */ open<GoogleToolCall>('GoogleToolCall', toolCall)

const toolResponse = () => ({
  id: maybe(textual),
  toolType: toolType(),
  response: maybe(t.UnknownRecord)
})

/**
 * A value of the codec `GoogleToolResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleToolResponse extends Fields<typeof toolResponse> {}

/**
 * The result of such a call.
 *
 * Source: https://ai.google.dev/api/caching#FunctionCall
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleToolResponse = /* @__PURE__ */ open<GoogleToolResponse>('GoogleToolResponse', toolResponse)

const codeExecutionResult = () => ({
  outcome: maybe(word('OUTCOME_UNSPECIFIED', 'OUTCOME_OK', 'OUTCOME_FAILED', 'OUTCOME_DEADLINE_EXCEEDED')),
  output: maybe(t.string),
  id: maybe(textual)
})

/**
 * A value of the codec `GoogleCodeExecutionResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleCodeExecutionResult extends Fields<typeof codeExecutionResult> {}

/**
 * The result of code that the provider ran.
 *
 * Source: https://ai.google.dev/api/caching#FunctionCall
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleCodeExecutionResult = /* @__PURE__ */ open<GoogleCodeExecutionResult>(
  'GoogleCodeExecutionResult',
  codeExecutionResult
)

const executableCode = () => ({
  code: maybe(t.string),
  language: maybe(word('LANGUAGE_UNSPECIFIED', 'PYTHON')),
  id: maybe(textual)
})

/**
 * A value of the codec `GoogleExecutableCode`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleExecutableCode extends Fields<typeof executableCode> {}

/**
 * Code that the provider runs.
 *
 * Source: https://ai.google.dev/api/caching#FunctionCall
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleExecutableCode = /* @__PURE__ */ open<GoogleExecutableCode>('GoogleExecutableCode', executableCode)

const partialArg = () => ({
  boolValue: maybe(t.boolean),
  /** The place in the arguments, as JSONPath. */
  jsonPath: maybe(t.string),
  nullValue: maybe(t.unknown),
  numberValue: maybe(t.number),
  stringValue: maybe(t.string),
  /** Whether more of it follows. */
  willContinue: maybe(t.boolean)
})

/**
 * A value of the codec `GooglePartialArg`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GooglePartialArg extends Fields<typeof partialArg> {}

/**
 * A piece of streamed arguments: a path and a value.
 *
 * Source: https://cloud.google.com/vertex-ai/generative-ai/docs/multimodal/function-calling#streaming-fc
 *
 * @category codecs
 * @since 0.1.0
 */
export const GooglePartialArg = /* @__PURE__ */ open<GooglePartialArg>('GooglePartialArg', partialArg)

const functionCall = () => ({
  /** An object. */
  args: maybe(t.unknown),
  id: maybe(textual),
  name: maybe(textual),
  partialArgs: maybe(list(GooglePartialArg)),
  /** Whether more of it follows. */
  willContinue: maybe(t.boolean)
})

/**
 * A value of the codec `GoogleFunctionCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleFunctionCall extends Fields<typeof functionCall> {}

/**
 * A call of a function.
 *
 * Source: https://ai.google.dev/api/caching#FunctionCall
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleFunctionCall = /* @__PURE__ */ open<GoogleFunctionCall>('GoogleFunctionCall', functionCall)

const functionResponsePart = () => ({
  fileData: GoogleFileData,
  inlineData: GoogleFunctionResponseBlob
})

const functionResponsePartBeside = () => ({
  mediaProcessing: maybe(word('MEDIA_PROCESSING_UNSPECIFIED', 'STATIC', 'AGENTIC'))
})

/**
 * A value of the codec `GoogleFunctionResponsePart`.
 *
 * @category model
 * @since 0.1.0
 */
export type GoogleFunctionResponsePart = OneOf<typeof functionResponsePart, typeof functionResponsePartBeside>

/**
 * A medium in the result of a function.
 *
 * Source: https://ai.google.dev/api/caching#FunctionCall
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleFunctionResponsePart = /* @__PURE__ */ keyed<GoogleFunctionResponsePart>(
  'GoogleFunctionResponsePart',
  functionResponsePart,
  functionResponsePartBeside
)

const functionOutput = () => ({
  id: maybe(textual),
  name: maybe(textual),
  parts: maybe(list(GoogleFunctionResponsePart)),
  response: maybe(t.UnknownRecord),
  scheduling: maybe(word('SCHEDULING_UNSPECIFIED', 'SILENT', 'WHEN_IDLE', 'INTERRUPT')),
  /** Whether more of it follows. */
  willContinue: maybe(t.boolean)
})

/**
 * A value of the codec `GoogleFunctionOutput`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleFunctionOutput extends Fields<typeof functionOutput> {}

/**
 * The result of a function.
 *
 * Source: https://ai.google.dev/api/caching#FunctionCall
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleFunctionOutput = /* @__PURE__ */ open<GoogleFunctionOutput>('GoogleFunctionOutput', functionOutput)
