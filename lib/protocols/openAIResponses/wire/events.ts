/**
 * The events of a stream.
 *
 * @since 0.1.0
 */
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import {
  ResponsesCodeInterpreterCallCodeDelta,
  ResponsesCodeInterpreterCallCodeDone,
  ResponsesCustomToolCallInputDelta,
  ResponsesCustomToolCallInputDone,
  ResponsesFunctionCallArgumentsDelta,
  ResponsesFunctionCallArgumentsDone,
  ResponsesMcpCallArgumentsDelta,
  ResponsesMcpCallArgumentsDone
} from './callEvents.ts'
import { ResponsesErrorEvent } from './error.ts'
import {
  ResponsesContentPartAdded,
  ResponsesContentPartDone,
  ResponsesOutputItemAdded,
  ResponsesOutputItemDone,
  ResponsesReasoningSummaryPartAdded,
  ResponsesReasoningSummaryPartDone
} from './itemEvents.ts'
import {
  ResponsesMcpCallCompleted,
  ResponsesMcpCallFailed,
  ResponsesMcpCallInProgress,
  ResponsesMcpListToolsCompleted,
  ResponsesMcpListToolsFailed,
  ResponsesMcpListToolsInProgress
} from './mcpEvents.ts'
import {
  ResponsesAudioDelta,
  ResponsesAudioDone,
  ResponsesAudioTranscriptDelta,
  ResponsesAudioTranscriptDone,
  ResponsesImageGenerationCallCompleted,
  ResponsesImageGenerationCallGenerating,
  ResponsesImageGenerationCallInProgress,
  ResponsesImageGenerationCallPartialImage
} from './mediaEvents.ts'
import {
  ResponsesReasoningDelta,
  ResponsesReasoningDone,
  ResponsesReasoningSummaryDelta,
  ResponsesReasoningSummaryDone,
  ResponsesReasoningSummaryTextDelta,
  ResponsesReasoningSummaryTextDone,
  ResponsesReasoningTextDelta,
  ResponsesReasoningTextDone
} from './reasoningEvents.ts'
import {
  ResponsesCompleted,
  ResponsesCreated,
  ResponsesFailed,
  ResponsesIncomplete,
  ResponsesInProgress,
  ResponsesQueued
} from './responseEvents.ts'
import {
  ResponsesCodeInterpreterCallCompleted,
  ResponsesCodeInterpreterCallInProgress,
  ResponsesCodeInterpreterCallInterpreting,
  ResponsesFileSearchCallCompleted,
  ResponsesFileSearchCallInProgress,
  ResponsesFileSearchCallSearching,
  ResponsesWebSearchCallCompleted,
  ResponsesWebSearchCallInProgress,
  ResponsesWebSearchCallSearching
} from './searchEvents.ts'
import {
  ResponsesApplyPatchCallOperationDiffDelta,
  ResponsesApplyPatchCallOperationDiffDone,
  ResponsesShellCallCommandAdded,
  ResponsesShellCallCommandDelta,
  ResponsesShellCallCommandDone,
  ResponsesShellCallOutputContentDelta,
  ResponsesShellCallOutputContentDone
} from './shellEvents.ts'
import {
  ResponsesOutputTextAnnotationAdded,
  ResponsesOutputTextDelta,
  ResponsesOutputTextDone,
  ResponsesRefusalDelta,
  ResponsesRefusalDone
} from './textEvents.ts'

