/**
 * The parts of a message.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { anyObject } from '../../../codec/anyObject.ts'
import { either } from '../../../codec/either.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'

const cohereFunctionCall = () => ({
  name: maybe(t.string),
  /** JSON text; a fragment of it in a stream. */
  arguments: maybe(either(textual, anyObject))
})

/**
 * A value of the codec `CohereFunctionCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereFunctionCall extends Fields<typeof cohereFunctionCall> {}

/**
 * The name and the arguments of a call.
 *
 * Source: https://docs.cohere.com/docs/tool-use-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereFunctionCall = /* @__PURE__ */ open<CohereFunctionCall>('CohereFunctionCall', cohereFunctionCall)

const cohereToolCall = () => ({
  id: maybe(t.string),
  type: maybe(word('function')),
  function: maybe(CohereFunctionCall)
})

/**
 * A value of the codec `CohereToolCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereToolCall extends Fields<typeof cohereToolCall> {}

/**
 * A tool call; in a stream, a fragment of one.
 *
 * Source: https://docs.cohere.com/docs/tool-use-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereToolCall = /* @__PURE__ */ open<CohereToolCall>('CohereToolCall', cohereToolCall)

const cohereToolSource = () => ({
  type: kind('tool'),
  id: maybe(t.string),
  tool_output: maybe(anyObject)
})

/**
 * A value of the codec `CohereToolSource`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereToolSource extends Fields<typeof cohereToolSource> {}

/**
 * A result of a tool that was cited.
 *
 * Source: https://docs.cohere.com/docs/rag-citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereToolSource = /* @__PURE__ */ open<CohereToolSource>('CohereToolSource', cohereToolSource)

const cohereDocumentSource = () => ({
  type: kind('document'),
  id: maybe(t.string),
  document: maybe(anyObject)
})

/**
 * A value of the codec `CohereDocumentSource`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereDocumentSource extends Fields<typeof cohereDocumentSource> {}

/**
 * A document that was cited.
 *
 * Source: https://docs.cohere.com/docs/rag-citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereDocumentSource = /* @__PURE__ */ open<CohereDocumentSource>(
  'CohereDocumentSource',
  cohereDocumentSource
)

/**
 * A value of the codec `CohereSource`.
 *
 * @category model
 * @since 0.1.0
 */
export type CohereSource = CohereToolSource | CohereDocumentSource | Other

/**
 * The source of a citation. One of an unknown kind is an `Other`.
 *
 * Source: https://docs.cohere.com/docs/rag-citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereSource = /* @__PURE__ */ tagged<CohereSource>('CohereSource', () => ({
  tool: CohereToolSource,
  document: CohereDocumentSource
}))

const cohereCitation = () => ({
  /** Of the cited text, in characters. */
  start: maybe(t.number),
  end: maybe(t.number),
  text: maybe(t.string),
  sources: maybe(list(CohereSource)),
  /** The place of the content among the contents. */
  content_index: maybe(t.number),
  type: maybe(word('TEXT_CONTENT', 'THINKING_CONTENT', 'PLAN'))
})

/**
 * A value of the codec `CohereCitation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereCitation extends Fields<typeof cohereCitation> {}

/**
 * A citation, and the place in the text.
 *
 * Source: https://docs.cohere.com/docs/rag-citations
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereCitation = /* @__PURE__ */ open<CohereCitation>('CohereCitation', cohereCitation)

const cohereContent = () => ({
  type: maybe(word('text', 'thinking')),
  text: maybe(t.string),
  thinking: maybe(t.string)
})

/**
 * A value of the codec `CohereContent`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereContent extends Fields<typeof cohereContent> {}

/**
 * Text or thinking; in a stream, a piece of it.
 *
 * Source: https://docs.cohere.com/docs/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereContent = /* @__PURE__ */ open<CohereContent>('CohereContent', cohereContent)

const cohereMessage = () => ({
  role: maybe(word('assistant')),
  content: maybe(either(t.string, list(CohereContent))),
  /** The plan that a model writes before it calls tools. */
  tool_plan: maybe(t.string),
  tool_calls: maybe(list(CohereToolCall)),
  citations: maybe(list(CohereCitation))
})

/**
 * A value of the codec `CohereMessage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereMessage extends Fields<typeof cohereMessage> {}

/**
 * A message.
 *
 * Source: https://docs.cohere.com/reference/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereMessage = /* @__PURE__ */ open<CohereMessage>('CohereMessage', cohereMessage)

const cohereLogprobs = () => ({
  text: maybe(t.string),
  token_ids: maybe(list(t.number)),
  logprobs: maybe(list(t.number))
})

/**
 * A value of the codec `CohereLogprobs`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereLogprobs extends Fields<typeof cohereLogprobs> {}

/**
 * The probabilities of tokens.
 *
 * Source: https://docs.cohere.com/reference/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereLogprobs = /* @__PURE__ */ open<CohereLogprobs>('CohereLogprobs', cohereLogprobs)
