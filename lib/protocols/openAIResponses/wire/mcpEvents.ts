/**
 * The events of MCP servers.
 *
 * @since 0.1.0
 */
import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'

const responsesMcpCallInProgress = () => ({
  type: kind('response.mcp_call.in_progress'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesMcpCallInProgress`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpCallInProgress extends Fields<typeof responsesMcpCallInProgress> {}

/**
 * A call of a tool of an MCP server begins.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpCallInProgress = /* @__PURE__ */ open<ResponsesMcpCallInProgress>(
  'ResponsesMcpCallInProgress',
  responsesMcpCallInProgress
)

const responsesMcpCallCompleted = () => ({
  type: kind('response.mcp_call.completed'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesMcpCallCompleted`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpCallCompleted extends Fields<typeof responsesMcpCallCompleted> {}

/**
 * A call of a tool of an MCP server is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpCallCompleted = /* @__PURE__ */ open<ResponsesMcpCallCompleted>(
  'ResponsesMcpCallCompleted',
  responsesMcpCallCompleted
)

const responsesMcpCallFailed = () => ({
  type: kind('response.mcp_call.failed'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesMcpCallFailed`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpCallFailed extends Fields<typeof responsesMcpCallFailed> {}

/**
 * A call of a tool of an MCP server failed.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpCallFailed = /* @__PURE__ */ open<ResponsesMcpCallFailed>(
  'ResponsesMcpCallFailed',
  responsesMcpCallFailed
)

const responsesMcpListToolsInProgress = () => ({
  type: kind('response.mcp_list_tools.in_progress'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesMcpListToolsInProgress`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpListToolsInProgress extends Fields<typeof responsesMcpListToolsInProgress> {}

/**
 * The tools of an MCP server are being listed.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpListToolsInProgress = /* @__PURE__ */ open<ResponsesMcpListToolsInProgress>(
  'ResponsesMcpListToolsInProgress',
  responsesMcpListToolsInProgress
)

const responsesMcpListToolsCompleted = () => ({
  type: kind('response.mcp_list_tools.completed'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesMcpListToolsCompleted`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpListToolsCompleted extends Fields<typeof responsesMcpListToolsCompleted> {}

/**
 * The tools of an MCP server are listed.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpListToolsCompleted = /* @__PURE__ */ open<ResponsesMcpListToolsCompleted>(
  'ResponsesMcpListToolsCompleted',
  responsesMcpListToolsCompleted
)

const responsesMcpListToolsFailed = () => ({
  type: kind('response.mcp_list_tools.failed'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesMcpListToolsFailed`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpListToolsFailed extends Fields<typeof responsesMcpListToolsFailed> {}

/**
 * The tools of an MCP server could not be listed.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpListToolsFailed = /* @__PURE__ */ open<ResponsesMcpListToolsFailed>(
  'ResponsesMcpListToolsFailed',
  responsesMcpListToolsFailed
)
