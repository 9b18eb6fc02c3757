/**
 * The items of the calls of code and of MCP servers, which the provider runs.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import { serialised } from './leaves.ts'

const responsesCodeLogs = () => ({
  type: kind('logs'),
  logs: maybe(t.string)
})

/**
 * A value of the codec `ResponsesCodeLogs`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCodeLogs extends Fields<typeof responsesCodeLogs> {}

/**
 * The text that the code printed.
 *
 * Source: https://platform.openai.com/docs/guides/tools-code-interpreter
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCodeLogs = /* @__PURE__ */ open<ResponsesCodeLogs>('ResponsesCodeLogs', responsesCodeLogs)

const responsesCodeImage = () => ({
  type: kind('image'),
  url: maybe(t.string)
})

/**
 * A value of the codec `ResponsesCodeImage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCodeImage extends Fields<typeof responsesCodeImage> {}

/**
 * A picture that the code made.
 *
 * Source: https://platform.openai.com/docs/guides/tools-code-interpreter
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCodeImage = /* @__PURE__ */ open<ResponsesCodeImage>('ResponsesCodeImage', responsesCodeImage)

/**
 * A value of the codec `ResponsesCodeOutput`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesCodeOutput = ResponsesCodeLogs | ResponsesCodeImage | Other

/**
 * An output of code. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/tools-code-interpreter
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCodeOutput = /* @__PURE__ */ tagged<ResponsesCodeOutput>('ResponsesCodeOutput', () => ({
  logs: ResponsesCodeLogs,
  image: ResponsesCodeImage
}))

const responsesCodeInterpreterCall = () => ({
  type: kind('code_interpreter_call'),
  id: maybe(textual),
  code: maybe(serialised),
  container_id: maybe(t.string),
  /** Only if they were asked for. */
  outputs: maybe(list(ResponsesCodeOutput)),
  status: maybe(word('in_progress', 'interpreting', 'completed', 'incomplete', 'failed'))
})

/**
 * A value of the codec `ResponsesCodeInterpreterCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCodeInterpreterCall extends Fields<typeof responsesCodeInterpreterCall> {}

/**
 * Code that ran in a container.
 *
 * Source: https://platform.openai.com/docs/guides/tools-code-interpreter
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCodeInterpreterCall = /* @__PURE__ */ open<ResponsesCodeInterpreterCall>(
  'ResponsesCodeInterpreterCall',
  responsesCodeInterpreterCall
)

const responsesMcpCall = () => ({
  type: kind('mcp_call'),
  id: maybe(textual),
  name: maybe(t.string),
  /** JSON text. */
  arguments: maybe(serialised),
  server_label: maybe(t.string),
  approval_request_id: maybe(t.string),
  output: maybe(t.string),
  error: maybe(t.string),
  status: maybe(word('in_progress', 'calling', 'completed', 'incomplete', 'failed'))
})

/**
 * A value of the codec `ResponsesMcpCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpCall extends Fields<typeof responsesMcpCall> {}

/**
 * A call of a tool of an MCP server.
 *
 * Source: https://platform.openai.com/docs/guides/tools-connectors-mcp
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpCall = /* @__PURE__ */ open<ResponsesMcpCall>('ResponsesMcpCall', responsesMcpCall)

const responsesMcpListedTool = () => ({
  name: maybe(t.string),
  description: maybe(t.string),
  /** JSON schema. */
  input_schema: maybe(t.unknown),
  annotations: maybe(t.unknown)
})

/**
 * A value of the codec `ResponsesMcpListedTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpListedTool extends Fields<typeof responsesMcpListedTool> {}

/**
 * A tool of an MCP server.
 *
 * Source: https://platform.openai.com/docs/guides/tools-connectors-mcp
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpListedTool = /* @__PURE__ */ open<ResponsesMcpListedTool>(
  'ResponsesMcpListedTool',
  responsesMcpListedTool
)

const responsesMcpListTools = () => ({
  type: kind('mcp_list_tools'),
  id: maybe(textual),
  server_label: maybe(t.string),
  tools: maybe(list(ResponsesMcpListedTool)),
  error: maybe(t.string)
})

/**
 * A value of the codec `ResponsesMcpListTools`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpListTools extends Fields<typeof responsesMcpListTools> {}

/**
 * The tools of an MCP server.
 *
 * Source: https://platform.openai.com/docs/guides/tools-connectors-mcp
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpListTools = /* @__PURE__ */ open<ResponsesMcpListTools>(
  'ResponsesMcpListTools',
  responsesMcpListTools
)

const responsesMcpApprovalRequest = () => ({
  type: kind('mcp_approval_request'),
  /** The id to which the answer refers. */
  id: maybe(textual),
  name: maybe(t.string),
  /** JSON text. */
  arguments: maybe(serialised),
  server_label: maybe(t.string)
})

/**
 * A value of the codec `ResponsesMcpApprovalRequest`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpApprovalRequest extends Fields<typeof responsesMcpApprovalRequest> {}

/**
 * The request to allow a call of a tool of an MCP server.
 *
 * Source: https://platform.openai.com/docs/guides/tools-connectors-mcp
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpApprovalRequest = /* @__PURE__ */ open<ResponsesMcpApprovalRequest>(
  'ResponsesMcpApprovalRequest',
  responsesMcpApprovalRequest
)

const responsesMcpApprovalResponse = () => ({
  type: kind('mcp_approval_response'),
  id: maybe(textual),
  approval_request_id: maybe(t.string),
  approve: maybe(t.boolean),
  reason: maybe(t.string)
})

/**
 * A value of the codec `ResponsesMcpApprovalResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpApprovalResponse extends Fields<typeof responsesMcpApprovalResponse> {}

/**
 * The answer to a request to allow a call.
 *
 * Source: https://platform.openai.com/docs/guides/tools-connectors-mcp
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpApprovalResponse = /* @__PURE__ */ open<ResponsesMcpApprovalResponse>(
  'ResponsesMcpApprovalResponse',
  responsesMcpApprovalResponse
)
