/**
 * Sources.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import type { OneOf } from '../../../codec/keyed.ts'
import { keyed } from '../../../codec/keyed.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { GooglePlace } from './places.ts'

const imageSource = () => ({
  domain: maybe(t.string),
  imageUri: maybe(t.string),
  sourceUri: maybe(t.string),
  title: maybe(t.string)
})

/**
 * A value of the codec `GoogleImageSource`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleImageSource extends Fields<typeof imageSource> {}

/**
 * An image.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleImageSource = /* @__PURE__ */ open<GoogleImageSource>('GoogleImageSource', imageSource)

const ragChunkPageSpan = () => ({
  firstPage: maybe(t.number),
  lastPage: maybe(t.number)
})

/**
 * A value of the codec `GoogleRagChunkPageSpan`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleRagChunkPageSpan extends Fields<typeof ragChunkPageSpan> {}

/**
 * The pages of a chunk.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleRagChunkPageSpan = /* @__PURE__ */ open<GoogleRagChunkPageSpan>(
  'GoogleRagChunkPageSpan',
  ragChunkPageSpan
)

const ragChunk = () => ({
  chunkId: maybe(t.string),
  fileId: maybe(t.string),
  pageSpan: maybe(GoogleRagChunkPageSpan),
  text: maybe(t.string)
})

/**
 * A value of the codec `GoogleRagChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleRagChunk extends Fields<typeof ragChunk> {}

/**
 * A chunk of a document.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleRagChunk = /* @__PURE__ */ open<GoogleRagChunk>('GoogleRagChunk', ragChunk)

const stringList = () => ({
  values: maybe(list(t.string))
})

/**
 * A value of the codec `GoogleStringList`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleStringList extends Fields<typeof stringList> {}

/**
 * A list of texts.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleStringList = /* @__PURE__ */ open<GoogleStringList>('GoogleStringList', stringList)

const customMetadata = () => ({
  key: maybe(t.string),
  numericValue: maybe(t.number),
  stringListValue: maybe(GoogleStringList),
  stringValue: maybe(t.string)
})

/**
 * A value of the codec `GoogleCustomMetadata`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleCustomMetadata extends Fields<typeof customMetadata> {}

/**
 * A field of a document.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleCustomMetadata = /* @__PURE__ */ open<GoogleCustomMetadata>('GoogleCustomMetadata', customMetadata)

const retrievedContext = () => ({
  documentName: maybe(t.string),
  ragChunk: maybe(GoogleRagChunk),
  text: maybe(t.string),
  title: maybe(t.string),
  uri: maybe(t.string),
  customMetadata: maybe(list(GoogleCustomMetadata)),
  fileSearchStore: maybe(t.string),
  mediaId: maybe(t.string),
  pageNumber: maybe(t.number)
})

/**
 * A value of the codec `GoogleRetrievedContext`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleRetrievedContext extends Fields<typeof retrievedContext> {}

/**
 * A document.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleRetrievedContext = /* @__PURE__ */ open<GoogleRetrievedContext>(
  'GoogleRetrievedContext',
  retrievedContext
)

const webSource = () => ({
  domain: maybe(t.string),
  title: maybe(t.string),
  uri: maybe(t.string)
})

/**
 * A value of the codec `GoogleWebSource`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleWebSource extends Fields<typeof webSource> {}

/**
 * A web page.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleWebSource = /* @__PURE__ */ open<GoogleWebSource>('GoogleWebSource', webSource)

const groundingChunk = () => ({
  maps: GooglePlace,
  image: GoogleImageSource,
  retrievedContext: GoogleRetrievedContext,
  web: GoogleWebSource
})

/**
 * A value of the codec `GoogleGroundingChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export type GoogleGroundingChunk = OneOf<typeof groundingChunk>

/**
 * A source: the field that is there determines its kind.
 *
 * Source: https://ai.google.dev/api/generate-content#GroundingMetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleGroundingChunk = /* @__PURE__ */ keyed<GoogleGroundingChunk>('GoogleGroundingChunk', groundingChunk)
