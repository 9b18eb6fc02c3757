/**
 * Candidates.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric, spelled } from '../../../codec/acrossTypes.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { GoogleCitationMetadata } from './citations.ts'
import { GoogleGroundingMetadata } from './grounding.ts'
import { GoogleLogprobsResult } from './logprobs.ts'
import { GoogleCandidateContent } from './parts.ts'

const safetyRating = () => ({
  blocked: maybe(t.boolean),
  category: maybe(
    word(
      'HARM_CATEGORY_UNSPECIFIED',
      'HARM_CATEGORY_HARASSMENT',
      'HARM_CATEGORY_HATE_SPEECH',
      'HARM_CATEGORY_SEXUALLY_EXPLICIT',
      'HARM_CATEGORY_DANGEROUS_CONTENT',
      'HARM_CATEGORY_CIVIC_INTEGRITY',
      'HARM_CATEGORY_JAILBREAK',
      'HARM_CATEGORY_IMAGE_HATE',
      'HARM_CATEGORY_IMAGE_DANGEROUS_CONTENT',
      'HARM_CATEGORY_IMAGE_HARASSMENT',
      'HARM_CATEGORY_IMAGE_SEXUALLY_EXPLICIT'
    )
  ),
  overwrittenThreshold: maybe(
    word(
      'HARM_BLOCK_THRESHOLD_UNSPECIFIED',
      'BLOCK_LOW_AND_ABOVE',
      'BLOCK_MEDIUM_AND_ABOVE',
      'BLOCK_ONLY_HIGH',
      'BLOCK_NONE',
      'OFF'
    )
  ),
  probability: maybe(word('HARM_PROBABILITY_UNSPECIFIED', 'NEGLIGIBLE', 'LOW', 'MEDIUM', 'HIGH')),
  probabilityScore: maybe(t.number),
  severity: maybe(
    word(
      'HARM_SEVERITY_UNSPECIFIED',
      'HARM_SEVERITY_NEGLIGIBLE',
      'HARM_SEVERITY_LOW',
      'HARM_SEVERITY_MEDIUM',
      'HARM_SEVERITY_HIGH'
    )
  ),
  severityScore: maybe(t.number)
})

/**
 * A value of the codec `GoogleSafetyRating`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleSafetyRating extends Fields<typeof safetyRating> {}

/**
 * The rating of a candidate or a prompt by a filter.
 *
 * Source: https://ai.google.dev/api/generate-content#safetyrating
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleSafetyRating = /* @__PURE__ */ open<GoogleSafetyRating>('GoogleSafetyRating', safetyRating)

const urlMetadata = () => ({
  retrievedUrl: maybe(t.string),
  urlRetrievalStatus: maybe(
    word(
      'URL_RETRIEVAL_STATUS_UNSPECIFIED',
      'URL_RETRIEVAL_STATUS_SUCCESS',
      'URL_RETRIEVAL_STATUS_ERROR',
      'URL_RETRIEVAL_STATUS_PAYWALL',
      'URL_RETRIEVAL_STATUS_UNSAFE'
    )
  )
})

/**
 * A value of the codec `GoogleUrlMetadata`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleUrlMetadata extends Fields<typeof urlMetadata> {}

/**
 * A page that was read, or could not be read.
 *
 * Source: https://ai.google.dev/api/generate-content#candidate
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleUrlMetadata = /* @__PURE__ */ open<GoogleUrlMetadata>('GoogleUrlMetadata', urlMetadata)

const urlContextMetadata = () => ({
  urlMetadata: maybe(list(GoogleUrlMetadata))
})

/**
 * A value of the codec `GoogleUrlContextMetadata`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleUrlContextMetadata extends Fields<typeof urlContextMetadata> {}

/**
 * The pages that were read.
 *
 * Source: https://ai.google.dev/api/generate-content#candidate
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleUrlContextMetadata = /* @__PURE__ */ open<GoogleUrlContextMetadata>(
  'GoogleUrlContextMetadata',
  urlContextMetadata
)

const candidate = () => ({
  content: maybe(GoogleCandidateContent),
  citationMetadata: maybe(GoogleCitationMetadata),
  finishMessage: maybe(t.string),
  tokenCount: maybe(t.number),
  /** The name of the reason, or its number as text. */
  finishReason: maybe(
    spelled(
      'FINISH_REASON_UNSPECIFIED',
      'STOP',
      'MAX_TOKENS',
      'SAFETY',
      'RECITATION',
      'LANGUAGE',
      'OTHER',
      'BLOCKLIST',
      'PROHIBITED_CONTENT',
      'SPII',
      'MALFORMED_FUNCTION_CALL',
      'IMAGE_SAFETY',
      'UNEXPECTED_TOOL_CALL',
      'TOO_MANY_TOOL_CALLS',
      'IMAGE_PROHIBITED_CONTENT',
      'NO_IMAGE',
      'IMAGE_RECITATION',
      'IMAGE_OTHER',
      'CONTINUATION'
    )
  ),
  groundingMetadata: maybe(GoogleGroundingMetadata),
  avgLogprobs: maybe(t.number),
  index: maybe(numeric),
  logprobsResult: maybe(GoogleLogprobsResult),
  safetyRatings: maybe(list(GoogleSafetyRating)),
  urlContextMetadata: maybe(GoogleUrlContextMetadata),
  continuationToken: maybe(t.string)
})

/**
 * A value of the codec `GoogleCandidate`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleCandidate extends Fields<typeof candidate> {}

/**
 * One of the answers.
 *
 * Source: https://ai.google.dev/api/generate-content#candidate
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleCandidate = /* @__PURE__ */ open<GoogleCandidate>('GoogleCandidate', candidate)
