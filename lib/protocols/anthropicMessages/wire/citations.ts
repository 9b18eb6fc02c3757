/**
 * Citations.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'

const charLocation = () => ({
  type: kind('char_location'),
  /** The text of the source that is cited; it is not counted as output. */
  cited_text: maybe(t.string),
  /** The place of the document among those of the request, from 0. */
  document_index: maybe(numeric),
  document_title: maybe(t.string),
  file_id: maybe(t.string),
  /** In characters, from 0. */
  start_char_index: maybe(t.number),
  /** In characters, exclusive. */
  end_char_index: maybe(t.number)
})

/**
 * A value of the codec `AnthropicCharLocation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicCharLocation extends Fields<typeof charLocation> {}

/**
 * A citation of a text document.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCharLocation = /* @__PURE__ */ open<AnthropicCharLocation>('AnthropicCharLocation', charLocation)

const pageLocation = () => ({
  type: kind('page_location'),
  /** The text of the source that is cited; it is not counted as output. */
  cited_text: maybe(t.string),
  /** The place of the document among those of the request, from 0. */
  document_index: maybe(numeric),
  document_title: maybe(t.string),
  file_id: maybe(t.string),
  /** In pages, from 1. */
  start_page_number: maybe(t.number),
  /** In pages, exclusive. */
  end_page_number: maybe(t.number)
})

/**
 * A value of the codec `AnthropicPageLocation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicPageLocation extends Fields<typeof pageLocation> {}

/**
 * A citation of a PDF.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicPageLocation = /* @__PURE__ */ open<AnthropicPageLocation>('AnthropicPageLocation', pageLocation)

const contentBlockLocation = () => ({
  type: kind('content_block_location'),
  /** The text of the source that is cited; it is not counted as output. */
  cited_text: maybe(t.string),
  /** The place of the document among those of the request, from 0. */
  document_index: maybe(numeric),
  document_title: maybe(t.string),
  file_id: maybe(t.string),
  /** In blocks, from 0. */
  start_block_index: maybe(t.number),
  /** In blocks, exclusive. */
  end_block_index: maybe(t.number)
})

/**
 * A value of the codec `AnthropicContentBlockLocation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicContentBlockLocation extends Fields<typeof contentBlockLocation> {}

/**
 * A citation of a document that was sent as blocks.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicContentBlockLocation = /* @__PURE__ */ open<AnthropicContentBlockLocation>(
  'AnthropicContentBlockLocation',
  contentBlockLocation
)

const webSearchResultLocation = () => ({
  type: kind('web_search_result_location'),
  /** The text of the source that is cited; it is not counted as output. */
  cited_text: maybe(t.string),
  /** Must be sent back unchanged in the next request. */
  encrypted_index: maybe(t.string),
  title: maybe(t.string),
  url: maybe(t.string)
})

/**
 * A value of the codec `AnthropicWebSearchResultLocation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicWebSearchResultLocation extends Fields<typeof webSearchResultLocation> {}

/**
 * A citation of a page that the web search found.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicWebSearchResultLocation = /* @__PURE__ */ open<AnthropicWebSearchResultLocation>(
  'AnthropicWebSearchResultLocation',
  webSearchResultLocation
)

const searchResultLocation = () => ({
  type: kind('search_result_location'),
  /** The text of the source that is cited; it is not counted as output. */
  cited_text: maybe(t.string),
  /** The place among the search results of the request, from 0. */
  search_result_index: maybe(numeric),
  source: maybe(t.string),
  title: maybe(t.string),
  /** In blocks, from 0. */
  start_block_index: maybe(t.number),
  /** In blocks, exclusive. */
  end_block_index: maybe(t.number)
})

/**
 * A value of the codec `AnthropicSearchResultLocation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicSearchResultLocation extends Fields<typeof searchResultLocation> {}

/**
 * A citation of a search result of the request.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicSearchResultLocation = /* @__PURE__ */ open<AnthropicSearchResultLocation>(
  'AnthropicSearchResultLocation',
  searchResultLocation
)

/**
 * A value of the codec `AnthropicCitation`.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicCitation =
  | AnthropicCharLocation
  | AnthropicPageLocation
  | AnthropicContentBlockLocation
  | AnthropicWebSearchResultLocation
  | AnthropicSearchResultLocation
  | Other

/**
 * A citation, by the kind of its source. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCitation = /* @__PURE__ */ tagged<AnthropicCitation>('AnthropicCitation', () => ({
  char_location: AnthropicCharLocation,
  page_location: AnthropicPageLocation,
  content_block_location: AnthropicContentBlockLocation,
  web_search_result_location: AnthropicWebSearchResultLocation,
  search_result_location: AnthropicSearchResultLocation
}))
