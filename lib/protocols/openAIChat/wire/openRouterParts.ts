/**
 * The parts of the content of OpenRouter.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { either } from '../../../codec/either.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import { ChatImageUrl } from './delta.ts'
import { OpenRouterBreakpoint, OpenRouterCacheControl } from './openRouterMetadata.ts'

const openRouterTextPart = () => ({
  type: kind('text'),
  text: maybe(textual),
  cache_control: maybe(OpenRouterCacheControl),
  prompt_cache_breakpoint: maybe(OpenRouterBreakpoint)
})

/**
 * A value of the codec `OpenRouterTextPart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterTextPart extends Fields<typeof openRouterTextPart> {}

/**
 * Text.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterTextPart = /* @__PURE__ */ open<OpenRouterTextPart>('OpenRouterTextPart', openRouterTextPart)

const openRouterImagePart = () => ({
  type: kind('image_url'),
  image_url: maybe(either(t.string, ChatImageUrl))
})

/**
 * A value of the codec `OpenRouterImagePart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterImagePart extends Fields<typeof openRouterImagePart> {}

/**
 * An image.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterImagePart = /* @__PURE__ */ open<OpenRouterImagePart>('OpenRouterImagePart', openRouterImagePart)

const openRouterFile = () => ({
  filename: maybe(t.string),
  file_id: maybe(t.string),
  /** A URL, which may be a `data:` URL. */
  file_data: maybe(t.string)
})

/**
 * A value of the codec `OpenRouterFile`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterFile extends Fields<typeof openRouterFile> {}

/**
 * A file.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterFile = /* @__PURE__ */ open<OpenRouterFile>('OpenRouterFile', openRouterFile)

const openRouterFilePart = () => ({
  type: kind('file'),
  file: maybe(OpenRouterFile)
})

/**
 * A value of the codec `OpenRouterFilePart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterFilePart extends Fields<typeof openRouterFilePart> {}

/**
 * A file.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterFilePart = /* @__PURE__ */ open<OpenRouterFilePart>('OpenRouterFilePart', openRouterFilePart)

const openRouterSound = () => ({
  /** Base64. */
  data: maybe(t.string),
  format: maybe(t.string)
})

/**
 * A value of the codec `OpenRouterSound`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterSound extends Fields<typeof openRouterSound> {}

/**
 * Sound.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterSound = /* @__PURE__ */ open<OpenRouterSound>('OpenRouterSound', openRouterSound)

const openRouterAudioPart = () => ({
  type: kind('input_audio'),
  input_audio: maybe(OpenRouterSound)
})

/**
 * A value of the codec `OpenRouterAudioPart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterAudioPart extends Fields<typeof openRouterAudioPart> {}

/**
 * Sound.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterAudioPart = /* @__PURE__ */ open<OpenRouterAudioPart>('OpenRouterAudioPart', openRouterAudioPart)

const openRouterVideo = () => ({
  url: maybe(t.string),
  processing: maybe(word('static', 'agentic'))
})

/**
 * A value of the codec `OpenRouterVideo`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterVideo extends Fields<typeof openRouterVideo> {}

/**
 * The address of a video.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterVideo = /* @__PURE__ */ open<OpenRouterVideo>('OpenRouterVideo', openRouterVideo)

const openRouterVideoPart = () => ({
  type: kind('video_url'),
  video_url: maybe(OpenRouterVideo)
})

/**
 * A value of the codec `OpenRouterVideoPart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterVideoPart extends Fields<typeof openRouterVideoPart> {}

/**
 * A video.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterVideoPart = /* @__PURE__ */ open<OpenRouterVideoPart>('OpenRouterVideoPart', openRouterVideoPart)

const openRouterInputVideoPart = () => ({
  type: kind('input_video'),
  video_url: maybe(OpenRouterVideo)
})

/**
 * A value of the codec `OpenRouterInputVideoPart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterInputVideoPart extends Fields<typeof openRouterInputVideoPart> {}

/**
 * A video, in its older form.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterInputVideoPart = /* @__PURE__ */ open<OpenRouterInputVideoPart>(
  'OpenRouterInputVideoPart',
  openRouterInputVideoPart
)

/**
 * A value of the codec `OpenRouterPart`.
 *
 * @category model
 * @since 0.1.0
 */
export type OpenRouterPart =
  | OpenRouterTextPart
  | OpenRouterImagePart
  | OpenRouterFilePart
  | OpenRouterAudioPart
  | OpenRouterVideoPart
  | OpenRouterInputVideoPart
  | Other

/**
 * A part of the content. One of an unknown kind is an `Other`.
 *
 * Source: https://openrouter.ai/docs/api/reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterPart = /* @__PURE__ */ tagged<OpenRouterPart>('OpenRouterPart', () => ({
  text: OpenRouterTextPart,
  image_url: OpenRouterImagePart,
  file: OpenRouterFilePart,
  input_audio: OpenRouterAudioPart,
  video_url: OpenRouterVideoPart,
  input_video: OpenRouterInputVideoPart
}))
