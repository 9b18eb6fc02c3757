/**
 * The items of the output that are also those of the instructions; their messages differ.
 *
 * @since 0.1.0
 */
import {
  ResponsesCustomToolCall,
  ResponsesCustomToolCallOutput,
  ResponsesFunctionCall,
  ResponsesFunctionCallOutput,
  ResponsesProgram,
  ResponsesProgramOutput
} from './calls.ts'
import { ResponsesComputerCall, ResponsesComputerCallOutput } from './computerCalls.ts'
import { ResponsesCompaction, ResponsesImageGenerationCall, ResponsesReasoning } from './messages.ts'
import { ResponsesApplyPatchCall, ResponsesApplyPatchCallOutput } from './patchCalls.ts'
import {
  ResponsesFileSearchCall,
  ResponsesToolSearchCall,
  ResponsesToolSearchOutput,
  ResponsesWebSearchCall
} from './searchCalls.ts'
import {
  ResponsesCodeInterpreterCall,
  ResponsesMcpApprovalRequest,
  ResponsesMcpApprovalResponse,
  ResponsesMcpCall,
  ResponsesMcpListTools
} from './serverCalls.ts'
import {
  ResponsesLocalShellCall,
  ResponsesLocalShellCallOutput,
  ResponsesShellCall,
  ResponsesShellCallOutput
} from './shellCalls.ts'
import { ResponsesAdditionalTools } from './tool.ts'

/**
 * Any of them.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesSharedItem =
  | ResponsesReasoning
  | ResponsesFunctionCall
  | ResponsesCustomToolCall
  | ResponsesWebSearchCall
  | ResponsesFileSearchCall
  | ResponsesCodeInterpreterCall
  | ResponsesComputerCall
  | ResponsesImageGenerationCall
  | ResponsesLocalShellCall
  | ResponsesShellCall
  | ResponsesApplyPatchCall
  | ResponsesMcpCall
  | ResponsesMcpListTools
  | ResponsesMcpApprovalRequest
  | ResponsesMcpApprovalResponse
  | ResponsesToolSearchCall
  | ResponsesToolSearchOutput
  | ResponsesAdditionalTools
  | ResponsesCompaction
  | ResponsesProgram
  | ResponsesProgramOutput
  | ResponsesFunctionCallOutput
  | ResponsesCustomToolCallOutput
  | ResponsesComputerCallOutput
  | ResponsesLocalShellCallOutput
  | ResponsesShellCallOutput
  | ResponsesApplyPatchCallOutput

/** Their codecs, by type. */
export const sharedItems = () => ({
  reasoning: ResponsesReasoning,
  function_call: ResponsesFunctionCall,
  custom_tool_call: ResponsesCustomToolCall,
  web_search_call: ResponsesWebSearchCall,
  file_search_call: ResponsesFileSearchCall,
  code_interpreter_call: ResponsesCodeInterpreterCall,
  computer_call: ResponsesComputerCall,
  image_generation_call: ResponsesImageGenerationCall,
  local_shell_call: ResponsesLocalShellCall,
  shell_call: ResponsesShellCall,
  apply_patch_call: ResponsesApplyPatchCall,
  mcp_call: ResponsesMcpCall,
  mcp_list_tools: ResponsesMcpListTools,
  mcp_approval_request: ResponsesMcpApprovalRequest,
  mcp_approval_response: ResponsesMcpApprovalResponse,
  tool_search_call: ResponsesToolSearchCall,
  tool_search_output: ResponsesToolSearchOutput,
  additional_tools: ResponsesAdditionalTools,
  compaction: ResponsesCompaction,
  program: ResponsesProgram,
  program_output: ResponsesProgramOutput,
  function_call_output: ResponsesFunctionCallOutput,
  custom_tool_call_output: ResponsesCustomToolCallOutput,
  computer_call_output: ResponsesComputerCallOutput,
  local_shell_call_output: ResponsesLocalShellCallOutput,
  shell_call_output: ResponsesShellCallOutput,
  apply_patch_call_output: ResponsesApplyPatchCallOutput
})
