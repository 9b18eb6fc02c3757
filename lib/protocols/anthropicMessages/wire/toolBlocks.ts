/**
 * The content blocks of tool calls.
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
import { AnthropicCaller } from './callers.ts'

const toolUseBlock = () => ({
  type: kind('tool_use'),
  id: maybe(textual),
  name: maybe(t.string),
  /** The arguments; in a stream the placeholder `{}`. */
  input: maybe(t.unknown),
  caller: maybe(AnthropicCaller),
  toolset_name: maybe(t.string)
})

/**
 * A value of the codec `AnthropicToolUseBlock`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicToolUseBlock extends Fields<typeof toolUseBlock> {}

/**
 * A call of a tool that the client runs.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicToolUseBlock = /* @__PURE__ */ open<AnthropicToolUseBlock>('AnthropicToolUseBlock', toolUseBlock)

const serverToolUseBlock = () => ({
  type: kind('server_tool_use'),
  id: maybe(textual),
  name: maybe(
    word(
      'advisor',
      'web_search',
      'web_fetch',
      'code_execution',
      'bash_code_execution',
      'text_editor_code_execution',
      'tool_search_tool_regex',
      'tool_search_tool_bm25'
    )
  ),
  /** The arguments; in a stream the placeholder `{}`. */
  input: maybe(t.unknown),
  caller: maybe(AnthropicCaller)
})

/**
 * A value of the codec `AnthropicServerToolUseBlock`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicServerToolUseBlock extends Fields<typeof serverToolUseBlock> {}

/**
 * A call of a tool that the provider runs.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicServerToolUseBlock = /* @__PURE__ */ open<AnthropicServerToolUseBlock>(
  'AnthropicServerToolUseBlock',
  serverToolUseBlock
)

const mcpToolUseBlock = () => ({
  type: kind('mcp_tool_use'),
  id: maybe(textual),
  name: maybe(t.string),
  server_name: maybe(t.string),
  /** The arguments; in a stream the placeholder `{}`. */
  input: maybe(t.unknown)
})

/**
 * A value of the codec `AnthropicMcpToolUseBlock`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicMcpToolUseBlock extends Fields<typeof mcpToolUseBlock> {}

/**
 * A call of a tool of an MCP server.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicMcpToolUseBlock = /* @__PURE__ */ open<AnthropicMcpToolUseBlock>(
  'AnthropicMcpToolUseBlock',
  mcpToolUseBlock
)
