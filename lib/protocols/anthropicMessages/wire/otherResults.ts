/**
 * The content of the results of the other tools that the provider runs.
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

const toolSearchError = () => ({
  type: kind('tool_search_tool_result_error'),
  error_code: maybe(word('invalid_tool_input', 'unavailable', 'too_many_requests', 'execution_time_exceeded')),
  error_message: maybe(t.string)
})

/**
 * A value of the codec `AnthropicToolSearchError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicToolSearchError extends Fields<typeof toolSearchError> {}

/**
 * The error of a tool that the provider ran.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicToolSearchError = /* @__PURE__ */ open<AnthropicToolSearchError>(
  'AnthropicToolSearchError',
  toolSearchError
)

const toolReference = () => ({
  type: kind('tool_reference'),
  tool_name: maybe(t.string)
})

/**
 * A value of the codec `AnthropicToolReference`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicToolReference extends Fields<typeof toolReference> {}

/**
 * A tool that was found.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicToolReference = /* @__PURE__ */ open<AnthropicToolReference>(
  'AnthropicToolReference',
  toolReference
)

const toolSearchResult = () => ({
  type: kind('tool_search_tool_search_result'),
  tool_references: maybe(list(AnthropicToolReference))
})

/**
 * A value of the codec `AnthropicToolSearchResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicToolSearchResult extends Fields<typeof toolSearchResult> {}

/**
 * The tools that were found.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicToolSearchResult = /* @__PURE__ */ open<AnthropicToolSearchResult>(
  'AnthropicToolSearchResult',
  toolSearchResult
)

/**
 * A value of the codec `AnthropicToolSearchContent`.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicToolSearchContent = AnthropicToolSearchError | AnthropicToolSearchResult | Other

/**
 * The result of searching tools. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicToolSearchContent = /* @__PURE__ */ tagged<AnthropicToolSearchContent>(
  'AnthropicToolSearchContent',
  () => ({
    tool_search_tool_result_error: AnthropicToolSearchError,
    tool_search_tool_search_result: AnthropicToolSearchResult
  })
)

const advisorError = () => ({
  type: kind('advisor_tool_result_error'),
  error_code: maybe(
    word(
      'unavailable',
      'max_uses_exceeded',
      'too_many_requests',
      'prompt_too_long',
      'overloaded',
      'execution_time_exceeded',
      'model_not_found'
    )
  )
})

/**
 * A value of the codec `AnthropicAdvisorError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicAdvisorError extends Fields<typeof advisorError> {}

/**
 * The error of a tool that the provider ran.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/advisor-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicAdvisorError = /* @__PURE__ */ open<AnthropicAdvisorError>('AnthropicAdvisorError', advisorError)

const advisorResult = () => ({
  type: kind('advisor_result'),
  text: maybe(t.string),
  stop_reason: maybe(t.string)
})

/**
 * A value of the codec `AnthropicAdvisorResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicAdvisorResult extends Fields<typeof advisorResult> {}

/**
 * The advice of another model.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/advisor-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicAdvisorResult = /* @__PURE__ */ open<AnthropicAdvisorResult>(
  'AnthropicAdvisorResult',
  advisorResult
)

const advisorRedactedResult = () => ({
  type: kind('advisor_redacted_result'),
  /** Must be sent back unchanged. */
  encrypted_content: maybe(t.string),
  stop_reason: maybe(t.string)
})

/**
 * A value of the codec `AnthropicAdvisorRedactedResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicAdvisorRedactedResult extends Fields<typeof advisorRedactedResult> {}

/**
 * The advice of another model, encrypted.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/advisor-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicAdvisorRedactedResult = /* @__PURE__ */ open<AnthropicAdvisorRedactedResult>(
  'AnthropicAdvisorRedactedResult',
  advisorRedactedResult
)

/**
 * A value of the codec `AnthropicAdvisorContent`.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicAdvisorContent =
  AnthropicAdvisorError | AnthropicAdvisorResult | AnthropicAdvisorRedactedResult | Other

/**
 * The result of asking another model. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/advisor-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicAdvisorContent = /* @__PURE__ */ tagged<AnthropicAdvisorContent>(
  'AnthropicAdvisorContent',
  () => ({
    advisor_tool_result_error: AnthropicAdvisorError,
    advisor_result: AnthropicAdvisorResult,
    advisor_redacted_result: AnthropicAdvisorRedactedResult
  })
)
