/**
 * The fields of OpenAI.
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
import { word } from '../../../codec/word.ts'
import { chatChunk, chatResponse } from './chunk.ts'

const openAIModerationResult = () => ({
  type: maybe(word('moderation_result')),
  model: maybe(t.string),
  flagged: maybe(t.boolean),
  categories: maybe(t.record(t.string, t.boolean)),
  /** From 0 to 1. */
  category_scores: maybe(t.record(t.string, t.number)),
  category_applied_input_types: maybe(t.record(t.string, list(word('text', 'image'))))
})

/**
 * A value of the codec `OpenAIModerationResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIModerationResult extends Fields<typeof openAIModerationResult> {}

/**
 * The categories of a text or an image.
 *
 * Source: https://platform.openai.com/docs/api-reference/moderations/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenAIModerationResult = /* @__PURE__ */ open<OpenAIModerationResult>(
  'OpenAIModerationResult',
  openAIModerationResult
)

const openAIModerationResults = () => ({
  type: kind('moderation_results'),
  model: maybe(t.string),
  results: maybe(list(OpenAIModerationResult))
})

/**
 * A value of the codec `OpenAIModerationResults`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIModerationResults extends Fields<typeof openAIModerationResults> {}

/**
 * What the moderation found.
 *
 * Source: https://platform.openai.com/docs/api-reference/moderations/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenAIModerationResults = /* @__PURE__ */ open<OpenAIModerationResults>(
  'OpenAIModerationResults',
  openAIModerationResults
)

const openAIModerationError = () => ({
  type: kind('error'),
  code: maybe(t.string),
  message: maybe(t.string)
})

/**
 * A value of the codec `OpenAIModerationError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIModerationError extends Fields<typeof openAIModerationError> {}

/**
 * A moderation that failed.
 *
 * Source: https://platform.openai.com/docs/api-reference/moderations/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenAIModerationError = /* @__PURE__ */ open<OpenAIModerationError>(
  'OpenAIModerationError',
  openAIModerationError
)

/**
 * A value of the codec `OpenAIModerated`.
 *
 * @category model
 * @since 0.1.0
 */
export type OpenAIModerated = OpenAIModerationResults | OpenAIModerationError | Other

/**
 * The moderation of the input or of the output.
 *
 * Source: https://platform.openai.com/docs/api-reference/moderations/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenAIModerated = /* @__PURE__ */ tagged<OpenAIModerated>('OpenAIModerated', () => ({
  moderation_results: OpenAIModerationResults,
  error: OpenAIModerationError
}))

const openAIModeration = () => ({
  input: maybe(OpenAIModerated),
  output: maybe(OpenAIModerated)
})

/**
 * A value of the codec `OpenAIModeration`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIModeration extends Fields<typeof openAIModeration> {}

/**
 * The moderation of a request and of its answer.
 *
 * Source: https://platform.openai.com/docs/api-reference/moderations/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenAIModeration = /* @__PURE__ */ open<OpenAIModeration>('OpenAIModeration', openAIModeration)

const openAIChunk = () => ({
  ...chatChunk(),
  /** Pads the event, to hide its length. */
  obfuscation: maybe(t.string),
  moderation: maybe(OpenAIModeration)
})

/**
 * A value of the codec `OpenAIChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIChunk extends Fields<typeof openAIChunk> {}

/**
 * One event of a stream of OpenAI.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenAIChunk = /* @__PURE__ */ open<OpenAIChunk>('OpenAIChunk', openAIChunk)

const openAIResponse = () => ({
  ...chatResponse(),
  moderation: maybe(OpenAIModeration)
})

/**
 * A value of the codec `OpenAIResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIResponse extends Fields<typeof openAIResponse> {}

/**
 * A complete answer of OpenAI as one JSON body.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenAIResponse = /* @__PURE__ */ open<OpenAIResponse>('OpenAIResponse', openAIResponse)
