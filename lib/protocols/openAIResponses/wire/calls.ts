/**
 * The items of calls that the client answers, and of their outputs.
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
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import { ResponsesInputContent } from './inputs.ts'
import { serialised } from './leaves.ts'

const responsesDirectCaller = () => ({
  type: kind('direct')
})

/**
 * A value of the codec `ResponsesDirectCaller`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesDirectCaller extends Fields<typeof responsesDirectCaller> {}

/**
 * The model itself.
 *
 * Source: https://platform.openai.com/docs/guides/tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesDirectCaller = /* @__PURE__ */ open<ResponsesDirectCaller>(
  'ResponsesDirectCaller',
  responsesDirectCaller
)

const responsesProgramCaller = () => ({
  type: kind('program'),
  /** The `call_id` of the program. */
  caller_id: maybe(t.string)
})

/**
 * A value of the codec `ResponsesProgramCaller`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesProgramCaller extends Fields<typeof responsesProgramCaller> {}

/**
 * A program that the model wrote.
 *
 * Source: https://platform.openai.com/docs/guides/tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesProgramCaller = /* @__PURE__ */ open<ResponsesProgramCaller>(
  'ResponsesProgramCaller',
  responsesProgramCaller
)

/**
 * A value of the codec `ResponsesCaller`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesCaller = ResponsesDirectCaller | ResponsesProgramCaller | Other

/**
 * The origin of a call. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCaller = /* @__PURE__ */ tagged<ResponsesCaller>('ResponsesCaller', () => ({
  direct: ResponsesDirectCaller,
  program: ResponsesProgramCaller
}))

const responsesFunctionCall = () => ({
  type: kind('function_call'),
  id: maybe(textual),
  /** The id to which the output refers. */
  call_id: maybe(textual),
  name: maybe(t.string),
  /** JSON text; in a stream empty until the call is complete. */
  arguments: maybe(serialised),
  namespace: maybe(t.string),
  caller: maybe(ResponsesCaller),
  status: maybe(word('in_progress', 'completed', 'incomplete'))
})

/**
 * A value of the codec `ResponsesFunctionCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFunctionCall extends Fields<typeof responsesFunctionCall> {}

/**
 * A call of a function.
 *
 * Source: https://platform.openai.com/docs/guides/function-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFunctionCall = /* @__PURE__ */ open<ResponsesFunctionCall>(
  'ResponsesFunctionCall',
  responsesFunctionCall
)

const responsesCustomToolCall = () => ({
  type: kind('custom_tool_call'),
  id: maybe(textual),
  /** The id to which the output refers. */
  call_id: maybe(textual),
  name: maybe(t.string),
  /** Free text; in a stream empty until the call is complete. */
  input: maybe(serialised),
  namespace: maybe(t.string),
  caller: maybe(ResponsesCaller),
  status: maybe(word('in_progress', 'completed', 'incomplete'))
})

/**
 * A value of the codec `ResponsesCustomToolCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCustomToolCall extends Fields<typeof responsesCustomToolCall> {}

/**
 * A call of a custom tool.
 *
 * Source: https://platform.openai.com/docs/guides/function-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCustomToolCall = /* @__PURE__ */ open<ResponsesCustomToolCall>(
  'ResponsesCustomToolCall',
  responsesCustomToolCall
)

const toolOutput = () => ({
  id: maybe(textual),
  call_id: maybe(textual),
  output: maybe(either(t.string, list(ResponsesInputContent))),
  status: maybe(word('in_progress', 'completed', 'incomplete')),
  caller: maybe(ResponsesCaller),
  created_by: maybe(t.string)
})

const responsesFunctionCallOutput = () => ({
  type: kind('function_call_output'),
  ...toolOutput()
})

/**
 * A value of the codec `ResponsesFunctionCallOutput`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFunctionCallOutput extends Fields<typeof responsesFunctionCallOutput> {}

/**
 * The result of a function.
 *
 * Source: https://platform.openai.com/docs/guides/function-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFunctionCallOutput = /* @__PURE__ */ open<ResponsesFunctionCallOutput>(
  'ResponsesFunctionCallOutput',
  responsesFunctionCallOutput
)

const responsesCustomToolCallOutput = () => ({
  type: kind('custom_tool_call_output'),
  ...toolOutput()
})

/**
 * A value of the codec `ResponsesCustomToolCallOutput`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCustomToolCallOutput extends Fields<typeof responsesCustomToolCallOutput> {}

/**
 * The result of a custom tool.
 *
 * Source: https://platform.openai.com/docs/guides/function-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCustomToolCallOutput = /* @__PURE__ */ open<ResponsesCustomToolCallOutput>(
  'ResponsesCustomToolCallOutput',
  responsesCustomToolCallOutput
)

const responsesProgram = () => ({
  type: kind('program'),
  id: maybe(textual),
  call_id: maybe(textual),
  code: maybe(serialised),
  fingerprint: maybe(t.string)
})

/**
 * A value of the codec `ResponsesProgram`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesProgram extends Fields<typeof responsesProgram> {}

/**
 * A program of the model that calls tools.
 *
 * Source: https://platform.openai.com/docs/guides/tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesProgram = /* @__PURE__ */ open<ResponsesProgram>('ResponsesProgram', responsesProgram)

const responsesProgramOutput = () => ({
  type: kind('program_output'),
  id: maybe(textual),
  call_id: maybe(textual),
  result: maybe(t.string),
  status: maybe(word('completed', 'incomplete'))
})

/**
 * A value of the codec `ResponsesProgramOutput`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesProgramOutput extends Fields<typeof responsesProgramOutput> {}

/**
 * The result of a program.
 *
 * Source: https://platform.openai.com/docs/guides/tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesProgramOutput = /* @__PURE__ */ open<ResponsesProgramOutput>(
  'ResponsesProgramOutput',
  responsesProgramOutput
)
