/**
 * The content blocks of text and thinking.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { content } from '../../../codec/content.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { AnthropicCitation } from './citations.ts'

const textBlock = () => ({
  type: kind('text'),
  /** In a stream almost always empty. */
  text: content(textual),
  /** Those of the text; in a stream almost always empty. */
  citations: maybe(list(AnthropicCitation))
})

/**
 * A value of the codec `AnthropicTextBlock`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicTextBlock extends Fields<typeof textBlock> {}

/**
 * Text of the answer.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicTextBlock = /* @__PURE__ */ open<AnthropicTextBlock>('AnthropicTextBlock', textBlock)

const thinkingBlock = () => ({
  type: kind('thinking'),
  /** In a stream almost always empty. */
  thinking: content(textual),
  /** Must be sent back unchanged, with the thinking. */
  signature: content(t.string)
})

/**
 * A value of the codec `AnthropicThinkingBlock`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicThinkingBlock extends Fields<typeof thinkingBlock> {}

/**
 * Thinking of the model.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/extended-thinking
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicThinkingBlock = /* @__PURE__ */ open<AnthropicThinkingBlock>(
  'AnthropicThinkingBlock',
  thinkingBlock
)

const redactedThinkingBlock = () => ({
  type: kind('redacted_thinking'),
  /** Must be sent back unchanged. */
  data: t.string
})

/**
 * A value of the codec `AnthropicRedactedThinkingBlock`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicRedactedThinkingBlock extends Fields<typeof redactedThinkingBlock> {}

/**
 * Encrypted thinking of the model.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/extended-thinking
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicRedactedThinkingBlock = /* @__PURE__ */ open<AnthropicRedactedThinkingBlock>(
  'AnthropicRedactedThinkingBlock',
  redactedThinkingBlock
)
