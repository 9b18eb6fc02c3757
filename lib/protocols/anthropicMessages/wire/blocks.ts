/**
 * The content blocks.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import {
  AnthropicAdvisorToolResult,
  AnthropicBashCodeExecutionToolResult,
  AnthropicCodeExecutionToolResult,
  AnthropicMcpToolListing,
  AnthropicMcpToolResult,
  AnthropicTextEditorToolResult,
  AnthropicToolSearchToolResult,
  AnthropicWebFetchToolResult,
  AnthropicWebSearchToolResult
} from './resultBlocks.ts'
import { AnthropicRedactedThinkingBlock, AnthropicTextBlock, AnthropicThinkingBlock } from './textBlocks.ts'
import { AnthropicMcpToolUseBlock, AnthropicServerToolUseBlock, AnthropicToolUseBlock } from './toolBlocks.ts'

const containerUpload = () => ({
  type: kind('container_upload'),
  file_id: maybe(t.string)
})

/**
 * A value of the codec `AnthropicContainerUpload`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicContainerUpload extends Fields<typeof containerUpload> {}

/**
 * A file that a tool left in the container.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicContainerUpload = /* @__PURE__ */ open<AnthropicContainerUpload>(
  'AnthropicContainerUpload',
  containerUpload
)

const toolChange = () => ({
  type: maybe(word('tool_addition', 'tool_removal')),
  /** A reference to the tool, or its definition. */
  tool: maybe(t.UnknownRecord)
})

/**
 * A value of the codec `AnthropicToolChange`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicToolChange extends Fields<typeof toolChange> {}

/**
 * A tool that was added or removed in the part that was compacted.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/compaction
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicToolChange = /* @__PURE__ */ open<AnthropicToolChange>('AnthropicToolChange', toolChange)

const compactionBlock = () => ({
  type: kind('compaction'),
  /** The summary; null = the compaction failed. */
  content: maybe(t.string),
  encrypted_content: maybe(t.string),
  signature: maybe(t.string),
  tool_changes: maybe(list(AnthropicToolChange))
})

/**
 * A value of the codec `AnthropicCompactionBlock`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicCompactionBlock extends Fields<typeof compactionBlock> {}

/**
 * The summary of what was compacted; must be sent back unchanged.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/compaction
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCompactionBlock = /* @__PURE__ */ open<AnthropicCompactionBlock>(
  'AnthropicCompactionBlock',
  compactionBlock
)

const fallbackInfo = () => ({
  model: maybe(t.string)
})

/**
 * A value of the codec `AnthropicFallbackInfo`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicFallbackInfo extends Fields<typeof fallbackInfo> {}

/**
 * A model before or after a fallback.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicFallbackInfo = /* @__PURE__ */ open<AnthropicFallbackInfo>('AnthropicFallbackInfo', fallbackInfo)

const fallbackTrigger = () => ({
  type: maybe(word('refusal')),
  category: maybe(word('cyber', 'bio', 'frontier_llm', 'reasoning_extraction', 'general_harms'))
})

/**
 * A value of the codec `AnthropicFallbackTrigger`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicFallbackTrigger extends Fields<typeof fallbackTrigger> {}

/**
 * The reason of a fallback.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicFallbackTrigger = /* @__PURE__ */ open<AnthropicFallbackTrigger>(
  'AnthropicFallbackTrigger',
  fallbackTrigger
)

const fallbackBlock = () => ({
  type: kind('fallback'),
  from: maybe(AnthropicFallbackInfo),
  to: maybe(AnthropicFallbackInfo),
  trigger: maybe(AnthropicFallbackTrigger)
})

/**
 * A value of the codec `AnthropicFallbackBlock`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicFallbackBlock extends Fields<typeof fallbackBlock> {}

/**
 * The place where another model goes on.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicFallbackBlock = /* @__PURE__ */ open<AnthropicFallbackBlock>(
  'AnthropicFallbackBlock',
  fallbackBlock
)

/**
 * A value of the codec `AnthropicBlock`.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicBlock =
  | AnthropicTextBlock
  | AnthropicThinkingBlock
  | AnthropicRedactedThinkingBlock
  | AnthropicToolUseBlock
  | AnthropicServerToolUseBlock
  | AnthropicWebSearchToolResult
  | AnthropicWebFetchToolResult
  | AnthropicCodeExecutionToolResult
  | AnthropicBashCodeExecutionToolResult
  | AnthropicTextEditorToolResult
  | AnthropicToolSearchToolResult
  | AnthropicAdvisorToolResult
  | AnthropicMcpToolUseBlock
  | AnthropicMcpToolResult
  | AnthropicMcpToolListing
  | AnthropicContainerUpload
  | AnthropicCompactionBlock
  | AnthropicFallbackBlock
  | Other

/**
 * A content block: whole in a JSON body, as it begins in a stream. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicBlock = /* @__PURE__ */ tagged<AnthropicBlock>('AnthropicBlock', () => ({
  text: AnthropicTextBlock,
  thinking: AnthropicThinkingBlock,
  redacted_thinking: AnthropicRedactedThinkingBlock,
  tool_use: AnthropicToolUseBlock,
  server_tool_use: AnthropicServerToolUseBlock,
  web_search_tool_result: AnthropicWebSearchToolResult,
  web_fetch_tool_result: AnthropicWebFetchToolResult,
  code_execution_tool_result: AnthropicCodeExecutionToolResult,
  bash_code_execution_tool_result: AnthropicBashCodeExecutionToolResult,
  text_editor_code_execution_tool_result: AnthropicTextEditorToolResult,
  tool_search_tool_result: AnthropicToolSearchToolResult,
  advisor_tool_result: AnthropicAdvisorToolResult,
  mcp_tool_use: AnthropicMcpToolUseBlock,
  mcp_tool_result: AnthropicMcpToolResult,
  mcp_tool_listing: AnthropicMcpToolListing,
  container_upload: AnthropicContainerUpload,
  compaction: AnthropicCompactionBlock,
  fallback: AnthropicFallbackBlock
}))
