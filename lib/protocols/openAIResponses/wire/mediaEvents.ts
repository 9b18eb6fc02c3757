/**
 * The events of pictures and of sound.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { fragment } from './leaves.ts'

const responsesImageGenerationCallInProgress = () => ({
  type: kind('response.image_generation_call.in_progress'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesImageGenerationCallInProgress`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesImageGenerationCallInProgress extends Fields<typeof responsesImageGenerationCallInProgress> {}

/**
 * A picture begins.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesImageGenerationCallInProgress = /* @__PURE__ */ open<ResponsesImageGenerationCallInProgress>(
  'ResponsesImageGenerationCallInProgress',
  responsesImageGenerationCallInProgress
)

const responsesImageGenerationCallGenerating = () => ({
  type: kind('response.image_generation_call.generating'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesImageGenerationCallGenerating`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesImageGenerationCallGenerating extends Fields<typeof responsesImageGenerationCallGenerating> {}

/**
 * A picture is being drawn.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesImageGenerationCallGenerating = /* @__PURE__ */ open<ResponsesImageGenerationCallGenerating>(
  'ResponsesImageGenerationCallGenerating',
  responsesImageGenerationCallGenerating
)

const responsesImageGenerationCallPartialImage = () => ({
  type: kind('response.image_generation_call.partial_image'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  /** In base64. */
  partial_image_b64: t.string,
  /** From 0. */
  partial_image_index: maybe(t.number),
  background: maybe(word('auto', 'transparent', 'opaque')),
  output_format: maybe(word('png', 'webp', 'jpeg')),
  quality: maybe(word('auto', 'low', 'medium', 'high')),
  size: maybe(t.string),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesImageGenerationCallPartialImage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesImageGenerationCallPartialImage extends Fields<
  typeof responsesImageGenerationCallPartialImage
> {}

/**
 * A draft of a picture.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesImageGenerationCallPartialImage = /* @__PURE__ */ open<ResponsesImageGenerationCallPartialImage>(
  'ResponsesImageGenerationCallPartialImage',
  responsesImageGenerationCallPartialImage
)

const responsesImageGenerationCallCompleted = () => ({
  type: kind('response.image_generation_call.completed'),
  item_id: maybe(textual),
  /** The place of the item in the output. */
  output_index: maybe(numeric),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesImageGenerationCallCompleted`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesImageGenerationCallCompleted extends Fields<typeof responsesImageGenerationCallCompleted> {}

/**
 * A picture is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesImageGenerationCallCompleted = /* @__PURE__ */ open<ResponsesImageGenerationCallCompleted>(
  'ResponsesImageGenerationCallCompleted',
  responsesImageGenerationCallCompleted
)

const responsesAudioDelta = () => ({
  type: kind('response.audio.delta'),
  /** In base64. */
  delta: t.string,
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesAudioDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesAudioDelta extends Fields<typeof responsesAudioDelta> {}

/**
 * More of the sound.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesAudioDelta = /* @__PURE__ */ open<ResponsesAudioDelta>('ResponsesAudioDelta', responsesAudioDelta)

const responsesAudioDone = () => ({
  type: kind('response.audio.done'),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesAudioDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesAudioDone extends Fields<typeof responsesAudioDone> {}

/**
 * The sound is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesAudioDone = /* @__PURE__ */ open<ResponsesAudioDone>('ResponsesAudioDone', responsesAudioDone)

const responsesAudioTranscriptDelta = () => ({
  type: kind('response.audio.transcript.delta'),
  delta: fragment,
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesAudioTranscriptDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesAudioTranscriptDelta extends Fields<typeof responsesAudioTranscriptDelta> {}

/**
 * More of the transcript of the sound.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesAudioTranscriptDelta = /* @__PURE__ */ open<ResponsesAudioTranscriptDelta>(
  'ResponsesAudioTranscriptDelta',
  responsesAudioTranscriptDelta
)

const responsesAudioTranscriptDone = () => ({
  type: kind('response.audio.transcript.done'),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesAudioTranscriptDone`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesAudioTranscriptDone extends Fields<typeof responsesAudioTranscriptDone> {}

/**
 * The transcript of the sound is complete.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesAudioTranscriptDone = /* @__PURE__ */ open<ResponsesAudioTranscriptDone>(
  'ResponsesAudioTranscriptDone',
  responsesAudioTranscriptDone
)
