/**
 * The formats of answers.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'

const audioResponseFormat = () => ({
  type: kind('audio'),
  bit_rate: maybe(t.number),
  delivery: maybe(word('inline', 'uri')),
  mime_type: maybe(word('audio/wav', 'audio/mp3', 'audio/l16', 'audio/alaw', 'audio/mulaw', 'audio/ogg_opus')),
  /** In hertz. */
  sample_rate: maybe(t.number)
})

/**
 * A value of the codec `InteractionsAudioResponseFormat`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsAudioResponseFormat extends Fields<typeof audioResponseFormat> {}

/**
 * An answer as a sound.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsAudioResponseFormat = /* @__PURE__ */ open<InteractionsAudioResponseFormat>(
  'InteractionsAudioResponseFormat',
  audioResponseFormat
)

const imageResponseFormat = () => ({
  type: kind('image'),
  aspect_ratio: maybe(
    word('1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9', '1:8', '8:1', '1:4', '4:1')
  ),
  delivery: maybe(word('inline', 'uri')),
  image_size: maybe(word('1K', '2K', '4K', '512')),
  mime_type: maybe(word('image/jpeg'))
})

/**
 * A value of the codec `InteractionsImageResponseFormat`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsImageResponseFormat extends Fields<typeof imageResponseFormat> {}

/**
 * An answer as an image.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsImageResponseFormat = /* @__PURE__ */ open<InteractionsImageResponseFormat>(
  'InteractionsImageResponseFormat',
  imageResponseFormat
)

const textResponseFormat = () => ({
  type: kind('text'),
  mime_type: maybe(word('text/plain', 'application/json')),
  schema: maybe(t.UnknownRecord)
})

/**
 * A value of the codec `InteractionsTextResponseFormat`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsTextResponseFormat extends Fields<typeof textResponseFormat> {}

/**
 * An answer as text or JSON.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsTextResponseFormat = /* @__PURE__ */ open<InteractionsTextResponseFormat>(
  'InteractionsTextResponseFormat',
  textResponseFormat
)

const videoResponseFormat = () => ({
  type: kind('video'),
  aspect_ratio: maybe(word('9:16', '16:9')),
  delivery: maybe(word('inline', 'uri')),
  duration: maybe(t.string),
  gcs_uri: maybe(t.string),
  resolution: maybe(word('360p', '720p', '1080p', '4k'))
})

/**
 * A value of the codec `InteractionsVideoResponseFormat`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsVideoResponseFormat extends Fields<typeof videoResponseFormat> {}

/**
 * An answer as a video.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsVideoResponseFormat = /* @__PURE__ */ open<InteractionsVideoResponseFormat>(
  'InteractionsVideoResponseFormat',
  videoResponseFormat
)

/**
 * A value of the codec `InteractionsResponseFormat`.
 *
 * @category model
 * @since 0.1.0
 */
export type InteractionsResponseFormat =
  | InteractionsAudioResponseFormat
  | InteractionsImageResponseFormat
  | InteractionsTextResponseFormat
  | InteractionsVideoResponseFormat
  | Other

/**
 * The format of the answer. One of an unknown kind is an `Other`.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsResponseFormat = /* @__PURE__ */ tagged<InteractionsResponseFormat>(
  'InteractionsResponseFormat',
  () => ({
    audio: InteractionsAudioResponseFormat,
    image: InteractionsImageResponseFormat,
    text: InteractionsTextResponseFormat,
    video: InteractionsVideoResponseFormat
  })
)
