/** The typed wire of OpenAI Responses: each line under `@ts-expect-error` has an error. */
import type { azureResponses, openAIResponses, openRouterResponses, WireOf, xaiResponses } from 'deltafold'
import type {
  Other,
  ResponsesAnnotation,
  ResponsesChunk,
  ResponsesComputerAction,
  ResponsesErrorBody,
  ResponsesItem,
  ResponsesPart,
  ResponsesResponse,
  ResponsesTool,
  ResponsesUsage
} from 'deltafold/wire'

type Wire = WireOf<typeof openAIResponses>

/** Never run: `spec/types.spec.ts` compiles them. */
export const programs = {
  theWireIsTheUnionOfItsEvents: (wire: Wire): ResponsesChunk => wire,

  everyEventIsKnown: (chunk: Wire): unknown => {
    switch (chunk.type) {
      case 'response.queued':
      case 'response.created':
      case 'response.in_progress':
        return [chunk.response.id, chunk.response.model, chunk.sequence_number]
      case 'response.completed':
      case 'response.incomplete':
      case 'response.failed':
        return [
          chunk.response.usage?.input_tokens_details?.cached_tokens,
          chunk.response.incomplete_details?.reason === 'max_output_tokens',
          chunk.response.error?.code
        ]
      case 'response.output_item.added':
      case 'response.output_item.done':
        return chunk.item.type === 'function_call' ? chunk.item.arguments : chunk.output_index
      case 'response.content_part.added':
      case 'response.content_part.done':
        return chunk.part.type === 'refusal' ? chunk.part.refusal : chunk.content_index
      case 'response.reasoning_summary_part.added':
      case 'response.reasoning_summary_part.done':
        return [chunk.part.text, chunk.summary_index]
      case 'response.output_text.delta':
        return [chunk.delta.length, chunk.logprobs?.[0]?.top_logprobs?.[0]?.logprob, chunk.item_id]
      case 'response.output_text.done':
        return chunk.text
      case 'response.output_text.annotation.added':
        return chunk.annotation.type === 'url_citation' ? chunk.annotation.url : chunk.annotation_index
      case 'response.refusal.delta':
        return chunk.delta
      case 'response.refusal.done':
        return chunk.refusal
      case 'response.reasoning_text.delta':
      case 'response.reasoning_summary_text.delta':
      case 'response.reasoning.delta':
      case 'response.reasoning_summary.delta':
        return chunk.delta
      case 'response.reasoning_text.done':
      case 'response.reasoning_summary_text.done':
      case 'response.reasoning.done':
      case 'response.reasoning_summary.done':
        return chunk.text
      case 'response.function_call_arguments.delta':
      case 'response.custom_tool_call_input.delta':
      case 'response.mcp_call_arguments.delta':
      case 'response.code_interpreter_call_code.delta':
        return chunk.delta
      case 'response.function_call_arguments.done':
      case 'response.mcp_call_arguments.done':
        return chunk.arguments
      case 'response.custom_tool_call_input.done':
        return chunk.input
      case 'response.code_interpreter_call_code.done':
        return chunk.code
      case 'response.web_search_call.in_progress':
      case 'response.web_search_call.searching':
      case 'response.web_search_call.completed':
      case 'response.file_search_call.in_progress':
      case 'response.file_search_call.searching':
      case 'response.file_search_call.completed':
      case 'response.code_interpreter_call.in_progress':
      case 'response.code_interpreter_call.interpreting':
      case 'response.code_interpreter_call.completed':
      case 'response.mcp_call.in_progress':
      case 'response.mcp_call.completed':
      case 'response.mcp_call.failed':
      case 'response.mcp_list_tools.in_progress':
      case 'response.mcp_list_tools.completed':
      case 'response.mcp_list_tools.failed':
      case 'response.image_generation_call.in_progress':
      case 'response.image_generation_call.generating':
      case 'response.image_generation_call.completed':
        return [chunk.item_id, chunk.output_index]
      case 'response.image_generation_call.partial_image':
        return [chunk.partial_image_b64, chunk.partial_image_index]
      case 'response.audio.delta':
      case 'response.audio.transcript.delta':
        return chunk.delta
      case 'response.audio.done':
      case 'response.audio.transcript.done':
        return chunk.sequence_number
      case 'response.shell_call_command.added':
      case 'response.shell_call_command.done':
        return chunk.command
      case 'response.shell_call_command.delta':
      case 'response.apply_patch_call_operation_diff.delta':
        return chunk.delta
      case 'response.shell_call_output_content.delta':
        return chunk.delta.stdout
      case 'response.shell_call_output_content.done':
        return chunk.output?.[0]?.outcome?.type
      case 'response.apply_patch_call_operation_diff.done':
        return chunk.diff
      case 'error':
        return [chunk.code, chunk.message, chunk.error?.message]
      // @ts-expect-error: a misspelt kind
      case 'response.complete':
        return undefined
      default: {
        const rest: Other = chunk
        return rest
      }
    }
  },

  everyItemIsKnown: (item: ResponsesItem): unknown => {
    switch (item.type) {
      case 'message':
        return [item.role, item.phase === 'final_answer', item.content?.[0]?.type]
      case 'reasoning':
        return [item.summary?.[0]?.text, item.encrypted_content, item.content?.length]
      case 'function_call':
        return [item.call_id, item.name, item.arguments, item.caller?.type]
      case 'custom_tool_call':
        return item.input
      case 'function_call_output':
      case 'custom_tool_call_output':
        return typeof item.output === 'string' ? item.output : item.output?.[0]?.type
      case 'web_search_call':
        return item.action?.type === 'search' ? item.action.sources?.[0]?.url : item.action?.type
      case 'file_search_call':
        return [item.results?.[0]?.score, item.results?.[0]?.attributes?.['author']]
      case 'code_interpreter_call':
        return item.outputs?.[0]?.type === 'logs' ? item.outputs[0].logs : item.container_id
      case 'computer_call':
        return [item.action?.type, item.actions?.length, item.pending_safety_checks?.[0]?.message]
      case 'computer_call_output':
        return item.output?.image_url
      case 'image_generation_call':
        return [item.result, item.revised_prompt]
      case 'local_shell_call':
        return [item.action?.command?.[0], item.action?.env?.['PATH']]
      case 'shell_call':
        return [item.action?.commands, item.environment?.type === 'container_reference']
      case 'local_shell_call_output':
        return item.output
      case 'shell_call_output':
        return item.output?.[0]?.outcome?.type === 'exit' ? item.output[0].outcome.exit_code : undefined
      case 'apply_patch_call':
        return item.operation?.type === 'update_file' ? item.operation.diff : item.operation?.type
      case 'apply_patch_call_output':
        return item.status === 'failed'
      case 'mcp_call':
        return [item.server_label, item.output, item.error]
      case 'mcp_list_tools':
        return item.tools?.[0]?.input_schema
      case 'mcp_approval_request':
        return [item.id, item.arguments]
      case 'mcp_approval_response':
        return item.approve
      case 'tool_search_call':
        return item.execution === 'client'
      case 'tool_search_output':
      case 'additional_tools':
        return item.tools?.[0]?.type
      case 'compaction':
        return item.encrypted_content
      case 'program':
        return item.code
      case 'program_output':
        return item.result
      default: {
        const rest: Other = item
        return rest
      }
    }
  },

  everyPartIsKnown: (part: ResponsesPart): unknown => {
    switch (part.type) {
      case 'output_text':
        return [part.text, part.annotations?.[0]?.type, part.logprobs?.[0]?.token]
      case 'text':
      case 'reasoning_text':
        return part.text
      case 'refusal':
        return part.refusal
      default: {
        const rest: Other = part
        return rest
      }
    }
  },

  everyAnnotationIsKnown: (annotation: ResponsesAnnotation): unknown => {
    switch (annotation.type) {
      case 'file_citation':
        return annotation.filename
      case 'url_citation':
        return [annotation.title, annotation.start_index]
      case 'container_file_citation':
        return annotation.container_id
      case 'file_path':
        return annotation.file_id
      default: {
        const rest: Other = annotation
        return rest
      }
    }
  },

  everyActionIsKnown: (action: ResponsesComputerAction): unknown => {
    switch (action.type) {
      case 'click':
        return action.button === 'left'
      case 'double_click':
      case 'move':
        return [action.x, action.y]
      case 'drag':
        return action.path?.[0]?.x
      case 'keypress':
        return action.keys
      case 'scroll':
        return action.scroll_y
      case 'type':
        return action.text
      case 'screenshot':
      case 'wait':
        return undefined
      default: {
        const rest: Other = action
        return rest
      }
    }
  },

  aToolIsRead: (tool: ResponsesTool): unknown => {
    switch (tool.type) {
      case 'function':
        return [tool.name, tool.strict]
      case 'web_search':
      case 'web_search_2025_08_26':
        return tool.user_location?.country
      case 'mcp':
        return [tool.server_url, tool.headers?.['authorization']]
      default:
        return tool.type
    }
  },

  anAnswerIsRead: (response: ResponsesResponse, usage: ResponsesUsage, failure: ResponsesErrorBody): unknown => {
    const first: ResponsesItem | undefined = response.output[0]
    const reasoning: number | null | undefined = usage.output_tokens_details?.reasoning_tokens
    const metadata: string | undefined = response.metadata?.['topic']
    // @ts-expect-error: a misspelt field
    const misspelt: unknown = usage.output_token
    // @ts-expect-error: not before the kind is known
    const early: unknown = first?.content
    return [reasoning, metadata, response.status === 'of tomorrow', failure.error?.message, misspelt, early]
  },

  aDialectIsRead: (
    azure: WireOf<typeof azureResponses>,
    xai: WireOf<typeof xaiResponses>,
    gateway: WireOf<typeof openRouterResponses>,
    plain: WireOf<typeof openAIResponses>
  ): unknown => {
    if (azure.type !== 'response.completed' || xai.type !== 'response.completed') return undefined
    if (gateway.type !== 'response.completed' || plain.type !== 'response.completed') return undefined
    const severity: string | null | undefined =
      azure.response.content_filters?.[0]?.content_filter_results?.hate?.severity
    const ticks: number | null | undefined = xai.response.usage?.cost_in_usd_ticks
    const cost: number | null | undefined = gateway.response.usage?.cost
    // @ts-expect-error: a field of the dialect alone
    const none: unknown = plain.response.usage?.cost
    return [severity, ticks, cost, none]
  },

  aKindIsNotForgotten: (part: ResponsesPart): Other | undefined => {
    if (part.type === 'output_text') return undefined
    // @ts-expect-error: the other parts are still there
    const rest: Other = part
    return rest
  }
}
