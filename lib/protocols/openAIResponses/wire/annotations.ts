/**
 * Annotations: the sources of a text.
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

const responsesFileCitation = () => ({
  type: kind('file_citation'),
  file_id: maybe(t.string),
  filename: maybe(t.string),
  /** The place in the text, in characters from 0. */
  index: maybe(t.number)
})

/**
 * A value of the codec `ResponsesFileCitation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFileCitation extends Fields<typeof responsesFileCitation> {}

/**
 * A file from which the text was taken.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming/response/output_text/annotation/added
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFileCitation = /* @__PURE__ */ open<ResponsesFileCitation>(
  'ResponsesFileCitation',
  responsesFileCitation
)

const responsesUrlCitation = () => ({
  type: kind('url_citation'),
  url: maybe(t.string),
  title: maybe(t.string),
  /** The begin of the citation in the text, in characters from 0. */
  start_index: maybe(t.number),
  /** Its end. */
  end_index: maybe(t.number)
})

/**
 * A value of the codec `ResponsesUrlCitation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesUrlCitation extends Fields<typeof responsesUrlCitation> {}

/**
 * A page from which the text was taken.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming/response/output_text/annotation/added
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesUrlCitation = /* @__PURE__ */ open<ResponsesUrlCitation>(
  'ResponsesUrlCitation',
  responsesUrlCitation
)

const responsesContainerFileCitation = () => ({
  type: kind('container_file_citation'),
  container_id: maybe(t.string),
  file_id: maybe(t.string),
  filename: maybe(t.string),
  /** The begin of the citation in the text, in characters from 0. */
  start_index: maybe(t.number),
  /** Its end. */
  end_index: maybe(t.number)
})

/**
 * A value of the codec `ResponsesContainerFileCitation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesContainerFileCitation extends Fields<typeof responsesContainerFileCitation> {}

/**
 * A file of a container to which the text refers.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming/response/output_text/annotation/added
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesContainerFileCitation = /* @__PURE__ */ open<ResponsesContainerFileCitation>(
  'ResponsesContainerFileCitation',
  responsesContainerFileCitation
)

const responsesFilePath = () => ({
  type: kind('file_path'),
  file_id: maybe(t.string),
  /** The place in the text, in characters from 0. */
  index: maybe(t.number)
})

/**
 * A value of the codec `ResponsesFilePath`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFilePath extends Fields<typeof responsesFilePath> {}

/**
 * A file that the model wrote.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming/response/output_text/annotation/added
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFilePath = /* @__PURE__ */ open<ResponsesFilePath>('ResponsesFilePath', responsesFilePath)

/**
 * A value of the codec `ResponsesAnnotation`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesAnnotation =
  ResponsesFileCitation | ResponsesUrlCitation | ResponsesContainerFileCitation | ResponsesFilePath | Other

/**
 * A source of a text, or a file to which it refers. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming/response/output_text/annotation/added
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesAnnotation = /* @__PURE__ */ tagged<ResponsesAnnotation>('ResponsesAnnotation', () => ({
  file_citation: ResponsesFileCitation,
  url_citation: ResponsesUrlCitation,
  container_file_citation: ResponsesContainerFileCitation,
  file_path: ResponsesFilePath
}))

const responsesTopLogprob = () => ({
  token: maybe(t.string),
  /** The token in UTF-8. */
  bytes: maybe(list(t.number)),
  logprob: maybe(t.number)
})

/**
 * A value of the codec `ResponsesTopLogprob`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesTopLogprob extends Fields<typeof responsesTopLogprob> {}

/**
 * A token that was likely at a place.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesTopLogprob = /* @__PURE__ */ open<ResponsesTopLogprob>('ResponsesTopLogprob', responsesTopLogprob)

const responsesLogprob = () => ({
  token: maybe(t.string),
  /** The token in UTF-8. */
  bytes: maybe(list(t.number)),
  logprob: maybe(t.number),
  top_logprobs: maybe(list(ResponsesTopLogprob))
})

/**
 * A value of the codec `ResponsesLogprob`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesLogprob extends Fields<typeof responsesLogprob> {}

/**
 * The probability of a token, as its natural logarithm.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesLogprob = /* @__PURE__ */ open<ResponsesLogprob>('ResponsesLogprob', responsesLogprob)
