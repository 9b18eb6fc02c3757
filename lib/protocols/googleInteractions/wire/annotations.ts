/**
 * The annotations of texts.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'

const fileCitation = () => ({
  type: kind('file_citation'),
  custom_metadata: maybe(t.UnknownRecord),
  document_uri: maybe(t.string),
  end_index: maybe(t.number),
  file_name: maybe(t.string),
  media_id: maybe(t.string),
  page_number: maybe(t.number),
  source: maybe(t.string),
  /** Where the cited text begins, in bytes. */
  start_index: maybe(t.number)
})

/**
 * A value of the codec `InteractionsFileCitation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFileCitation extends Fields<typeof fileCitation> {}

/**
 * A file that the text cites.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFileCitation = /* @__PURE__ */ open<InteractionsFileCitation>(
  'InteractionsFileCitation',
  fileCitation
)

const reviewSnippet = () => ({
  review_id: maybe(t.string),
  title: maybe(t.string),
  url: maybe(t.string)
})

/**
 * A value of the codec `InteractionsReviewSnippet`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsReviewSnippet extends Fields<typeof reviewSnippet> {}

/**
 * A review of a place.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsReviewSnippet = /* @__PURE__ */ open<InteractionsReviewSnippet>(
  'InteractionsReviewSnippet',
  reviewSnippet
)

const placeCitation = () => ({
  type: kind('place_citation'),
  end_index: maybe(t.number),
  name: maybe(t.string),
  place_id: maybe(t.string),
  review_snippets: maybe(list(InteractionsReviewSnippet)),
  /** Where the cited text begins, in bytes. */
  start_index: maybe(t.number),
  url: maybe(t.string)
})

/**
 * A value of the codec `InteractionsPlaceCitation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsPlaceCitation extends Fields<typeof placeCitation> {}

/**
 * A place that the text cites.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsPlaceCitation = /* @__PURE__ */ open<InteractionsPlaceCitation>(
  'InteractionsPlaceCitation',
  placeCitation
)

const speechAnnotation = () => ({
  type: kind('speech_metadata'),
  end_index: maybe(t.number),
  speaker: maybe(t.string),
  /** Where the cited text begins, in bytes. */
  start_index: maybe(t.number),
  style: maybe(t.string)
})

/**
 * A value of the codec `InteractionsSpeechAnnotation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsSpeechAnnotation extends Fields<typeof speechAnnotation> {}

/**
 * The speaker of a part of the text.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsSpeechAnnotation = /* @__PURE__ */ open<InteractionsSpeechAnnotation>(
  'InteractionsSpeechAnnotation',
  speechAnnotation
)

const uRLCitation = () => ({
  type: kind('url_citation'),
  end_index: maybe(t.number),
  /** Where the cited text begins, in bytes. */
  start_index: maybe(t.number),
  title: maybe(t.string),
  url: maybe(t.string)
})

/**
 * A value of the codec `InteractionsURLCitation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsURLCitation extends Fields<typeof uRLCitation> {}

/**
 * A web page that the text cites.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsURLCitation = /* @__PURE__ */ open<InteractionsURLCitation>(
  'InteractionsURLCitation',
  uRLCitation
)

const wordInfo = () => ({
  type: kind('word_info'),
  end_index: maybe(t.number),
  end_offset: maybe(t.string),
  speaker: maybe(t.string),
  /** Where the cited text begins, in bytes. */
  start_index: maybe(t.number),
  start_offset: maybe(t.string),
  text: maybe(t.string)
})

/**
 * A value of the codec `InteractionsWordInfo`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsWordInfo extends Fields<typeof wordInfo> {}

/**
 * A word of a transcript, with its time.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsWordInfo = /* @__PURE__ */ open<InteractionsWordInfo>('InteractionsWordInfo', wordInfo)

/**
 * A value of the codec `InteractionsAnnotation`.
 *
 * @category model
 * @since 0.1.0
 */
export type InteractionsAnnotation =
  | InteractionsFileCitation
  | InteractionsPlaceCitation
  | InteractionsSpeechAnnotation
  | InteractionsURLCitation
  | InteractionsWordInfo
  | Other

/**
 * An annotation of a text. One of an unknown kind is an `Other`.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsAnnotation = /* @__PURE__ */ tagged<InteractionsAnnotation>('InteractionsAnnotation', () => ({
  file_citation: InteractionsFileCitation,
  place_citation: InteractionsPlaceCitation,
  speech_metadata: InteractionsSpeechAnnotation,
  url_citation: InteractionsURLCitation,
  word_info: InteractionsWordInfo
}))
