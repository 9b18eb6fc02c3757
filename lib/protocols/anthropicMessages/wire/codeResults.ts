/**
 * The content of the results of code execution.
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

const codeExecutionError = () => ({
  type: kind('code_execution_tool_result_error'),
  error_code: maybe(word('invalid_tool_input', 'unavailable', 'too_many_requests', 'execution_time_exceeded'))
})

/**
 * A value of the codec `AnthropicCodeExecutionError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicCodeExecutionError extends Fields<typeof codeExecutionError> {}

/**
 * The error of a tool that the provider ran.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCodeExecutionError = /* @__PURE__ */ open<AnthropicCodeExecutionError>(
  'AnthropicCodeExecutionError',
  codeExecutionError
)

const codeExecutionOutput = () => ({
  type: kind('code_execution_output'),
  file_id: maybe(t.string)
})

/**
 * A value of the codec `AnthropicCodeExecutionOutput`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicCodeExecutionOutput extends Fields<typeof codeExecutionOutput> {}

/**
 * A file that the code wrote.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCodeExecutionOutput = /* @__PURE__ */ open<AnthropicCodeExecutionOutput>(
  'AnthropicCodeExecutionOutput',
  codeExecutionOutput
)

const codeExecutionResult = () => ({
  type: kind('code_execution_result'),
  stdout: maybe(t.string),
  stderr: maybe(t.string),
  /** 0 = success. */
  return_code: maybe(t.number),
  content: maybe(list(AnthropicCodeExecutionOutput))
})

/**
 * A value of the codec `AnthropicCodeExecutionResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicCodeExecutionResult extends Fields<typeof codeExecutionResult> {}

/**
 * The output of code.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCodeExecutionResult = /* @__PURE__ */ open<AnthropicCodeExecutionResult>(
  'AnthropicCodeExecutionResult',
  codeExecutionResult
)

const encryptedCodeExecutionResult = () => ({
  type: kind('encrypted_code_execution_result'),
  /** Must be sent back unchanged. */
  encrypted_stdout: maybe(t.string),
  stderr: maybe(t.string),
  /** 0 = success. */
  return_code: maybe(t.number),
  content: maybe(list(AnthropicCodeExecutionOutput))
})

/**
 * A value of the codec `AnthropicEncryptedCodeExecutionResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicEncryptedCodeExecutionResult extends Fields<typeof encryptedCodeExecutionResult> {}

/**
 * The output of code that called tools.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicEncryptedCodeExecutionResult = /* @__PURE__ */ open<AnthropicEncryptedCodeExecutionResult>(
  'AnthropicEncryptedCodeExecutionResult',
  encryptedCodeExecutionResult
)

/**
 * A value of the codec `AnthropicCodeExecutionContent`.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicCodeExecutionContent =
  AnthropicCodeExecutionError | AnthropicCodeExecutionResult | AnthropicEncryptedCodeExecutionResult | Other

/**
 * The result of running code. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCodeExecutionContent = /* @__PURE__ */ tagged<AnthropicCodeExecutionContent>(
  'AnthropicCodeExecutionContent',
  () => ({
    code_execution_tool_result_error: AnthropicCodeExecutionError,
    code_execution_result: AnthropicCodeExecutionResult,
    encrypted_code_execution_result: AnthropicEncryptedCodeExecutionResult
  })
)
