/**
 * The definitions of the tools that work on the machine of the client, which the response repeats from the request.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const responsesApplyPatchTool = () => ({
  type: kind('apply_patch'),
  allowed_callers: maybe(list(word('direct', 'programmatic')))
})

/**
 * A value of the codec `ResponsesApplyPatchTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesApplyPatchTool extends Fields<typeof responsesApplyPatchTool> {}

/**
 * The tool that changes files by patches.
 *
 * Source: https://platform.openai.com/docs/guides/tools-apply-patch
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesApplyPatchTool = /* @__PURE__ */ open<ResponsesApplyPatchTool>(
  'ResponsesApplyPatchTool',
  responsesApplyPatchTool
)

const responsesComputerTool = () => ({
  type: kind('computer')
})

/**
 * A value of the codec `ResponsesComputerTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesComputerTool extends Fields<typeof responsesComputerTool> {}

/**
 * The tool that operates a computer.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesComputerTool = /* @__PURE__ */ open<ResponsesComputerTool>(
  'ResponsesComputerTool',
  responsesComputerTool
)

const responsesComputerPreviewTool = () => ({
  type: kind('computer_use_preview'),
  /** In pixels. */
  display_height: maybe(t.number),
  /** In pixels. */
  display_width: maybe(t.number),
  environment: maybe(word('windows', 'mac', 'linux', 'ubuntu', 'browser'))
})

/**
 * A value of the codec `ResponsesComputerPreviewTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesComputerPreviewTool extends Fields<typeof responsesComputerPreviewTool> {}

/**
 * The first version of the tool that operates a computer.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesComputerPreviewTool = /* @__PURE__ */ open<ResponsesComputerPreviewTool>(
  'ResponsesComputerPreviewTool',
  responsesComputerPreviewTool
)
