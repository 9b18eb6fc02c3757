/**
 * Media.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const mediaResolution = () => ({
  level: maybe(
    word(
      'MEDIA_RESOLUTION_UNSPECIFIED',
      'MEDIA_RESOLUTION_LOW',
      'MEDIA_RESOLUTION_MEDIUM',
      'MEDIA_RESOLUTION_HIGH',
      'MEDIA_RESOLUTION_ULTRA_HIGH'
    )
  ),
  numTokens: maybe(t.number)
})

/**
 * A value of the codec `GoogleMediaResolution`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleMediaResolution extends Fields<typeof mediaResolution> {}

/**
 * The resolution in which media are read.
 *
 * Source: https://ai.google.dev/api/caching#Part
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleMediaResolution = /* @__PURE__ */ open<GoogleMediaResolution>(
  'GoogleMediaResolution',
  mediaResolution
)

const wordInfo = () => ({
  word: maybe(t.string),
  startOffset: maybe(t.string),
  endOffset: maybe(t.string)
})

/**
 * A value of the codec `GoogleWordInfo`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleWordInfo extends Fields<typeof wordInfo> {}

/**
 * A word of a transcript, with its time.
 *
 * Source: https://ai.google.dev/api/caching#Part
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleWordInfo = /* @__PURE__ */ open<GoogleWordInfo>('GoogleWordInfo', wordInfo)

const transcription = () => ({
  text: maybe(t.string),
  finished: maybe(t.boolean),
  languageCode: maybe(t.string),
  speakerLabel: maybe(t.string),
  words: maybe(list(GoogleWordInfo)),
  startOffset: maybe(t.string),
  endOffset: maybe(t.string)
})

/**
 * A value of the codec `GoogleTranscription`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleTranscription extends Fields<typeof transcription> {}

/**
 * A transcript of a sound.
 *
 * Source: https://ai.google.dev/api/caching#Part
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleTranscription = /* @__PURE__ */ open<GoogleTranscription>('GoogleTranscription', transcription)

const fileData = () => ({
  displayName: maybe(t.string),
  fileUri: maybe(t.string),
  mimeType: maybe(t.string)
})

/**
 * A value of the codec `GoogleFileData`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleFileData extends Fields<typeof fileData> {}

/**
 * A file by its address.
 *
 * Source: https://ai.google.dev/api/caching#Part
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleFileData = /* @__PURE__ */ open<GoogleFileData>('GoogleFileData', fileData)

const functionResponseBlob = () => ({
  /** Base64. */
  data: maybe(t.string),
  displayName: maybe(t.string),
  mimeType: maybe(t.string)
})

/**
 * A value of the codec `GoogleFunctionResponseBlob`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleFunctionResponseBlob extends Fields<typeof functionResponseBlob> {}

/**
 * Data.
 *
 * Source: https://ai.google.dev/api/caching#Part
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleFunctionResponseBlob = /* @__PURE__ */ open<GoogleFunctionResponseBlob>(
  'GoogleFunctionResponseBlob',
  functionResponseBlob
)

const videoMetadata = () => ({
  endOffset: maybe(t.string),
  fps: maybe(t.number),
  startOffset: maybe(t.string)
})

/**
 * A value of the codec `GoogleVideoMetadata`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleVideoMetadata extends Fields<typeof videoMetadata> {}

/**
 * The piece of a video.
 *
 * Source: https://ai.google.dev/api/caching#Part
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleVideoMetadata = /* @__PURE__ */ open<GoogleVideoMetadata>('GoogleVideoMetadata', videoMetadata)

const speechMetadata = () => ({
  speaker: maybe(t.string),
  style: maybe(t.string)
})

/**
 * A value of the codec `GoogleSpeechMetadata`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleSpeechMetadata extends Fields<typeof speechMetadata> {}

/**
 * The speaker of a part.
 *
 * Source: https://ai.google.dev/api/caching#Part
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleSpeechMetadata = /* @__PURE__ */ open<GoogleSpeechMetadata>('GoogleSpeechMetadata', speechMetadata)
