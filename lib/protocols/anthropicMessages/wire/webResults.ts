/**
 * The content of the results of web search and web fetch.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'

const webSearchError = () => ({
  type: kind('web_search_tool_result_error'),
  error_code: maybe(
    word(
      'invalid_tool_input',
      'unavailable',
      'max_uses_exceeded',
      'too_many_requests',
      'query_too_long',
      'request_too_large'
    )
  )
})

/**
 * A value of the codec `AnthropicWebSearchError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicWebSearchError extends Fields<typeof webSearchError> {}

/**
 * The error of a tool that the provider ran.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicWebSearchError = /* @__PURE__ */ open<AnthropicWebSearchError>(
  'AnthropicWebSearchError',
  webSearchError
)

const webSearchResult = () => ({
  type: kind('web_search_result'),
  url: maybe(t.string),
  title: maybe(t.string),
  /** The content of the page; must be sent back unchanged. */
  encrypted_content: maybe(t.string),
  /** When the page was last changed, in words. */
  page_age: maybe(t.string)
})

/**
 * A value of the codec `AnthropicWebSearchResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicWebSearchResult extends Fields<typeof webSearchResult> {}

/**
 * A page that the web search found.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicWebSearchResult = /* @__PURE__ */ open<AnthropicWebSearchResult>(
  'AnthropicWebSearchResult',
  webSearchResult
)

const webFetchError = () => ({
  type: kind('web_fetch_tool_result_error'),
  error_code: maybe(
    word(
      'invalid_tool_input',
      'unavailable',
      'max_uses_exceeded',
      'too_many_requests',
      'url_too_long',
      'url_not_allowed',
      'url_not_in_prior_context',
      'url_not_accessible',
      'unsupported_content_type',
      'content_too_large'
    )
  )
})

/**
 * A value of the codec `AnthropicWebFetchError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicWebFetchError extends Fields<typeof webFetchError> {}

/**
 * The error of a tool that the provider ran.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-fetch-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicWebFetchError = /* @__PURE__ */ open<AnthropicWebFetchError>(
  'AnthropicWebFetchError',
  webFetchError
)

const base64Source = () => ({
  type: kind('base64'),
  media_type: maybe(word('application/pdf')),
  /** In base64. */
  data: maybe(t.string)
})

/**
 * A value of the codec `AnthropicBase64Source`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicBase64Source extends Fields<typeof base64Source> {}

/**
 * The bytes of a document.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-fetch-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicBase64Source = /* @__PURE__ */ open<AnthropicBase64Source>('AnthropicBase64Source', base64Source)

const textSource = () => ({
  type: kind('text'),
  media_type: maybe(word('text/plain')),
  data: maybe(t.string)
})

/**
 * A value of the codec `AnthropicTextSource`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicTextSource extends Fields<typeof textSource> {}

/**
 * The text of a document.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-fetch-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicTextSource = /* @__PURE__ */ open<AnthropicTextSource>('AnthropicTextSource', textSource)

/**
 * A value of the codec `AnthropicDocumentSource`.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicDocumentSource = AnthropicBase64Source | AnthropicTextSource | Other

/**
 * The content of a document. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-fetch-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicDocumentSource = /* @__PURE__ */ tagged<AnthropicDocumentSource>(
  'AnthropicDocumentSource',
  () => ({
    base64: AnthropicBase64Source,
    text: AnthropicTextSource
  })
)

const citationConfig = () => ({
  enabled: maybe(t.boolean)
})

/**
 * A value of the codec `AnthropicCitationConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicCitationConfig extends Fields<typeof citationConfig> {}

/**
 * The setting of the citations of a document.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCitationConfig = /* @__PURE__ */ open<AnthropicCitationConfig>(
  'AnthropicCitationConfig',
  citationConfig
)

const document = () => ({
  type: kind('document'),
  source: maybe(AnthropicDocumentSource),
  title: maybe(t.string),
  citations: maybe(AnthropicCitationConfig)
})

/**
 * A value of the codec `AnthropicDocument`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicDocument extends Fields<typeof document> {}

/**
 * A document that was fetched.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-fetch-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicDocument = /* @__PURE__ */ open<AnthropicDocument>('AnthropicDocument', document)

const webFetchResult = () => ({
  type: kind('web_fetch_result'),
  url: maybe(t.string),
  content: maybe(AnthropicDocument),
  /** In ISO 8601. */
  retrieved_at: maybe(t.string)
})

/**
 * A value of the codec `AnthropicWebFetchResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicWebFetchResult extends Fields<typeof webFetchResult> {}

/**
 * A page that was fetched.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-fetch-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicWebFetchResult = /* @__PURE__ */ open<AnthropicWebFetchResult>(
  'AnthropicWebFetchResult',
  webFetchResult
)

/**
 * A value of the codec `AnthropicWebFetchContent`.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicWebFetchContent = AnthropicWebFetchError | AnthropicWebFetchResult | Other

/**
 * The result of fetching a page. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-fetch-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicWebFetchContent = /* @__PURE__ */ tagged<AnthropicWebFetchContent>(
  'AnthropicWebFetchContent',
  () => ({
    web_fetch_tool_result_error: AnthropicWebFetchError,
    web_fetch_result: AnthropicWebFetchResult
  })
)
