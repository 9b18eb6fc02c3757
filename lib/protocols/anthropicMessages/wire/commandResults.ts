/**
 * The content of the results of commands and of the text editor.
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

const bashCodeExecutionError = () => ({
  type: kind('bash_code_execution_tool_result_error'),
  error_code: maybe(
    word('invalid_tool_input', 'unavailable', 'too_many_requests', 'execution_time_exceeded', 'output_file_too_large')
  )
})

/**
 * A value of the codec `AnthropicBashCodeExecutionError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicBashCodeExecutionError extends Fields<typeof bashCodeExecutionError> {}

/**
 * The error of a tool that the provider ran.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicBashCodeExecutionError = /* @__PURE__ */ open<AnthropicBashCodeExecutionError>(
  'AnthropicBashCodeExecutionError',
  bashCodeExecutionError
)

const bashCodeExecutionOutput = () => ({
  type: kind('bash_code_execution_output'),
  file_id: maybe(t.string)
})

/**
 * A value of the codec `AnthropicBashCodeExecutionOutput`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicBashCodeExecutionOutput extends Fields<typeof bashCodeExecutionOutput> {}

/**
 * A file that a command wrote.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicBashCodeExecutionOutput = /* @__PURE__ */ open<AnthropicBashCodeExecutionOutput>(
  'AnthropicBashCodeExecutionOutput',
  bashCodeExecutionOutput
)

const bashCodeExecutionResult = () => ({
  type: kind('bash_code_execution_result'),
  stdout: maybe(t.string),
  stderr: maybe(t.string),
  /** 0 = success. */
  return_code: maybe(t.number),
  content: maybe(list(AnthropicBashCodeExecutionOutput))
})

/**
 * A value of the codec `AnthropicBashCodeExecutionResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicBashCodeExecutionResult extends Fields<typeof bashCodeExecutionResult> {}

/**
 * The output of a command.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicBashCodeExecutionResult = /* @__PURE__ */ open<AnthropicBashCodeExecutionResult>(
  'AnthropicBashCodeExecutionResult',
  bashCodeExecutionResult
)

/**
 * A value of the codec `AnthropicBashCodeExecutionContent`.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicBashCodeExecutionContent =
  AnthropicBashCodeExecutionError | AnthropicBashCodeExecutionResult | Other

/**
 * The result of running a command. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicBashCodeExecutionContent = /* @__PURE__ */ tagged<AnthropicBashCodeExecutionContent>(
  'AnthropicBashCodeExecutionContent',
  () => ({
    bash_code_execution_tool_result_error: AnthropicBashCodeExecutionError,
    bash_code_execution_result: AnthropicBashCodeExecutionResult
  })
)

const textEditorError = () => ({
  type: kind('text_editor_code_execution_tool_result_error'),
  error_code: maybe(
    word('invalid_tool_input', 'unavailable', 'too_many_requests', 'execution_time_exceeded', 'file_not_found')
  ),
  error_message: maybe(t.string)
})

/**
 * A value of the codec `AnthropicTextEditorError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicTextEditorError extends Fields<typeof textEditorError> {}

/**
 * The error of a tool that the provider ran.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicTextEditorError = /* @__PURE__ */ open<AnthropicTextEditorError>(
  'AnthropicTextEditorError',
  textEditorError
)

const textEditorViewResult = () => ({
  type: kind('text_editor_code_execution_view_result'),
  content: maybe(t.string),
  file_type: maybe(word('text', 'image', 'pdf')),
  /** The number of lines in `content`. */
  num_lines: maybe(t.number),
  /** From 1. */
  start_line: maybe(t.number),
  /** The number of lines of the file. */
  total_lines: maybe(t.number)
})

/**
 * A value of the codec `AnthropicTextEditorViewResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicTextEditorViewResult extends Fields<typeof textEditorViewResult> {}

/**
 * The content of a file, or of some of its lines.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicTextEditorViewResult = /* @__PURE__ */ open<AnthropicTextEditorViewResult>(
  'AnthropicTextEditorViewResult',
  textEditorViewResult
)

const textEditorCreateResult = () => ({
  type: kind('text_editor_code_execution_create_result'),
  /** Whether the file was there before. */
  is_file_update: maybe(t.boolean)
})

/**
 * A value of the codec `AnthropicTextEditorCreateResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicTextEditorCreateResult extends Fields<typeof textEditorCreateResult> {}

/**
 * A file was written.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicTextEditorCreateResult = /* @__PURE__ */ open<AnthropicTextEditorCreateResult>(
  'AnthropicTextEditorCreateResult',
  textEditorCreateResult
)

const textEditorStrReplaceResult = () => ({
  type: kind('text_editor_code_execution_str_replace_result'),
  /** The change, as lines of a diff. */
  lines: maybe(list(t.string)),
  /** The first line before the change, from 1. */
  old_start: maybe(t.number),
  /** In lines. */
  old_lines: maybe(t.number),
  /** The first line after the change, from 1. */
  new_start: maybe(t.number),
  /** In lines. */
  new_lines: maybe(t.number)
})

/**
 * A value of the codec `AnthropicTextEditorStrReplaceResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicTextEditorStrReplaceResult extends Fields<typeof textEditorStrReplaceResult> {}

/**
 * A part of a file was replaced.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicTextEditorStrReplaceResult = /* @__PURE__ */ open<AnthropicTextEditorStrReplaceResult>(
  'AnthropicTextEditorStrReplaceResult',
  textEditorStrReplaceResult
)

/**
 * A value of the codec `AnthropicTextEditorContent`.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicTextEditorContent =
  | AnthropicTextEditorError
  | AnthropicTextEditorViewResult
  | AnthropicTextEditorCreateResult
  | AnthropicTextEditorStrReplaceResult
  | Other

/**
 * The result of a command of the text editor. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicTextEditorContent = /* @__PURE__ */ tagged<AnthropicTextEditorContent>(
  'AnthropicTextEditorContent',
  () => ({
    text_editor_code_execution_tool_result_error: AnthropicTextEditorError,
    text_editor_code_execution_view_result: AnthropicTextEditorViewResult,
    text_editor_code_execution_create_result: AnthropicTextEditorCreateResult,
    text_editor_code_execution_str_replace_result: AnthropicTextEditorStrReplaceResult
  })
)
