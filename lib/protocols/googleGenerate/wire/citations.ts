/**
 * The sources of recitations.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'

const typeDate = () => ({
  day: maybe(t.number),
  month: maybe(t.number),
  year: maybe(t.number)
})

/**
 * A value of the codec `GoogleTypeDate`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleTypeDate extends Fields<typeof typeDate> {}

/**
 * A date.
 *
 * Source: https://ai.google.dev/api/generate-content#citationmetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleTypeDate = /* @__PURE__ */ open<GoogleTypeDate>('GoogleTypeDate', typeDate)

const citation = () => ({
  endIndex: maybe(t.number),
  license: maybe(t.string),
  publicationDate: maybe(GoogleTypeDate),
  startIndex: maybe(t.number),
  title: maybe(t.string),
  uri: maybe(t.string)
})

/**
 * A value of the codec `GoogleCitation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleCitation extends Fields<typeof citation> {}

/**
 * A source of the text.
 *
 * Source: https://ai.google.dev/api/generate-content#citationmetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleCitation = /* @__PURE__ */ open<GoogleCitation>('GoogleCitation', citation)

const citationMetadata = () => ({
  citations: maybe(list(GoogleCitation))
})

/**
 * A value of the codec `GoogleCitationMetadata`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleCitationMetadata extends Fields<typeof citationMetadata> {}

/**
 * The sources of the text.
 *
 * Source: https://ai.google.dev/api/generate-content#citationmetadata
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleCitationMetadata = /* @__PURE__ */ open<GoogleCitationMetadata>(
  'GoogleCitationMetadata',
  citationMetadata
)
