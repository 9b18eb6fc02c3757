/**
 * The content blocks of the results of tools that the provider runs.
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
import { AnthropicCaller } from './callers.ts'
import { AnthropicCodeExecutionContent } from './codeResults.ts'
import { AnthropicBashCodeExecutionContent, AnthropicTextEditorContent } from './commandResults.ts'
import { AnthropicAdvisorContent, AnthropicToolSearchContent } from './otherResults.ts'
import { AnthropicTextBlock } from './textBlocks.ts'
import { AnthropicWebFetchContent, AnthropicWebSearchError, AnthropicWebSearchResult } from './webResults.ts'

const webSearchToolResult = () => ({
  type: kind('web_search_tool_result'),
  /** The id of the call. */
  tool_use_id: maybe(textual),
  content: maybe(either(list(AnthropicWebSearchResult), AnthropicWebSearchError)),
  caller: maybe(AnthropicCaller)
})

/**
 * A value of the codec `AnthropicWebSearchToolResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicWebSearchToolResult extends Fields<typeof webSearchToolResult> {}

/**
 * The result of a web search.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicWebSearchToolResult = /* @__PURE__ */ open<AnthropicWebSearchToolResult>(
  'AnthropicWebSearchToolResult',
  webSearchToolResult
)

const webFetchToolResult = () => ({
  type: kind('web_fetch_tool_result'),
  /** The id of the call. */
  tool_use_id: maybe(textual),
  content: maybe(AnthropicWebFetchContent),
  caller: maybe(AnthropicCaller)
})

/**
 * A value of the codec `AnthropicWebFetchToolResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicWebFetchToolResult extends Fields<typeof webFetchToolResult> {}

/**
 * The result of fetching a page.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-fetch-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicWebFetchToolResult = /* @__PURE__ */ open<AnthropicWebFetchToolResult>(
  'AnthropicWebFetchToolResult',
  webFetchToolResult
)

const codeExecutionToolResult = () => ({
  type: kind('code_execution_tool_result'),
  /** The id of the call. */
  tool_use_id: maybe(textual),
  content: maybe(AnthropicCodeExecutionContent)
})

/**
 * A value of the codec `AnthropicCodeExecutionToolResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicCodeExecutionToolResult extends Fields<typeof codeExecutionToolResult> {}

/**
 * The result of running code.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCodeExecutionToolResult = /* @__PURE__ */ open<AnthropicCodeExecutionToolResult>(
  'AnthropicCodeExecutionToolResult',
  codeExecutionToolResult
)

const bashCodeExecutionToolResult = () => ({
  type: kind('bash_code_execution_tool_result'),
  /** The id of the call. */
  tool_use_id: maybe(textual),
  content: maybe(AnthropicBashCodeExecutionContent)
})

/**
 * A value of the codec `AnthropicBashCodeExecutionToolResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicBashCodeExecutionToolResult extends Fields<typeof bashCodeExecutionToolResult> {}

/**
 * The result of running a command.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicBashCodeExecutionToolResult = /* @__PURE__ */ open<AnthropicBashCodeExecutionToolResult>(
  'AnthropicBashCodeExecutionToolResult',
  bashCodeExecutionToolResult
)

const textEditorToolResult = () => ({
  type: kind('text_editor_code_execution_tool_result'),
  /** The id of the call. */
  tool_use_id: maybe(textual),
  content: maybe(AnthropicTextEditorContent)
})

/**
 * A value of the codec `AnthropicTextEditorToolResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicTextEditorToolResult extends Fields<typeof textEditorToolResult> {}

/**
 * The result of a command of the text editor.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicTextEditorToolResult = /* @__PURE__ */ open<AnthropicTextEditorToolResult>(
  'AnthropicTextEditorToolResult',
  textEditorToolResult
)

const toolSearchToolResult = () => ({
  type: kind('tool_search_tool_result'),
  /** The id of the call. */
  tool_use_id: maybe(textual),
  content: maybe(AnthropicToolSearchContent)
})

/**
 * A value of the codec `AnthropicToolSearchToolResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicToolSearchToolResult extends Fields<typeof toolSearchToolResult> {}

/**
 * The result of searching tools.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicToolSearchToolResult = /* @__PURE__ */ open<AnthropicToolSearchToolResult>(
  'AnthropicToolSearchToolResult',
  toolSearchToolResult
)

const advisorToolResult = () => ({
  type: kind('advisor_tool_result'),
  /** The id of the call. */
  tool_use_id: maybe(textual),
  content: maybe(AnthropicAdvisorContent)
})

/**
 * A value of the codec `AnthropicAdvisorToolResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicAdvisorToolResult extends Fields<typeof advisorToolResult> {}

/**
 * The result of asking another model.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/advisor-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicAdvisorToolResult = /* @__PURE__ */ open<AnthropicAdvisorToolResult>(
  'AnthropicAdvisorToolResult',
  advisorToolResult
)

const mcpToolResult = () => ({
  type: kind('mcp_tool_result'),
  /** The id of the call. */
  tool_use_id: maybe(textual),
  content: maybe(either(list(AnthropicTextBlock), t.string)),
  is_error: maybe(t.boolean)
})

/**
 * A value of the codec `AnthropicMcpToolResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicMcpToolResult extends Fields<typeof mcpToolResult> {}

/**
 * The result of a tool of an MCP server.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicMcpToolResult = /* @__PURE__ */ open<AnthropicMcpToolResult>(
  'AnthropicMcpToolResult',
  mcpToolResult
)

const mcpTool = () => ({
  name: maybe(t.string),
  description: maybe(t.string),
  /** JSON schema. */
  input_schema: maybe(t.UnknownRecord)
})

/**
 * A value of the codec `AnthropicMcpTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicMcpTool extends Fields<typeof mcpTool> {}

/**
 * A tool of an MCP server.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicMcpTool = /* @__PURE__ */ open<AnthropicMcpTool>('AnthropicMcpTool', mcpTool)

const mcpToolListing = () => ({
  type: kind('mcp_tool_listing'),
  mcp_server_name: maybe(t.string),
  tools: maybe(list(AnthropicMcpTool))
})

/**
 * A value of the codec `AnthropicMcpToolListing`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicMcpToolListing extends Fields<typeof mcpToolListing> {}

/**
 * The tools of an MCP server.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicMcpToolListing = /* @__PURE__ */ open<AnthropicMcpToolListing>(
  'AnthropicMcpToolListing',
  mcpToolListing
)
