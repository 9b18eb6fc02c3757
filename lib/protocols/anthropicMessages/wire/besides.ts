/**
 * The fields beside the content of a message.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const containerSkill = () => ({
  type: maybe(word('anthropic', 'custom')),
  skill_id: maybe(t.string),
  version: maybe(t.string)
})

/**
 * A value of the codec `AnthropicContainerSkill`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicContainerSkill extends Fields<typeof containerSkill> {}

/**
 * A skill in a container.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicContainerSkill = /* @__PURE__ */ open<AnthropicContainerSkill>(
  'AnthropicContainerSkill',
  containerSkill
)

const container = () => ({
  id: maybe(t.string),
  /** In ISO 8601. */
  expires_at: maybe(t.string),
  skills: maybe(list(AnthropicContainerSkill))
})

/**
 * A value of the codec `AnthropicContainer`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicContainer extends Fields<typeof container> {}

/**
 * The container in which code ran; the next request may reuse it.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicContainer = /* @__PURE__ */ open<AnthropicContainer>('AnthropicContainer', container)

const appliedEdit = () => ({
  type: maybe(word('clear_tool_uses_20250919', 'clear_thinking_20251015')),
  cleared_input_tokens: maybe(t.number),
  cleared_tool_uses: maybe(t.number),
  cleared_thinking_turns: maybe(t.number)
})

/**
 * A value of the codec `AnthropicAppliedEdit`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicAppliedEdit extends Fields<typeof appliedEdit> {}

/**
 * An edit of the context.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/context-editing
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicAppliedEdit = /* @__PURE__ */ open<AnthropicAppliedEdit>('AnthropicAppliedEdit', appliedEdit)

const contextManagement = () => ({
  applied_edits: maybe(list(AnthropicAppliedEdit))
})

/**
 * A value of the codec `AnthropicContextManagement`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicContextManagement extends Fields<typeof contextManagement> {}

/**
 * The edits of the context that were applied.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/context-editing
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicContextManagement = /* @__PURE__ */ open<AnthropicContextManagement>(
  'AnthropicContextManagement',
  contextManagement
)

const cacheMissReason = () => ({
  type: maybe(
    word(
      'model_changed',
      'system_changed',
      'tools_changed',
      'messages_changed',
      'previous_message_not_found',
      'unavailable'
    )
  ),
  cache_missed_input_tokens: maybe(t.number)
})

/**
 * A value of the codec `AnthropicCacheMissReason`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicCacheMissReason extends Fields<typeof cacheMissReason> {}

/**
 * Why nothing was read from the cache.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/prompt-caching#tracking-cache-performance
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCacheMissReason = /* @__PURE__ */ open<AnthropicCacheMissReason>(
  'AnthropicCacheMissReason',
  cacheMissReason
)

const diagnostics = () => ({
  cache_miss_reason: maybe(AnthropicCacheMissReason)
})

/**
 * A value of the codec `AnthropicDiagnostics`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicDiagnostics extends Fields<typeof diagnostics> {}

/**
 * Hints on the request.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicDiagnostics = /* @__PURE__ */ open<AnthropicDiagnostics>('AnthropicDiagnostics', diagnostics)

const stopDetails = () => ({
  type: maybe(word('refusal')),
  category: maybe(word('cyber', 'bio', 'frontier_llm', 'reasoning_extraction', 'general_harms')),
  explanation: maybe(t.string),
  recommended_model: maybe(t.string),
  fallback_credit_token: maybe(t.string),
  fallback_has_prefill_claim: maybe(t.boolean)
})

/**
 * A value of the codec `AnthropicStopDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicStopDetails extends Fields<typeof stopDetails> {}

/**
 * Why an answer was declined.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicStopDetails = /* @__PURE__ */ open<AnthropicStopDetails>('AnthropicStopDetails', stopDetails)

const inputTransformation = () => ({
  type: maybe(word('thinking_dropped', 'thinking_mismatch_allowed')),
  /** The place in the request. */
  path: maybe(t.string),
  reason: maybe(
    word(
      'model_binding_mismatch',
      'prefix_binding_mismatch',
      'organization_binding_mismatch',
      'end_user_binding_mismatch'
    )
  )
})

/**
 * A value of the codec `AnthropicInputTransformation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicInputTransformation extends Fields<typeof inputTransformation> {}

/**
 * A part of the request that the provider changed.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicInputTransformation = /* @__PURE__ */ open<AnthropicInputTransformation>(
  'AnthropicInputTransformation',
  inputTransformation
)
