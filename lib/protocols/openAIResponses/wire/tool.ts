/**
 * The definition of a tool.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import { ResponsesApplyPatchTool, ResponsesComputerPreviewTool, ResponsesComputerTool } from './clientTools.ts'
import { ResponsesCodeInterpreterTool, ResponsesLocalShellTool, ResponsesProgrammaticToolCalling } from './codeTools.ts'
import {
  ResponsesFileSearchTool,
  ResponsesToolSearchTool,
  ResponsesWebSearchPreviewTool,
  ResponsesWebSearchTool
} from './searchTools.ts'
import { ResponsesShellTool } from './shellTools.ts'
import { ResponsesFunctionTool, ResponsesImageGenerationTool, ResponsesMcpTool } from './tools.ts'

const responsesTextFormat = () => ({
  type: kind('text')
})

/**
 * A value of the codec `ResponsesTextFormat`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesTextFormat extends Fields<typeof responsesTextFormat> {}

/**
 * Free text.
 *
 * Source: https://platform.openai.com/docs/guides/structured-outputs
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesTextFormat = /* @__PURE__ */ open<ResponsesTextFormat>('ResponsesTextFormat', responsesTextFormat)

const responsesGrammar = () => ({
  type: kind('grammar'),
  definition: maybe(t.string),
  syntax: maybe(word('lark', 'regex'))
})

/**
 * A value of the codec `ResponsesGrammar`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesGrammar extends Fields<typeof responsesGrammar> {}

/**
 * Text of a grammar.
 *
 * Source: https://platform.openai.com/docs/guides/function-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesGrammar = /* @__PURE__ */ open<ResponsesGrammar>('ResponsesGrammar', responsesGrammar)

/**
 * A value of the codec `ResponsesCustomToolFormat`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesCustomToolFormat = ResponsesTextFormat | ResponsesGrammar | Other

/**
 * The form of the input of a custom tool. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/function-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCustomToolFormat = /* @__PURE__ */ tagged<ResponsesCustomToolFormat>(
  'ResponsesCustomToolFormat',
  () => ({
    text: ResponsesTextFormat,
    grammar: ResponsesGrammar
  })
)

const responsesCustomTool = () => ({
  type: kind('custom'),
  name: maybe(t.string),
  allowed_callers: maybe(list(word('direct', 'programmatic'))),
  /** Whether the model finds it by tool search first. */
  defer_loading: maybe(t.boolean),
  description: maybe(t.string),
  format: maybe(ResponsesCustomToolFormat)
})

/**
 * A value of the codec `ResponsesCustomTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCustomTool extends Fields<typeof responsesCustomTool> {}

/**
 * A tool that takes text, which the client runs.
 *
 * Source: https://platform.openai.com/docs/guides/function-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCustomTool = /* @__PURE__ */ open<ResponsesCustomTool>('ResponsesCustomTool', responsesCustomTool)

/**
 * A value of the codec `ResponsesNamespacedTool`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesNamespacedTool = ResponsesCustomTool | ResponsesFunctionTool | Other

/**
 * A tool in a namespace. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/function-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesNamespacedTool = /* @__PURE__ */ tagged<ResponsesNamespacedTool>(
  'ResponsesNamespacedTool',
  () => ({
    custom: ResponsesCustomTool,
    function: ResponsesFunctionTool
  })
)

const responsesNamespaceTool = () => ({
  type: kind('namespace'),
  name: maybe(t.string),
  description: maybe(t.string),
  tools: maybe(list(ResponsesNamespacedTool))
})

/**
 * A value of the codec `ResponsesNamespaceTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesNamespaceTool extends Fields<typeof responsesNamespaceTool> {}

/**
 * Tools under a common name.
 *
 * Source: https://platform.openai.com/docs/guides/function-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesNamespaceTool = /* @__PURE__ */ open<ResponsesNamespaceTool>(
  'ResponsesNamespaceTool',
  responsesNamespaceTool
)

/**
 * A value of the codec `ResponsesTool`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesTool =
  | ResponsesFunctionTool
  | ResponsesFileSearchTool
  | ResponsesComputerTool
  | ResponsesComputerPreviewTool
  | ResponsesWebSearchTool
  | ResponsesMcpTool
  | ResponsesCodeInterpreterTool
  | ResponsesProgrammaticToolCalling
  | ResponsesImageGenerationTool
  | ResponsesLocalShellTool
  | ResponsesShellTool
  | ResponsesCustomTool
  | ResponsesNamespaceTool
  | ResponsesToolSearchTool
  | ResponsesWebSearchPreviewTool
  | ResponsesApplyPatchTool
  | Other

/**
 * A tool that the model may call. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesTool = /* @__PURE__ */ tagged<ResponsesTool>('ResponsesTool', () => ({
  function: ResponsesFunctionTool,
  file_search: ResponsesFileSearchTool,
  computer: ResponsesComputerTool,
  computer_use_preview: ResponsesComputerPreviewTool,
  web_search: ResponsesWebSearchTool,
  web_search_2025_08_26: ResponsesWebSearchTool,
  mcp: ResponsesMcpTool,
  code_interpreter: ResponsesCodeInterpreterTool,
  programmatic_tool_calling: ResponsesProgrammaticToolCalling,
  image_generation: ResponsesImageGenerationTool,
  local_shell: ResponsesLocalShellTool,
  shell: ResponsesShellTool,
  custom: ResponsesCustomTool,
  namespace: ResponsesNamespaceTool,
  tool_search: ResponsesToolSearchTool,
  web_search_preview: ResponsesWebSearchPreviewTool,
  web_search_preview_2025_03_11: ResponsesWebSearchPreviewTool,
  apply_patch: ResponsesApplyPatchTool
}))

const responsesAdditionalTools = () => ({
  type: kind('additional_tools'),
  id: maybe(textual),
  role: maybe(word('developer', 'system', 'user', 'assistant', 'tool', 'unknown', 'critic', 'discriminator')),
  tools: maybe(list(ResponsesTool))
})

/**
 * A value of the codec `ResponsesAdditionalTools`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesAdditionalTools extends Fields<typeof responsesAdditionalTools> {}

/**
 * Tools that were added to the conversation.
 *
 * Source: https://platform.openai.com/docs/guides/tools-tool-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesAdditionalTools = /* @__PURE__ */ open<ResponsesAdditionalTools>(
  'ResponsesAdditionalTools',
  responsesAdditionalTools
)

const responsesToolChoice = () => ({
  type: maybe(
    word(
      'allowed_tools',
      'function',
      'mcp',
      'custom',
      'apply_patch',
      'shell',
      'programmatic_tool_calling',
      'file_search',
      'computer',
      'computer_use_preview',
      'computer_use',
      'code_interpreter',
      'image_generation',
      'web_search_preview',
      'web_search_preview_2025_03_11'
    )
  ),
  /** Of a function, a custom tool, or a tool of an MCP server. */
  name: maybe(t.string),
  /** Of an MCP server. */
  server_label: maybe(t.string),
  /** With `allowed_tools`. */
  mode: maybe(word('auto', 'required')),
  /** With `allowed_tools`. */
  tools: maybe(list(t.UnknownRecord))
})

/**
 * A value of the codec `ResponsesToolChoice`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesToolChoice extends Fields<typeof responsesToolChoice> {}

/**
 * The tools that the model must or may call; the fields depend on `type`.
 *
 * Source: https://platform.openai.com/docs/guides/tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesToolChoice = /* @__PURE__ */ open<ResponsesToolChoice>('ResponsesToolChoice', responsesToolChoice)
