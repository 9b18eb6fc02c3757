/**
 * The events of a stream, which are responses.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { spelled } from '../../../codec/acrossTypes.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { GoogleCandidate, GoogleSafetyRating } from './candidates.ts'
import { GoogleUsageMetadata } from './usage.ts'

const promptFeedback = () => ({
  /** The name of the reason, or its number as text. */
  blockReason: maybe(
    spelled(
      'BLOCKED_REASON_UNSPECIFIED',
      'SAFETY',
      'OTHER',
      'BLOCKLIST',
      'PROHIBITED_CONTENT',
      'IMAGE_SAFETY',
      'MODEL_ARMOR',
      'JAILBREAK'
    )
  ),
  blockReasonMessage: maybe(t.string),
  safetyRatings: maybe(list(GoogleSafetyRating))
})

/**
 * A value of the codec `GooglePromptFeedback`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GooglePromptFeedback extends Fields<typeof promptFeedback> {}

/**
 * The reason why a prompt was refused.
 *
 * Source: https://ai.google.dev/api/generate-content#PromptFeedback
 *
 * @category codecs
 * @since 0.1.0
 */
export const GooglePromptFeedback = /* @__PURE__ */ open<GooglePromptFeedback>('GooglePromptFeedback', promptFeedback)

const modelStatus = () => ({
  message: maybe(t.string),
  modelStage: maybe(
    word(
      'MODEL_STAGE_UNSPECIFIED',
      'UNSTABLE_EXPERIMENTAL',
      'EXPERIMENTAL',
      'PREVIEW',
      'STABLE',
      'LEGACY',
      'DEPRECATED',
      'RETIRED'
    )
  ),
  retirementTime: maybe(t.string)
})

/**
 * A value of the codec `GoogleModelStatus`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleModelStatus extends Fields<typeof modelStatus> {}

/**
 * The stage of the model.
 *
 * Source: https://ai.google.dev/api/generate-content#generatecontentresponse
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleModelStatus = /* @__PURE__ */ open<GoogleModelStatus>('GoogleModelStatus', modelStatus)

const chunk = () => ({
  candidates: maybe(list(GoogleCandidate)),
  createTime: maybe(t.string),
  /** The model. */
  modelVersion: maybe(t.string),
  promptFeedback: maybe(GooglePromptFeedback),
  /** The id of the response. */
  responseId: maybe(t.string),
  usageMetadata: maybe(GoogleUsageMetadata),
  modelStatus: maybe(GoogleModelStatus)
})

/**
 * A value of the codec `GoogleChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleChunk extends Fields<typeof chunk> {}

/**
 * One event of a stream.
 *
 * Source: https://ai.google.dev/api/generate-content#generatecontentresponse
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleChunk = /* @__PURE__ */ open<GoogleChunk>('GoogleChunk', chunk)
