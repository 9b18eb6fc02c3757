/**
 * The events of the arguments of calls.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { fragment, serialised } from './leaves.ts'

const responsesFunctionCallArgumentsDelta = () => ({
  type: kind('response.function_call_arguments.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** A piece of JSON text, cut anywhere. */
  delta: fragment,
  /** Random text that hides the size of the event. */
  obfuscation: maybe(t.string),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesFunctionCallArgumentsDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFunctionCallArgumentsDelta extends Fields<typeof responsesFunctionCallArgumentsDelta> {}

/**
 * More of the arguments of a function.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFunctionCallArgumentsDelta = /* @__PURE__ */ open<ResponsesFunctionCallArgumentsDelta>(
  'ResponsesFunctionCallArgumentsDelta',
  responsesFunctionCallArgumentsDelta
)

const responsesFunctionCallArgumentsDone = () => ({
  type: kind('response.function_call_arguments.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  name: maybe(t.string),
  /** All of them, as JSON text. */
  arguments: maybe(serialised),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesFunctionCallArgumentsDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFunctionCallArgumentsDone extends Fields<typeof responsesFunctionCallArgumentsDone> {}

/**
 * The arguments of a function are complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFunctionCallArgumentsDone = /* @__PURE__ */ open<ResponsesFunctionCallArgumentsDone>(
  'ResponsesFunctionCallArgumentsDone',
  responsesFunctionCallArgumentsDone
)

const responsesCustomToolCallInputDelta = () => ({
  type: kind('response.custom_tool_call_input.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  delta: fragment,
  /** Random text that hides the size of the event. */
  obfuscation: maybe(t.string),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesCustomToolCallInputDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCustomToolCallInputDelta extends Fields<typeof responsesCustomToolCallInputDelta> {}

/**
 * More of the input of a custom tool.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCustomToolCallInputDelta = /* @__PURE__ */ open<ResponsesCustomToolCallInputDelta>(
  'ResponsesCustomToolCallInputDelta',
  responsesCustomToolCallInputDelta
)

const responsesCustomToolCallInputDone = () => ({
  type: kind('response.custom_tool_call_input.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** All of it. */
  input: maybe(serialised),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesCustomToolCallInputDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCustomToolCallInputDone extends Fields<typeof responsesCustomToolCallInputDone> {}

/**
 * The input of a custom tool is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCustomToolCallInputDone = /* @__PURE__ */ open<ResponsesCustomToolCallInputDone>(
  'ResponsesCustomToolCallInputDone',
  responsesCustomToolCallInputDone
)

const responsesMcpCallArgumentsDelta = () => ({
  type: kind('response.mcp_call_arguments.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** A piece of JSON text, cut anywhere. */
  delta: fragment,
  /** Random text that hides the size of the event. */
  obfuscation: maybe(t.string),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesMcpCallArgumentsDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpCallArgumentsDelta extends Fields<typeof responsesMcpCallArgumentsDelta> {}

/**
 * More of the arguments of a tool of an MCP server.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpCallArgumentsDelta = /* @__PURE__ */ open<ResponsesMcpCallArgumentsDelta>(
  'ResponsesMcpCallArgumentsDelta',
  responsesMcpCallArgumentsDelta
)

const responsesMcpCallArgumentsDone = () => ({
  type: kind('response.mcp_call_arguments.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** All of them, as JSON text. */
  arguments: maybe(serialised),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesMcpCallArgumentsDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpCallArgumentsDone extends Fields<typeof responsesMcpCallArgumentsDone> {}

/**
 * The arguments of a tool of an MCP server are complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpCallArgumentsDone = /* @__PURE__ */ open<ResponsesMcpCallArgumentsDone>(
  'ResponsesMcpCallArgumentsDone',
  responsesMcpCallArgumentsDone
)

const responsesCodeInterpreterCallCodeDelta = () => ({
  type: kind('response.code_interpreter_call_code.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  delta: fragment,
  /** Random text that hides the size of the event. */
  obfuscation: maybe(t.string),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesCodeInterpreterCallCodeDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCodeInterpreterCallCodeDelta extends Fields<typeof responsesCodeInterpreterCallCodeDelta> {}

/**
 * More of the code.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCodeInterpreterCallCodeDelta = /* @__PURE__ */ open<ResponsesCodeInterpreterCallCodeDelta>(
  'ResponsesCodeInterpreterCallCodeDelta',
  responsesCodeInterpreterCallCodeDelta
)

const responsesCodeInterpreterCallCodeDone = () => ({
  type: kind('response.code_interpreter_call_code.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** All of it. */
  code: maybe(serialised),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesCodeInterpreterCallCodeDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCodeInterpreterCallCodeDone extends Fields<typeof responsesCodeInterpreterCallCodeDone> {}

/**
 * The code is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCodeInterpreterCallCodeDone = /* @__PURE__ */ open<ResponsesCodeInterpreterCallCodeDone>(
  'ResponsesCodeInterpreterCallCodeDone',
  responsesCodeInterpreterCallCodeDone
)
