/**
 * The deltas of media.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { content } from '../../../codec/content.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { audio } from './audio.ts'

const audioDelta = () => ({
  ...audio(),
  /** In hertz; an older name. */
  rate: maybe(t.number)
})

/**
 * A value of the codec `InteractionsAudioDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsAudioDelta extends Fields<typeof audioDelta> {}

/**
 * More of a sound.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsAudioDelta = /* @__PURE__ */ open<InteractionsAudioDelta>('InteractionsAudioDelta', audioDelta)

const videoDelta = () => ({
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
      'video/3gpp',
      'video/jpeg2000'
    )
  ),
  resolution: maybe(word('low', 'high', 'medium', 'ultra_high')),
  uri: content(t.string)
})

/**
 * A value of the codec `InteractionsVideoDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsVideoDelta extends Fields<typeof videoDelta> {}

/**
 * A video.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsVideoDelta = /* @__PURE__ */ open<InteractionsVideoDelta>('InteractionsVideoDelta', videoDelta)
