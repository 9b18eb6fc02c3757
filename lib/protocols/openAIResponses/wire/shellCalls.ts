/**
 * The items of shell calls.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { dictionary } from '../../../codec/dictionary.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { ResponsesCaller } from './calls.ts'
import { ResponsesShellResult } from './shellResults.ts'
import { ResponsesShellEnvironment } from './shellTools.ts'

const responsesLocalShellAction = () => ({
  type: maybe(word('exec')),
  /** The program and its arguments. */
  command: maybe(list(t.string)),
  env: maybe(dictionary(t.string)),
  /** In milliseconds. */
  timeout_ms: maybe(t.number),
  user: maybe(t.string),
  working_directory: maybe(t.string)
})

/**
 * A value of the codec `ResponsesLocalShellAction`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesLocalShellAction extends Fields<typeof responsesLocalShellAction> {}

/**
 * A command.
 *
 * Source: https://platform.openai.com/docs/guides/tools-local-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesLocalShellAction = /* @__PURE__ */ open<ResponsesLocalShellAction>(
  'ResponsesLocalShellAction',
  responsesLocalShellAction
)

const responsesLocalShellCall = () => ({
  type: kind('local_shell_call'),
  id: maybe(textual),
  /** The id to which the output refers. */
  call_id: maybe(textual),
  action: maybe(ResponsesLocalShellAction),
  status: maybe(word('in_progress', 'completed', 'incomplete'))
})

/**
 * A value of the codec `ResponsesLocalShellCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesLocalShellCall extends Fields<typeof responsesLocalShellCall> {}

/**
 * A command for the machine of the client.
 *
 * Source: https://platform.openai.com/docs/guides/tools-local-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesLocalShellCall = /* @__PURE__ */ open<ResponsesLocalShellCall>(
  'ResponsesLocalShellCall',
  responsesLocalShellCall
)

const responsesLocalShellCallOutput = () => ({
  type: kind('local_shell_call_output'),
  id: maybe(textual),
  /** JSON text. */
  output: maybe(t.string),
  status: maybe(word('in_progress', 'completed', 'incomplete'))
})

/**
 * A value of the codec `ResponsesLocalShellCallOutput`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesLocalShellCallOutput extends Fields<typeof responsesLocalShellCallOutput> {}

/**
 * The result of a command.
 *
 * Source: https://platform.openai.com/docs/guides/tools-local-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesLocalShellCallOutput = /* @__PURE__ */ open<ResponsesLocalShellCallOutput>(
  'ResponsesLocalShellCallOutput',
  responsesLocalShellCallOutput
)

const responsesShellAction = () => ({
  /** They may run at the same time. */
  commands: maybe(list(t.string)),
  /** In characters. */
  max_output_length: maybe(t.number),
  /** In milliseconds. */
  timeout_ms: maybe(t.number)
})

/**
 * A value of the codec `ResponsesShellAction`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesShellAction extends Fields<typeof responsesShellAction> {}

/**
 * Commands.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellAction = /* @__PURE__ */ open<ResponsesShellAction>(
  'ResponsesShellAction',
  responsesShellAction
)

const responsesShellCall = () => ({
  type: kind('shell_call'),
  id: maybe(textual),
  /** The id to which the output refers. */
  call_id: maybe(textual),
  action: maybe(ResponsesShellAction),
  environment: maybe(ResponsesShellEnvironment),
  status: maybe(word('in_progress', 'completed', 'incomplete')),
  caller: maybe(ResponsesCaller),
  created_by: maybe(t.string)
})

/**
 * A value of the codec `ResponsesShellCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesShellCall extends Fields<typeof responsesShellCall> {}

/**
 * Commands, for a container or for the machine of the client.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellCall = /* @__PURE__ */ open<ResponsesShellCall>('ResponsesShellCall', responsesShellCall)

const responsesShellCallOutput = () => ({
  type: kind('shell_call_output'),
  id: maybe(textual),
  call_id: maybe(textual),
  output: maybe(list(ResponsesShellResult)),
  /** In characters. */
  max_output_length: maybe(t.number),
  status: maybe(word('in_progress', 'completed', 'incomplete')),
  caller: maybe(ResponsesCaller),
  created_by: maybe(t.string)
})

/**
 * A value of the codec `ResponsesShellCallOutput`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesShellCallOutput extends Fields<typeof responsesShellCallOutput> {}

/**
 * The outputs of the commands of a call.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellCallOutput = /* @__PURE__ */ open<ResponsesShellCallOutput>(
  'ResponsesShellCallOutput',
  responsesShellCallOutput
)
