/** The typed wire of Anthropic Messages: each line under `@ts-expect-error` has an error. */
import type { anthropic, WireOf } from 'deltafold'
import type {
  AnthropicBlock,
  AnthropicChunk,
  AnthropicCitation,
  AnthropicDelta,
  AnthropicErrorEvent,
  AnthropicResponse,
  AnthropicUsage,
  Other
} from 'deltafold/wire'

type Wire = WireOf<typeof anthropic>

/** Never run: `spec/types.spec.ts` compiles them. */
export const programs = {
  theWireIsTheUnionOfItsEvents: (wire: Wire): AnthropicChunk => wire,

  everyEventIsKnown: (chunk: Wire): unknown => {
    switch (chunk.type) {
      case 'message_start':
        return [chunk.message.id, chunk.message.usage?.input_tokens, chunk.message.container?.skills?.[0]?.skill_id]
      case 'content_block_start':
        return [chunk.index, chunk.content_block.type]
      case 'content_block_delta':
        return chunk.delta.type === 'text_delta' ? chunk.delta.text : chunk.index
      case 'content_block_stop':
        return chunk.index
      case 'message_delta':
        return [
          chunk.delta?.stop_reason,
          chunk.usage?.output_tokens,
          chunk.context_management?.applied_edits?.[0]?.type
        ]
      case 'message_stop':
        return chunk['amazon-bedrock-invocationMetrics']?.firstByteLatency
      case 'ping':
        return undefined
      case 'error':
        return chunk.error?.message
      // @ts-expect-error: a misspelt kind
      case 'mesage_start':
        return undefined
      default: {
        const rest: Other = chunk
        return rest
      }
    }
  },

  everyDeltaIsKnown: (delta: AnthropicDelta): string | Other => {
    switch (delta.type) {
      case 'text_delta':
        return delta.text
      case 'thinking_delta':
        return delta.thinking
      case 'signature_delta':
        return delta.signature
      case 'input_json_delta':
        return delta.partial_json
      case 'citations_delta':
        return delta.citation.type === 'page_location' ? String(delta.citation.start_page_number) : ''
      case 'compaction_delta':
        return delta.content ?? ''
      default: {
        const rest: Other = delta
        return rest
      }
    }
  },

  everyBlockIsKnown: (block: AnthropicBlock): unknown => {
    switch (block.type) {
      case 'text':
        return [block.text, block.citations?.length]
      case 'thinking':
        return [block.thinking, block.signature]
      case 'redacted_thinking':
        return block.data.length
      case 'tool_use':
        return [block.id, block.name, block.input, block.caller?.type]
      case 'server_tool_use':
        return block.name === 'web_search' || block.name === 'of tomorrow'
      case 'mcp_tool_use':
        return block.server_name
      case 'web_search_tool_result': {
        const { content } = block
        return content && 'error_code' in content ? content.error_code : content
      }
      case 'web_fetch_tool_result':
        return block.content?.type === 'web_fetch_result' ? block.content.content?.source?.type : block.content?.type
      case 'code_execution_tool_result':
        return block.content?.type === 'code_execution_result' ? block.content.return_code : undefined
      case 'bash_code_execution_tool_result':
        return block.content?.type === 'bash_code_execution_result' ? block.content.stdout : undefined
      case 'text_editor_code_execution_tool_result':
        return block.content?.type === 'text_editor_code_execution_view_result' ? block.content.num_lines : undefined
      case 'tool_search_tool_result':
        return block.content?.type === 'tool_search_tool_search_result' ? block.content.tool_references : undefined
      case 'advisor_tool_result':
        return block.tool_use_id
      case 'mcp_tool_result':
        return typeof block.content === 'string' ? block.content : block.content?.[0]?.text
      case 'mcp_tool_listing':
        return block.tools?.[0]?.input_schema
      case 'container_upload':
        return block.file_id
      case 'compaction':
        return block.encrypted_content
      case 'fallback':
        return [block.from?.model, block.to?.model, block.trigger?.category]
      default: {
        const rest: Other = block
        return rest
      }
    }
  },

  everyCitationIsKnown: (citation: AnthropicCitation): unknown => {
    switch (citation.type) {
      case 'char_location':
        return citation.start_char_index
      case 'page_location':
        return citation.end_page_number
      case 'content_block_location':
        return citation.start_block_index
      case 'web_search_result_location':
        return citation.url
      case 'search_result_location':
        return citation.source
      default: {
        const rest: Other = citation
        return rest
      }
    }
  },

  anAnswerIsRead: (response: AnthropicResponse, usage: AnthropicUsage, failure: AnthropicErrorEvent): unknown => {
    const tokens: number | null | undefined = usage.cache_creation?.ephemeral_1h_input_tokens
    const first: AnthropicBlock | undefined = response.content[0]
    const requests: number | null | undefined = usage.server_tool_use?.web_search_requests
    // @ts-expect-error: a misspelt field
    const misspelt: unknown = usage.input_token
    // @ts-expect-error: not before the kind is known
    const early: unknown = first?.text
    return [
      tokens,
      requests,
      response.stop_details?.explanation,
      failure.error?.type === 'overloaded_error',
      misspelt,
      early
    ]
  },

  aKindIsNotForgotten: (delta: AnthropicDelta): Other | undefined => {
    if (delta.type === 'text_delta') return undefined
    // @ts-expect-error: the other deltas are still there
    const rest: Other = delta
    return rest
  }
}
