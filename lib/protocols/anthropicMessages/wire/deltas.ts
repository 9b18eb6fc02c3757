/**
 * The deltas of content blocks.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { AnthropicCitation } from './citations.ts'

const textDelta = () => ({
  type: kind('text_delta'),
  text: textual
})

/**
 * A value of the codec `AnthropicTextDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicTextDelta extends Fields<typeof textDelta> {}

/**
 * More text of a block.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming#content-block-delta-types
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicTextDelta = /* @__PURE__ */ open<AnthropicTextDelta>('AnthropicTextDelta', textDelta)

const inputJsonDelta = () => ({
  type: kind('input_json_delta'),
  /** A piece of JSON text, cut anywhere. */
  partial_json: textual
})

/**
 * A value of the codec `AnthropicInputJsonDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicInputJsonDelta extends Fields<typeof inputJsonDelta> {}

/**
 * More of the arguments of a call.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming#content-block-delta-types
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicInputJsonDelta = /* @__PURE__ */ open<AnthropicInputJsonDelta>(
  'AnthropicInputJsonDelta',
  inputJsonDelta
)

const thinkingDelta = () => ({
  type: kind('thinking_delta'),
  thinking: textual,
  /** An estimate of the tokens of the thinking so far. */
  estimated_tokens: maybe(t.number)
})

/**
 * A value of the codec `AnthropicThinkingDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicThinkingDelta extends Fields<typeof thinkingDelta> {}

/**
 * More thinking of a block.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming#content-block-delta-types
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicThinkingDelta = /* @__PURE__ */ open<AnthropicThinkingDelta>(
  'AnthropicThinkingDelta',
  thinkingDelta
)

const signatureDelta = () => ({
  type: kind('signature_delta'),
  /** Must be sent back unchanged, with the thinking. */
  signature: t.string
})

/**
 * A value of the codec `AnthropicSignatureDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicSignatureDelta extends Fields<typeof signatureDelta> {}

/**
 * The signature of the thinking of a block.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming#content-block-delta-types
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicSignatureDelta = /* @__PURE__ */ open<AnthropicSignatureDelta>(
  'AnthropicSignatureDelta',
  signatureDelta
)

const citationsDelta = () => ({
  type: kind('citations_delta'),
  citation: AnthropicCitation
})

/**
 * A value of the codec `AnthropicCitationsDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicCitationsDelta extends Fields<typeof citationsDelta> {}

/**
 * A citation of the text of a block.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCitationsDelta = /* @__PURE__ */ open<AnthropicCitationsDelta>(
  'AnthropicCitationsDelta',
  citationsDelta
)

const compactionDelta = () => ({
  type: kind('compaction_delta'),
  /** More of the summary. */
  content: maybe(t.string),
  encrypted_content: maybe(t.string)
})

/**
 * A value of the codec `AnthropicCompactionDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicCompactionDelta extends Fields<typeof compactionDelta> {}

/**
 * More of a compaction.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/compaction
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCompactionDelta = /* @__PURE__ */ open<AnthropicCompactionDelta>(
  'AnthropicCompactionDelta',
  compactionDelta
)

/**
 * A value of the codec `AnthropicDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicDelta =
  | AnthropicTextDelta
  | AnthropicInputJsonDelta
  | AnthropicThinkingDelta
  | AnthropicSignatureDelta
  | AnthropicCitationsDelta
  | AnthropicCompactionDelta
  | Other

/**
 * The new part of a block. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming#content-block-delta-types
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicDelta = /* @__PURE__ */ tagged<AnthropicDelta>('AnthropicDelta', () => ({
  text_delta: AnthropicTextDelta,
  input_json_delta: AnthropicInputJsonDelta,
  thinking_delta: AnthropicThinkingDelta,
  signature_delta: AnthropicSignatureDelta,
  citations_delta: AnthropicCitationsDelta,
  compaction_delta: AnthropicCompactionDelta
}))
