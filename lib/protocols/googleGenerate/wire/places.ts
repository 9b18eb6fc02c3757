/**
 * Places.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'

const reviewAuthor = () => ({
  displayName: maybe(t.string),
  photoUri: maybe(t.string),
  uri: maybe(t.string)
})

/**
 * A value of the codec `GoogleReviewAuthor`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleReviewAuthor extends Fields<typeof reviewAuthor> {}

/**
 * The author of a review.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleReviewAuthor = /* @__PURE__ */ open<GoogleReviewAuthor>('GoogleReviewAuthor', reviewAuthor)

const reviewSnippet = () => ({
  authorAttribution: maybe(GoogleReviewAuthor),
  flagContentUri: maybe(t.string),
  googleMapsUri: maybe(t.string),
  relativePublishTimeDescription: maybe(t.string),
  review: maybe(t.string),
  reviewId: maybe(t.string),
  title: maybe(t.string)
})

/**
 * A value of the codec `GoogleReviewSnippet`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleReviewSnippet extends Fields<typeof reviewSnippet> {}

/**
 * A review of a place.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleReviewSnippet = /* @__PURE__ */ open<GoogleReviewSnippet>('GoogleReviewSnippet', reviewSnippet)

const placeSources = () => ({
  reviewSnippet: maybe(list(GoogleReviewSnippet)),
  flagContentUri: maybe(t.string),
  reviewSnippets: maybe(list(GoogleReviewSnippet))
})

/**
 * A value of the codec `GooglePlaceSources`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GooglePlaceSources extends Fields<typeof placeSources> {}

/**
 * The sources about a place.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GooglePlaceSources = /* @__PURE__ */ open<GooglePlaceSources>('GooglePlaceSources', placeSources)

const route = () => ({
  distanceMeters: maybe(t.number),
  duration: maybe(t.string),
  encodedPolyline: maybe(t.string)
})

/**
 * A value of the codec `GoogleRoute`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleRoute extends Fields<typeof route> {}

/**
 * A route.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleRoute = /* @__PURE__ */ open<GoogleRoute>('GoogleRoute', route)

const place = () => ({
  placeAnswerSources: maybe(GooglePlaceSources),
  placeId: maybe(t.string),
  text: maybe(t.string),
  title: maybe(t.string),
  uri: maybe(t.string),
  route: maybe(GoogleRoute)
})

/**
 * A value of the codec `GooglePlace`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GooglePlace extends Fields<typeof place> {}

/**
 * A place.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GooglePlace = /* @__PURE__ */ open<GooglePlace>('GooglePlace', place)
