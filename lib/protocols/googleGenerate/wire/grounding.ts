/**
 * Grounding.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric } from '../../../codec/acrossTypes.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { GoogleGroundingChunk } from './sources.ts'

const segment = () => ({
  /** In bytes, from the start of the part. */
  startIndex: maybe(t.number),
  endIndex: maybe(t.number),
  partIndex: maybe(t.number),
  text: maybe(t.string)
})

/**
 * A value of the codec `GoogleSegment`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleSegment extends Fields<typeof segment> {}

/**
 * A piece of the text.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleSegment = /* @__PURE__ */ open<GoogleSegment>('GoogleSegment', segment)

const groundingSupport = () => ({
  confidenceScores: maybe(list(t.number)),
  groundingChunkIndices: maybe(list(numeric)),
  segment: maybe(GoogleSegment),
  renderedParts: maybe(list(t.number))
})

/**
 * A value of the codec `GoogleGroundingSupport`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleGroundingSupport extends Fields<typeof groundingSupport> {}

/**
 * The sources of a piece of the text.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleGroundingSupport = /* @__PURE__ */ open<GoogleGroundingSupport>(
  'GoogleGroundingSupport',
  groundingSupport
)

const retrievalMetadata = () => ({
  googleSearchDynamicRetrievalScore: maybe(t.number)
})

/**
 * A value of the codec `GoogleRetrievalMetadata`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleRetrievalMetadata extends Fields<typeof retrievalMetadata> {}

/**
 * The score of a search.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleRetrievalMetadata = /* @__PURE__ */ open<GoogleRetrievalMetadata>(
  'GoogleRetrievalMetadata',
  retrievalMetadata
)

const searchEntryPoint = () => ({
  /** HTML. */
  renderedContent: maybe(t.string),
  sdkBlob: maybe(t.string)
})

/**
 * A value of the codec `GoogleSearchEntryPoint`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleSearchEntryPoint extends Fields<typeof searchEntryPoint> {}

/**
 * The suggestions to show beside the text.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleSearchEntryPoint = /* @__PURE__ */ open<GoogleSearchEntryPoint>(
  'GoogleSearchEntryPoint',
  searchEntryPoint
)

const sourceFlaggingUri = () => ({
  flagContentUri: maybe(t.string),
  sourceId: maybe(t.string)
})

/**
 * A value of the codec `GoogleSourceFlaggingUri`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleSourceFlaggingUri extends Fields<typeof sourceFlaggingUri> {}

/**
 * The address at which a source can be reported.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleSourceFlaggingUri = /* @__PURE__ */ open<GoogleSourceFlaggingUri>(
  'GoogleSourceFlaggingUri',
  sourceFlaggingUri
)

const groundingMetadata = () => ({
  groundingChunks: maybe(list(GoogleGroundingChunk)),
  groundingSupports: maybe(list(GoogleGroundingSupport)),
  retrievalMetadata: maybe(GoogleRetrievalMetadata),
  searchEntryPoint: maybe(GoogleSearchEntryPoint),
  webSearchQueries: maybe(list(t.string)),
  googleMapsWidgetContextToken: maybe(t.string),
  imageSearchQueries: maybe(list(t.string)),
  retrievalQueries: maybe(list(t.string)),
  sourceFlaggingUris: maybe(list(GoogleSourceFlaggingUri))
})

/**
 * A value of the codec `GoogleGroundingMetadata`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleGroundingMetadata extends Fields<typeof groundingMetadata> {}

/**
 * The searches and the sources of a candidate.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleGroundingMetadata = /* @__PURE__ */ open<GoogleGroundingMetadata>(
  'GoogleGroundingMetadata',
  groundingMetadata
)
