/**
 * The parts of the content of Mistral.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { either } from '../../../codec/either.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'

const mistralImageUrl = () => ({
  url: maybe(t.string),
  detail: maybe(word('auto', 'low', 'high'))
})

/**
 * A value of the codec `MistralImageUrl`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralImageUrl extends Fields<typeof mistralImageUrl> {}

/**
 * The address of an image.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralImageUrl = /* @__PURE__ */ open<MistralImageUrl>('MistralImageUrl', mistralImageUrl)

const mistralImagePart = () => ({
  type: kind('image_url'),
  image_url: maybe(either(t.string, MistralImageUrl))
})

/**
 * A value of the codec `MistralImagePart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralImagePart extends Fields<typeof mistralImagePart> {}

/**
 * An image.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralImagePart = /* @__PURE__ */ open<MistralImagePart>('MistralImagePart', mistralImagePart)

const mistralDocumentPart = () => ({
  type: kind('document_url'),
  document_url: maybe(t.string),
  document_name: maybe(t.string)
})

/**
 * A value of the codec `MistralDocumentPart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralDocumentPart extends Fields<typeof mistralDocumentPart> {}

/**
 * A document.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralDocumentPart = /* @__PURE__ */ open<MistralDocumentPart>('MistralDocumentPart', mistralDocumentPart)

const mistralTextPart = () => ({
  type: kind('text'),
  text: maybe(textual)
})

/**
 * A value of the codec `MistralTextPart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralTextPart extends Fields<typeof mistralTextPart> {}

/**
 * Text.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralTextPart = /* @__PURE__ */ open<MistralTextPart>('MistralTextPart', mistralTextPart)

const mistralReferencePart = () => ({
  type: kind('reference'),
  reference_ids: maybe(list(either(t.string, t.number)))
})

/**
 * A value of the codec `MistralReferencePart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralReferencePart extends Fields<typeof mistralReferencePart> {}

/**
 * A reference to documents of the request.
 *
 * Source: https://docs.mistral.ai/capabilities/citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralReferencePart = /* @__PURE__ */ open<MistralReferencePart>(
  'MistralReferencePart',
  mistralReferencePart
)

const mistralToolReferencePart = () => ({
  type: kind('tool_reference'),
  tool: maybe(t.string),
  title: maybe(t.string),
  url: maybe(t.string),
  favicon: maybe(t.string),
  description: maybe(t.string)
})

/**
 * A value of the codec `MistralToolReferencePart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralToolReferencePart extends Fields<typeof mistralToolReferencePart> {}

/**
 * A reference to a result of a tool.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralToolReferencePart = /* @__PURE__ */ open<MistralToolReferencePart>(
  'MistralToolReferencePart',
  mistralToolReferencePart
)

const mistralFilePart = () => ({
  type: kind('file'),
  file_id: maybe(t.string)
})

/**
 * A value of the codec `MistralFilePart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralFilePart extends Fields<typeof mistralFilePart> {}

/**
 * A file.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralFilePart = /* @__PURE__ */ open<MistralFilePart>('MistralFilePart', mistralFilePart)

/**
 * A value of the codec `MistralThought`.
 *
 * @category model
 * @since 0.1.0
 */
export type MistralThought = MistralTextPart | MistralReferencePart | MistralToolReferencePart | Other

/**
 * A part of the thinking. One of an unknown kind is an `Other`.
 *
 * Source: https://docs.mistral.ai/capabilities/reasoning
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralThought = /* @__PURE__ */ tagged<MistralThought>('MistralThought', () => ({
  text: MistralTextPart,
  reference: MistralReferencePart,
  tool_reference: MistralToolReferencePart
}))

const mistralThinkingPart = () => ({
  type: kind('thinking'),
  thinking: maybe(either(t.string, list(MistralThought))),
  signature: maybe(t.string),
  /** Whether the thinking has ended. */
  closed: maybe(t.boolean)
})

/**
 * A value of the codec `MistralThinkingPart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralThinkingPart extends Fields<typeof mistralThinkingPart> {}

/**
 * Thinking, which must be sent back unchanged.
 *
 * Source: https://docs.mistral.ai/capabilities/reasoning
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralThinkingPart = /* @__PURE__ */ open<MistralThinkingPart>('MistralThinkingPart', mistralThinkingPart)

const mistralAudioPart = () => ({
  type: kind('input_audio'),
  /** Base64, or a URL. */
  input_audio: maybe(t.string)
})

/**
 * A value of the codec `MistralAudioPart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface MistralAudioPart extends Fields<typeof mistralAudioPart> {}

/**
 * Sound.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralAudioPart = /* @__PURE__ */ open<MistralAudioPart>('MistralAudioPart', mistralAudioPart)

/**
 * A value of the codec `MistralPart`.
 *
 * @category model
 * @since 0.1.0
 */
export type MistralPart =
  | MistralTextPart
  | MistralThinkingPart
  | MistralReferencePart
  | MistralImagePart
  | MistralDocumentPart
  | MistralFilePart
  | MistralAudioPart
  | Other

/**
 * A part of the content. One of an unknown kind is an `Other`.
 *
 * Source: https://docs.mistral.ai/api/endpoint/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const MistralPart = /* @__PURE__ */ tagged<MistralPart>('MistralPart', () => ({
  text: MistralTextPart,
  thinking: MistralThinkingPart,
  reference: MistralReferencePart,
  image_url: MistralImagePart,
  document_url: MistralDocumentPart,
  file: MistralFilePart,
  input_audio: MistralAudioPart
}))
