/**
 * The settings of the model.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { either } from '../../../codec/either.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { InteractionsTranscriptionConfig } from './transcription.ts'

const imageConfig = () => ({
  aspect_ratio: maybe(
    word('1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9', '1:8', '8:1', '1:4', '4:1')
  ),
  image_size: maybe(word('1K', '2K', '4K', '512'))
})

/**
 * A value of the codec `InteractionsImageConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsImageConfig extends Fields<typeof imageConfig> {}

/**
 * The settings of images.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsImageConfig = /* @__PURE__ */ open<InteractionsImageConfig>(
  'InteractionsImageConfig',
  imageConfig
)

const speechConfig = () => ({
  language: maybe(t.string),
  speaker: maybe(t.string),
  voice: maybe(t.string)
})

/**
 * A value of the codec `InteractionsSpeechConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsSpeechConfig extends Fields<typeof speechConfig> {}

/**
 * The settings of a voice.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsSpeechConfig = /* @__PURE__ */ open<InteractionsSpeechConfig>(
  'InteractionsSpeechConfig',
  speechConfig
)

const speakerConfig = () => ({
  speakers: maybe(list(InteractionsSpeechConfig))
})

/**
 * A value of the codec `InteractionsSpeakerConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsSpeakerConfig extends Fields<typeof speakerConfig> {}

/**
 * The voices of several speakers.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsSpeakerConfig = /* @__PURE__ */ open<InteractionsSpeakerConfig>(
  'InteractionsSpeakerConfig',
  speakerConfig
)

const allowedTools = () => ({
  mode: maybe(word('auto', 'none', 'any', 'validated')),
  tools: maybe(list(t.string))
})

/**
 * A value of the codec `InteractionsAllowedTools`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsAllowedTools extends Fields<typeof allowedTools> {}

/**
 * The tools that the model may use.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsAllowedTools = /* @__PURE__ */ open<InteractionsAllowedTools>(
  'InteractionsAllowedTools',
  allowedTools
)

const toolChoiceConfig = () => ({
  allowed_tools: maybe(InteractionsAllowedTools)
})

/**
 * A value of the codec `InteractionsToolChoiceConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsToolChoiceConfig extends Fields<typeof toolChoiceConfig> {}

/**
 * The choice of tools.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsToolChoiceConfig = /* @__PURE__ */ open<InteractionsToolChoiceConfig>(
  'InteractionsToolChoiceConfig',
  toolChoiceConfig
)

const videoConfig = () => ({
  task: maybe(word('edit', 'text_to_video', 'image_to_video', 'reference_to_video', 'extend', 'upscale'))
})

/**
 * A value of the codec `InteractionsVideoConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsVideoConfig extends Fields<typeof videoConfig> {}

/**
 * The settings of videos.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsVideoConfig = /* @__PURE__ */ open<InteractionsVideoConfig>(
  'InteractionsVideoConfig',
  videoConfig
)

const generationConfig = () => ({
  image_config: maybe(InteractionsImageConfig),
  max_output_tokens: maybe(t.number),
  seed: maybe(t.number),
  speech_config: maybe(either(list(InteractionsSpeechConfig), InteractionsSpeakerConfig)),
  stop_sequences: maybe(list(t.string)),
  temperature: maybe(t.number),
  thinking_level: maybe(word('low', 'high', 'medium', 'minimal')),
  thinking_summaries: maybe(word('auto', 'none')),
  tool_choice: maybe(either(word('auto', 'none', 'any', 'validated'), InteractionsToolChoiceConfig)),
  top_p: maybe(t.number),
  transcription_config: maybe(InteractionsTranscriptionConfig),
  video_config: maybe(InteractionsVideoConfig)
})

/**
 * A value of the codec `InteractionsGenerationConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGenerationConfig extends Fields<typeof generationConfig> {}

/**
 * The settings of the model.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGenerationConfig = /* @__PURE__ */ open<InteractionsGenerationConfig>(
  'InteractionsGenerationConfig',
  generationConfig
)
