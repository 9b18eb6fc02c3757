/**
 * The content of steps.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { content } from '../../../codec/content.ts'
import { either } from '../../../codec/either.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import { InteractionsAnnotation } from './annotations.ts'
import { audio } from './audio.ts'

/**
 * A value of the codec `InteractionsAudioContent`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsAudioContent extends Fields<typeof audio> {}

/**
 * A sound.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsAudioContent = /* @__PURE__ */ open<InteractionsAudioContent>(
  'InteractionsAudioContent',
  audio
)

const documentContent = () => ({
  type: kind('document'),
  /** Base64. */
  data: content(t.string),
  mime_type: maybe(word('application/pdf', 'text/csv')),
  uri: content(t.string)
})

/**
 * A value of the codec `InteractionsDocumentContent`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsDocumentContent extends Fields<typeof documentContent> {}

/**
 * A document.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsDocumentContent = /* @__PURE__ */ open<InteractionsDocumentContent>(
  'InteractionsDocumentContent',
  documentContent
)

const imageContent = () => ({
  type: kind('image'),
  /** Base64. */
  data: content(t.string),
  mime_type: maybe(
    word('image/png', 'image/jpeg', 'image/webp', 'image/heic', 'image/heif', 'image/gif', 'image/bmp', 'image/tiff')
  ),
  resolution: maybe(word('low', 'high', 'medium', 'ultra_high')),
  uri: content(t.string)
})

/**
 * A value of the codec `InteractionsImageContent`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsImageContent extends Fields<typeof imageContent> {}

/**
 * An image.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsImageContent = /* @__PURE__ */ open<InteractionsImageContent>(
  'InteractionsImageContent',
  imageContent
)

const textContent = () => ({
  type: kind('text'),
  annotations: maybe(list(InteractionsAnnotation)),
  text: content(textual)
})

/**
 * A value of the codec `InteractionsTextContent`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsTextContent extends Fields<typeof textContent> {}

/**
 * A text with its annotations.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsTextContent = /* @__PURE__ */ open<InteractionsTextContent>(
  'InteractionsTextContent',
  textContent
)

const staticMediaProcessing = () => ({
  end_offset: maybe(t.string),
  fps: maybe(t.number),
  start_offset: maybe(t.string),
  type: maybe(word('static'))
})

/**
 * A value of the codec `InteractionsStaticMediaProcessing`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsStaticMediaProcessing extends Fields<typeof staticMediaProcessing> {}

/**
 * The piece of a video to process.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsStaticMediaProcessing = /* @__PURE__ */ open<InteractionsStaticMediaProcessing>(
  'InteractionsStaticMediaProcessing',
  staticMediaProcessing
)

const videoContent = () => ({
  type: kind('video'),
  /** Base64. */
  data: content(t.string),
  mime_type: maybe(
    word(
      'video/mp4',
      'video/mpeg',
      'video/mpg',
      'video/mov',
      'video/avi',
      'video/x-flv',
      'video/webm',
      'video/wmv',
      'video/3gpp'
    )
  ),
  name: maybe(t.string),
  processing: maybe(either(word('static', 'agentic'), InteractionsStaticMediaProcessing)),
  resolution: maybe(word('low', 'high', 'medium', 'ultra_high')),
  uri: content(t.string)
})

/**
 * A value of the codec `InteractionsVideoContent`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsVideoContent extends Fields<typeof videoContent> {}

/**
 * A video.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsVideoContent = /* @__PURE__ */ open<InteractionsVideoContent>(
  'InteractionsVideoContent',
  videoContent
)

/**
 * A value of the codec `InteractionsContent`.
 *
 * @category model
 * @since 0.1.0
 */
export type InteractionsContent =
  | InteractionsAudioContent
  | InteractionsDocumentContent
  | InteractionsImageContent
  | InteractionsTextContent
  | InteractionsVideoContent
  | Other

/**
 * One piece of content. One of an unknown kind is an `Other`.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsContent = /* @__PURE__ */ tagged<InteractionsContent>('InteractionsContent', () => ({
  audio: InteractionsAudioContent,
  document: InteractionsDocumentContent,
  image: InteractionsImageContent,
  text: InteractionsTextContent,
  video: InteractionsVideoContent
}))

/**
 * A value of the codec `InteractionsThoughtSummaryContent`.
 *
 * @category model
 * @since 0.1.0
 */
export type InteractionsThoughtSummaryContent = InteractionsImageContent | InteractionsTextContent | Other

/**
 * A piece of the summary of the thinking. One of an unknown kind is an `Other`.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/thinking
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsThoughtSummaryContent = /* @__PURE__ */ tagged<InteractionsThoughtSummaryContent>(
  'InteractionsThoughtSummaryContent',
  () => ({
    image: InteractionsImageContent,
    text: InteractionsTextContent
  })
)
