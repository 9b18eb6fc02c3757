/**
 * The events of commands and patches.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { ResponsesShellResult } from './shellResults.ts'

const responsesShellCallCommandAdded = () => ({
  type: kind('response.shell_call_command.added'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  command: maybe(t.string),
  /** The place among the commands of the call. */
  command_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesShellCallCommandAdded`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesShellCallCommandAdded extends Fields<typeof responsesShellCallCommandAdded> {}

/**
 * A command begins.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellCallCommandAdded = /* @__PURE__ */ open<ResponsesShellCallCommandAdded>(
  'ResponsesShellCallCommandAdded',
  responsesShellCallCommandAdded
)

const responsesShellCallCommandDelta = () => ({
  type: kind('response.shell_call_command.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  delta: t.string,
  /** The place among the commands of the call. */
  command_index: maybe(numeric),
  /** Random text that hides the size of the event. */
  obfuscation: maybe(t.string),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesShellCallCommandDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesShellCallCommandDelta extends Fields<typeof responsesShellCallCommandDelta> {}

/**
 * More of a command.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellCallCommandDelta = /* @__PURE__ */ open<ResponsesShellCallCommandDelta>(
  'ResponsesShellCallCommandDelta',
  responsesShellCallCommandDelta
)

const responsesShellCallCommandDone = () => ({
  type: kind('response.shell_call_command.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  command: maybe(t.string),
  /** The place among the commands of the call. */
  command_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesShellCallCommandDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesShellCallCommandDone extends Fields<typeof responsesShellCallCommandDone> {}

/**
 * A command is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellCallCommandDone = /* @__PURE__ */ open<ResponsesShellCallCommandDone>(
  'ResponsesShellCallCommandDone',
  responsesShellCallCommandDone
)

const responsesShellCallOutputContentDelta = () => ({
  type: kind('response.shell_call_output_content.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  delta: ResponsesShellResult,
  /** The place among the commands of the call. */
  command_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesShellCallOutputContentDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesShellCallOutputContentDelta extends Fields<typeof responsesShellCallOutputContentDelta> {}

/**
 * More of the output of a command.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellCallOutputContentDelta = /* @__PURE__ */ open<ResponsesShellCallOutputContentDelta>(
  'ResponsesShellCallOutputContentDelta',
  responsesShellCallOutputContentDelta
)

const responsesShellCallOutputContentDone = () => ({
  type: kind('response.shell_call_output_content.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  output: maybe(list(ResponsesShellResult)),
  /** The place among the commands of the call. */
  command_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesShellCallOutputContentDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesShellCallOutputContentDone extends Fields<typeof responsesShellCallOutputContentDone> {}

/**
 * The output of a command is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellCallOutputContentDone = /* @__PURE__ */ open<ResponsesShellCallOutputContentDone>(
  'ResponsesShellCallOutputContentDone',
  responsesShellCallOutputContentDone
)

const responsesApplyPatchCallOperationDiffDelta = () => ({
  type: kind('response.apply_patch_call_operation_diff.delta'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  delta: t.string,
  /** Random text that hides the size of the event. */
  obfuscation: maybe(t.string),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesApplyPatchCallOperationDiffDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesApplyPatchCallOperationDiffDelta extends Fields<
  typeof responsesApplyPatchCallOperationDiffDelta
> {}

/**
 * More of the diff of a patch.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesApplyPatchCallOperationDiffDelta =
  /* @__PURE__ */ open<ResponsesApplyPatchCallOperationDiffDelta>(
    'ResponsesApplyPatchCallOperationDiffDelta',
    responsesApplyPatchCallOperationDiffDelta
  )

const responsesApplyPatchCallOperationDiffDone = () => ({
  type: kind('response.apply_patch_call_operation_diff.done'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  diff: maybe(t.string),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesApplyPatchCallOperationDiffDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesApplyPatchCallOperationDiffDone extends Fields<
  typeof responsesApplyPatchCallOperationDiffDone
> {}

/**
 * The diff of a patch is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesApplyPatchCallOperationDiffDone = /* @__PURE__ */ open<ResponsesApplyPatchCallOperationDiffDone>(
  'ResponsesApplyPatchCallOperationDiffDone',
  responsesApplyPatchCallOperationDiffDone
)
