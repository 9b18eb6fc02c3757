/**
 * The entries of `reasoning_details`, which gateways send.
 *
 * @since 0.1.0
 */
import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'

const detail = () => ({
  id: maybe(textual),
  /** The provider behind the gateway, such as `anthropic-claude-v1`. */
  format: maybe(textual),
  /** Entries with one index are one block. */
  index: maybe(numeric)
})

const chatReasoningText = () => ({
  type: kind('reasoning.text'),
  text: maybe(textual),
  /** Must be sent back unchanged, with the text. */
  signature: maybe(textual),
  ...detail()
})

/**
 * A value of the codec `ChatReasoningText`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatReasoningText extends Fields<typeof chatReasoningText> {}

/**
 * Reasoning as text.
 *
 * Source: https://openrouter.ai/docs/use-cases/reasoning-tokens
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatReasoningText = /* @__PURE__ */ open<ChatReasoningText>('ChatReasoningText', chatReasoningText)

const chatReasoningSummary = () => ({
  type: kind('reasoning.summary'),
  summary: maybe(textual),
  ...detail()
})

/**
 * A value of the codec `ChatReasoningSummary`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatReasoningSummary extends Fields<typeof chatReasoningSummary> {}

/**
 * A summary of reasoning.
 *
 * Source: https://openrouter.ai/docs/use-cases/reasoning-tokens
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatReasoningSummary = /* @__PURE__ */ open<ChatReasoningSummary>(
  'ChatReasoningSummary',
  chatReasoningSummary
)

const chatReasoningEncrypted = () => ({
  type: kind('reasoning.encrypted'),
  /** Base64. */
  data: maybe(textual),
  ...detail()
})

/**
 * A value of the codec `ChatReasoningEncrypted`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatReasoningEncrypted extends Fields<typeof chatReasoningEncrypted> {}

/**
 * Encrypted reasoning.
 *
 * Source: https://openrouter.ai/docs/use-cases/reasoning-tokens
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatReasoningEncrypted = /* @__PURE__ */ open<ChatReasoningEncrypted>(
  'ChatReasoningEncrypted',
  chatReasoningEncrypted
)

const chatReasoningToolCall = () => ({
  type: kind('reasoning.server_tool_call'),
  tool_call_id: maybe(textual),
  tool_name: maybe(textual),
  arguments: maybe(textual),
  result: maybe(textual),
  ...detail()
})

/**
 * A value of the codec `ChatReasoningToolCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatReasoningToolCall extends Fields<typeof chatReasoningToolCall> {}

/**
 * A call of a server's tool while reasoning.
 *
 * Source: https://openrouter.ai/docs/use-cases/reasoning-tokens
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatReasoningToolCall = /* @__PURE__ */ open<ChatReasoningToolCall>(
  'ChatReasoningToolCall',
  chatReasoningToolCall
)

/**
 * A value of the codec `ChatReasoningDetail`.
 *
 * @category model
 * @since 0.1.0
 */
export type ChatReasoningDetail =
  ChatReasoningText | ChatReasoningSummary | ChatReasoningEncrypted | ChatReasoningToolCall | Other

/**
 * An entry of `reasoning_details`. One of an unknown kind is an `Other`.
 *
 * Source: https://openrouter.ai/docs/use-cases/reasoning-tokens
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatReasoningDetail = /* @__PURE__ */ tagged<ChatReasoningDetail>('ChatReasoningDetail', () => ({
  'reasoning.text': ChatReasoningText,
  'reasoning.summary': ChatReasoningSummary,
  'reasoning.encrypted': ChatReasoningEncrypted,
  'reasoning.server_tool_call': ChatReasoningToolCall
}))