/**
 * A value of the codec `ResponsesChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesChunk =
  | ResponsesQueued
  | ResponsesCreated
  | ResponsesInProgress
  | ResponsesCompleted
  | ResponsesIncomplete
  | ResponsesFailed
  | ResponsesOutputItemAdded
  | ResponsesOutputItemDone
  | ResponsesContentPartAdded
  | ResponsesContentPartDone
  | ResponsesReasoningSummaryPartAdded
  | ResponsesReasoningSummaryPartDone
  | ResponsesOutputTextDelta
  | ResponsesOutputTextDone
  | ResponsesOutputTextAnnotationAdded
  | ResponsesRefusalDelta
  | ResponsesRefusalDone
  | ResponsesReasoningTextDelta
  | ResponsesReasoningTextDone
  | ResponsesReasoningSummaryTextDelta
  | ResponsesReasoningSummaryTextDone
  | ResponsesReasoningDelta
  | ResponsesReasoningDone
  | ResponsesReasoningSummaryDelta
  | ResponsesReasoningSummaryDone
  | ResponsesFunctionCallArgumentsDelta
  | ResponsesFunctionCallArgumentsDone
  | ResponsesCustomToolCallInputDelta
  | ResponsesCustomToolCallInputDone
  | ResponsesMcpCallArgumentsDelta
  | ResponsesMcpCallArgumentsDone
  | ResponsesCodeInterpreterCallCodeDelta
  | ResponsesCodeInterpreterCallCodeDone
  | ResponsesWebSearchCallInProgress
  | ResponsesWebSearchCallSearching
  | ResponsesWebSearchCallCompleted
  | ResponsesFileSearchCallInProgress
  | ResponsesFileSearchCallSearching
  | ResponsesFileSearchCallCompleted
  | ResponsesCodeInterpreterCallInProgress
  | ResponsesCodeInterpreterCallInterpreting
  | ResponsesCodeInterpreterCallCompleted
  | ResponsesMcpCallInProgress
  | ResponsesMcpCallCompleted
  | ResponsesMcpCallFailed
  | ResponsesMcpListToolsInProgress
  | ResponsesMcpListToolsCompleted
  | ResponsesMcpListToolsFailed
  | ResponsesImageGenerationCallInProgress
  | ResponsesImageGenerationCallGenerating
  | ResponsesImageGenerationCallPartialImage
  | ResponsesImageGenerationCallCompleted
  | ResponsesAudioDelta
  | ResponsesAudioDone
  | ResponsesAudioTranscriptDelta
  | ResponsesAudioTranscriptDone
  | ResponsesShellCallCommandAdded
  | ResponsesShellCallCommandDelta
  | ResponsesShellCallCommandDone
  | ResponsesShellCallOutputContentDelta
  | ResponsesShellCallOutputContentDone
  | ResponsesApplyPatchCallOperationDiffDelta
  | ResponsesApplyPatchCallOperationDiffDone
  | ResponsesErrorEvent
  | Other

/**
 * One event of a stream. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesChunk = /* @__PURE__ */ tagged<ResponsesChunk>('ResponsesChunk', () => ({
  'response.queued': ResponsesQueued,
  'response.created': ResponsesCreated,
  'response.in_progress': ResponsesInProgress,
  'response.completed': ResponsesCompleted,
  'response.incomplete': ResponsesIncomplete,
  'response.failed': ResponsesFailed,
  'response.output_item.added': ResponsesOutputItemAdded,
  'response.output_item.done': ResponsesOutputItemDone,
  'response.content_part.added': ResponsesContentPartAdded,
  'response.content_part.done': ResponsesContentPartDone,
  'response.reasoning_summary_part.added': ResponsesReasoningSummaryPartAdded,
  'response.reasoning_summary_part.done': ResponsesReasoningSummaryPartDone,
  'response.output_text.delta': ResponsesOutputTextDelta,
  'response.output_text.done': ResponsesOutputTextDone,
  'response.output_text.annotation.added': ResponsesOutputTextAnnotationAdded,
  'response.refusal.delta': ResponsesRefusalDelta,
  'response.refusal.done': ResponsesRefusalDone,
  'response.reasoning_text.delta': ResponsesReasoningTextDelta,
  'response.reasoning_text.done': ResponsesReasoningTextDone,
  'response.reasoning_summary_text.delta': ResponsesReasoningSummaryTextDelta,
  'response.reasoning_summary_text.done': ResponsesReasoningSummaryTextDone,
  'response.reasoning.delta': ResponsesReasoningDelta,
  'response.reasoning.done': ResponsesReasoningDone,
  'response.reasoning_summary.delta': ResponsesReasoningSummaryDelta,
  'response.reasoning_summary.done': ResponsesReasoningSummaryDone,
  'response.function_call_arguments.delta': ResponsesFunctionCallArgumentsDelta,
  'response.function_call_arguments.done': ResponsesFunctionCallArgumentsDone,
  'response.custom_tool_call_input.delta': ResponsesCustomToolCallInputDelta,
  'response.custom_tool_call_input.done': ResponsesCustomToolCallInputDone,
  'response.mcp_call_arguments.delta': ResponsesMcpCallArgumentsDelta,
  'response.mcp_call_arguments.done': ResponsesMcpCallArgumentsDone,
  'response.code_interpreter_call_code.delta': ResponsesCodeInterpreterCallCodeDelta,
  'response.code_interpreter_call_code.done': ResponsesCodeInterpreterCallCodeDone,
  'response.web_search_call.in_progress': ResponsesWebSearchCallInProgress,
  'response.web_search_call.searching': ResponsesWebSearchCallSearching,
  'response.web_search_call.completed': ResponsesWebSearchCallCompleted,
  'response.file_search_call.in_progress': ResponsesFileSearchCallInProgress,
  'response.file_search_call.searching': ResponsesFileSearchCallSearching,
  'response.file_search_call.completed': ResponsesFileSearchCallCompleted,
  'response.code_interpreter_call.in_progress': ResponsesCodeInterpreterCallInProgress,
  'response.code_interpreter_call.interpreting': ResponsesCodeInterpreterCallInterpreting,
  'response.code_interpreter_call.completed': ResponsesCodeInterpreterCallCompleted,
  'response.mcp_call.in_progress': ResponsesMcpCallInProgress,
  'response.mcp_call.completed': ResponsesMcpCallCompleted,
  'response.mcp_call.failed': ResponsesMcpCallFailed,
  'response.mcp_list_tools.in_progress': ResponsesMcpListToolsInProgress,
  'response.mcp_list_tools.completed': ResponsesMcpListToolsCompleted,
  'response.mcp_list_tools.failed': ResponsesMcpListToolsFailed,
  'response.image_generation_call.in_progress': ResponsesImageGenerationCallInProgress,
  'response.image_generation_call.generating': ResponsesImageGenerationCallGenerating,
  'response.image_generation_call.partial_image': ResponsesImageGenerationCallPartialImage,
  'response.image_generation_call.completed': ResponsesImageGenerationCallCompleted,
  'response.audio.delta': ResponsesAudioDelta,
  'response.audio.done': ResponsesAudioDone,
  'response.audio.transcript.delta': ResponsesAudioTranscriptDelta,
  'response.audio.transcript.done': ResponsesAudioTranscriptDone,
  'response.shell_call_command.added': ResponsesShellCallCommandAdded,
  'response.shell_call_command.delta': ResponsesShellCallCommandDelta,
  'response.shell_call_command.done': ResponsesShellCallCommandDone,
  'response.shell_call_output_content.delta': ResponsesShellCallOutputContentDelta,
  'response.shell_call_output_content.done': ResponsesShellCallOutputContentDone,
  'response.apply_patch_call_operation_diff.delta': ResponsesApplyPatchCallOperationDiffDelta,
  'response.apply_patch_call_operation_diff.done': ResponsesApplyPatchCallOperationDiffDone,
  error: ResponsesErrorEvent
}))
