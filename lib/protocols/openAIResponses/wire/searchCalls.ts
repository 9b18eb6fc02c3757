/**
 * The items of searches, which the provider runs.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { dictionary } from '../../../codec/dictionary.ts'
import { either } from '../../../codec/either.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import { ResponsesTool } from './tool.ts'

const responsesSearchSource = () => ({
  type: maybe(word('url')),
  url: maybe(t.string)
})

/**
 * A value of the codec `ResponsesSearchSource`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesSearchSource extends Fields<typeof responsesSearchSource> {}

/**
 * A page that a search found.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesSearchSource = /* @__PURE__ */ open<ResponsesSearchSource>(
  'ResponsesSearchSource',
  responsesSearchSource
)

const responsesSearch = () => ({
  type: kind('search'),
  query: maybe(t.string),
  queries: maybe(list(t.string)),
  sources: maybe(list(ResponsesSearchSource))
})

/**
 * A value of the codec `ResponsesSearch`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesSearch extends Fields<typeof responsesSearch> {}

/**
 * A search of the web.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesSearch = /* @__PURE__ */ open<ResponsesSearch>('ResponsesSearch', responsesSearch)

const responsesOpenPage = () => ({
  type: kind('open_page'),
  url: maybe(t.string)
})

/**
 * A value of the codec `ResponsesOpenPage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesOpenPage extends Fields<typeof responsesOpenPage> {}

/**
 * The visit of a page.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesOpenPage = /* @__PURE__ */ open<ResponsesOpenPage>('ResponsesOpenPage', responsesOpenPage)

const responsesFindInPage = () => ({
  type: kind('find_in_page'),
  pattern: maybe(t.string),
  url: maybe(t.string)
})

/**
 * A value of the codec `ResponsesFindInPage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFindInPage extends Fields<typeof responsesFindInPage> {}

/**
 * The search for a text in a page.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFindInPage = /* @__PURE__ */ open<ResponsesFindInPage>('ResponsesFindInPage', responsesFindInPage)

/**
 * A value of the codec `ResponsesWebSearchAction`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesWebSearchAction = ResponsesSearch | ResponsesOpenPage | ResponsesFindInPage | Other

/**
 * A step of a web search. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesWebSearchAction = /* @__PURE__ */ tagged<ResponsesWebSearchAction>(
  'ResponsesWebSearchAction',
  () => ({
    search: ResponsesSearch,
    open_page: ResponsesOpenPage,
    find_in_page: ResponsesFindInPage
  })
)

const responsesWebSearchCall = () => ({
  type: kind('web_search_call'),
  id: maybe(textual),
  action: maybe(ResponsesWebSearchAction),
  status: maybe(word('in_progress', 'searching', 'completed', 'failed'))
})

/**
 * A value of the codec `ResponsesWebSearchCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesWebSearchCall extends Fields<typeof responsesWebSearchCall> {}

/**
 * A search of the web.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesWebSearchCall = /* @__PURE__ */ open<ResponsesWebSearchCall>(
  'ResponsesWebSearchCall',
  responsesWebSearchCall
)

const responsesFileSearchResult = () => ({
  file_id: maybe(t.string),
  filename: maybe(t.string),
  /** From 0 to 1. */
  score: maybe(t.number),
  text: maybe(t.string),
  attributes: maybe(dictionary(either(either(t.string, t.number), t.boolean))),
  vector_store_id: maybe(t.string)
})

/**
 * A value of the codec `ResponsesFileSearchResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFileSearchResult extends Fields<typeof responsesFileSearchResult> {}

/**
 * A piece of a file.
 *
 * Source: https://platform.openai.com/docs/guides/tools-file-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFileSearchResult = /* @__PURE__ */ open<ResponsesFileSearchResult>(
  'ResponsesFileSearchResult',
  responsesFileSearchResult
)

const responsesFileSearchCall = () => ({
  type: kind('file_search_call'),
  id: maybe(textual),
  queries: maybe(list(t.string)),
  /** Only if they were asked for. */
  results: maybe(list(ResponsesFileSearchResult)),
  status: maybe(word('in_progress', 'searching', 'completed', 'incomplete', 'failed'))
})

/**
 * A value of the codec `ResponsesFileSearchCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFileSearchCall extends Fields<typeof responsesFileSearchCall> {}

/**
 * A search of files.
 *
 * Source: https://platform.openai.com/docs/guides/tools-file-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFileSearchCall = /* @__PURE__ */ open<ResponsesFileSearchCall>(
  'ResponsesFileSearchCall',
  responsesFileSearchCall
)

const responsesToolSearchCall = () => ({
  type: kind('tool_search_call'),
  id: maybe(textual),
  /** The id to which the output refers, if the client searches. */
  call_id: maybe(textual),
  arguments: maybe(t.unknown),
  /** The side that searches. */
  execution: maybe(word('server', 'client')),
  status: maybe(word('in_progress', 'completed', 'incomplete')),
  created_by: maybe(t.string)
})

/**
 * A value of the codec `ResponsesToolSearchCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesToolSearchCall extends Fields<typeof responsesToolSearchCall> {}

/**
 * A search for tools.
 *
 * Source: https://platform.openai.com/docs/guides/tools-tool-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesToolSearchCall = /* @__PURE__ */ open<ResponsesToolSearchCall>(
  'ResponsesToolSearchCall',
  responsesToolSearchCall
)

const responsesToolSearchOutput = () => ({
  type: kind('tool_search_output'),
  id: maybe(textual),
  call_id: maybe(textual),
  tools: maybe(list(ResponsesTool)),
  /** The side that searched. */
  execution: maybe(word('server', 'client')),
  status: maybe(word('in_progress', 'completed', 'incomplete')),
  created_by: maybe(t.string)
})

/**
 * A value of the codec `ResponsesToolSearchOutput`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesToolSearchOutput extends Fields<typeof responsesToolSearchOutput> {}

/**
 * The tools that were found.
 *
 * Source: https://platform.openai.com/docs/guides/tools-tool-search
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesToolSearchOutput = /* @__PURE__ */ open<ResponsesToolSearchOutput>(
  'ResponsesToolSearchOutput',
  responsesToolSearchOutput
)
