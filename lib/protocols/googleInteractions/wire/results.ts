/**
 * What tools of the provider found.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { InteractionsReviewSnippet } from './annotations.ts'

const place = () => ({
  name: maybe(t.string),
  place_id: maybe(t.string),
  review_snippets: maybe(list(InteractionsReviewSnippet)),
  url: maybe(t.string)
})

/**
 * A value of the codec `InteractionsPlace`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsPlace extends Fields<typeof place> {}

/**
 * A place that was found.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsPlace = /* @__PURE__ */ open<InteractionsPlace>('InteractionsPlace', place)

const googleMapsResult = () => ({
  places: maybe(list(InteractionsPlace)),
  widget_context_token: maybe(t.string)
})

/**
 * A value of the codec `InteractionsGoogleMapsResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGoogleMapsResult extends Fields<typeof googleMapsResult> {}

/**
 * The places that were found.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGoogleMapsResult = /* @__PURE__ */ open<InteractionsGoogleMapsResult>(
  'InteractionsGoogleMapsResult',
  googleMapsResult
)

const googleSearchResult = () => ({
  /** HTML. */
  search_suggestions: maybe(t.string)
})

/**
 * A value of the codec `InteractionsGoogleSearchResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGoogleSearchResult extends Fields<typeof googleSearchResult> {}

/**
 * The suggestions to show beside the text of a search.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGoogleSearchResult = /* @__PURE__ */ open<InteractionsGoogleSearchResult>(
  'InteractionsGoogleSearchResult',
  googleSearchResult
)

const uRLContextResult = () => ({
  status: maybe(word('error', 'success', 'paywall', 'unsafe')),
  url: maybe(t.string)
})

/**
 * A value of the codec `InteractionsURLContextResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsURLContextResult extends Fields<typeof uRLContextResult> {}

/**
 * A page that was read, or could not be read.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsURLContextResult = /* @__PURE__ */ open<InteractionsURLContextResult>(
  'InteractionsURLContextResult',
  uRLContextResult
)
