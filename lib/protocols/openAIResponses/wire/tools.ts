/**
 * The definitions of the other tools, which the response repeats from the request.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { dictionary } from '../../../codec/dictionary.ts'
import { either } from '../../../codec/either.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const responsesFunctionTool = () => ({
  type: kind('function'),
  name: maybe(t.string),
  /** JSON schema of the arguments. */
  parameters: maybe(t.UnknownRecord),
  /** Whether the arguments always fit the schema. */
  strict: maybe(t.boolean),
  allowed_callers: maybe(list(word('direct', 'programmatic'))),
  /** Whether the model finds it by tool search first. */
  defer_loading: maybe(t.boolean),
  description: maybe(t.string),
  /** JSON schema of the result. */
  output_schema: maybe(t.UnknownRecord)
})

/**
 * A value of the codec `ResponsesFunctionTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFunctionTool extends Fields<typeof responsesFunctionTool> {}

/**
 * A function that the client runs.
 *
 * Source: https://platform.openai.com/docs/guides/function-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFunctionTool = /* @__PURE__ */ open<ResponsesFunctionTool>(
  'ResponsesFunctionTool',
  responsesFunctionTool
)

const responsesMcpToolFilter = () => ({
  read_only: maybe(t.boolean),
  tool_names: maybe(list(t.string))
})

/**
 * A value of the codec `ResponsesMcpToolFilter`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpToolFilter extends Fields<typeof responsesMcpToolFilter> {}

/**
 * A set of tools of an MCP server.
 *
 * Source: https://platform.openai.com/docs/guides/tools-connectors-mcp
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpToolFilter = /* @__PURE__ */ open<ResponsesMcpToolFilter>(
  'ResponsesMcpToolFilter',
  responsesMcpToolFilter
)

const responsesMcpApprovalFilter = () => ({
  always: maybe(ResponsesMcpToolFilter),
  never: maybe(ResponsesMcpToolFilter)
})

/**
 * A value of the codec `ResponsesMcpApprovalFilter`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpApprovalFilter extends Fields<typeof responsesMcpApprovalFilter> {}

/**
 * The tools that need an approval, and those that do not.
 *
 * Source: https://platform.openai.com/docs/guides/tools-connectors-mcp
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpApprovalFilter = /* @__PURE__ */ open<ResponsesMcpApprovalFilter>(
  'ResponsesMcpApprovalFilter',
  responsesMcpApprovalFilter
)

const responsesMcpTool = () => ({
  type: kind('mcp'),
  server_label: maybe(t.string),
  allowed_callers: maybe(list(word('direct', 'programmatic'))),
  allowed_tools: maybe(either(list(t.string), ResponsesMcpToolFilter)),
  authorization: maybe(t.string),
  connector_id: maybe(
    word(
      'connector_dropbox',
      'connector_gmail',
      'connector_googlecalendar',
      'connector_googledrive',
      'connector_microsoftteams',
      'connector_outlookcalendar',
      'connector_outlookemail',
      'connector_sharepoint'
    )
  ),
  /** Whether the model finds them by tool search first. */
  defer_loading: maybe(t.boolean),
  headers: maybe(dictionary(t.string)),
  require_approval: maybe(either(word('always', 'never'), ResponsesMcpApprovalFilter)),
  server_description: maybe(t.string),
  server_url: maybe(t.string),
  tunnel_id: maybe(t.string)
})

/**
 * A value of the codec `ResponsesMcpTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMcpTool extends Fields<typeof responsesMcpTool> {}

/**
 * The tools of an MCP server or of a connector.
 *
 * Source: https://platform.openai.com/docs/guides/tools-connectors-mcp
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMcpTool = /* @__PURE__ */ open<ResponsesMcpTool>('ResponsesMcpTool', responsesMcpTool)

const responsesImageMask = () => ({
  file_id: maybe(t.string),
  image_url: maybe(t.string)
})

/**
 * A value of the codec `ResponsesImageMask`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesImageMask extends Fields<typeof responsesImageMask> {}

/**
 * The part of a picture that may change.
 *
 * Source: https://platform.openai.com/docs/guides/tools-image-generation
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesImageMask = /* @__PURE__ */ open<ResponsesImageMask>('ResponsesImageMask', responsesImageMask)

const responsesImageGenerationTool = () => ({
  type: kind('image_generation'),
  action: maybe(word('auto', 'generate', 'edit')),
  background: maybe(word('auto', 'transparent', 'opaque')),
  input_fidelity: maybe(word('low', 'high')),
  input_image_mask: maybe(ResponsesImageMask),
  model: maybe(t.string),
  moderation: maybe(word('auto', 'low')),
  /** The number of pictures. */
  n: maybe(t.number),
  /** In percent. */
  output_compression: maybe(t.number),
  output_format: maybe(word('png', 'webp', 'jpeg')),
  /** The number of drafts that are sent, from 0 to 3. */
  partial_images: maybe(t.number),
  quality: maybe(word('auto', 'low', 'medium', 'high')),
  size: maybe(word('auto', '1024x1024', '1024x1536', '1536x1024'))
})

/**
 * A value of the codec `ResponsesImageGenerationTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesImageGenerationTool extends Fields<typeof responsesImageGenerationTool> {}

/**
 * The tool that draws.
 *
 * Source: https://platform.openai.com/docs/guides/tools-image-generation
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesImageGenerationTool = /* @__PURE__ */ open<ResponsesImageGenerationTool>(
  'ResponsesImageGenerationTool',
  responsesImageGenerationTool
)
