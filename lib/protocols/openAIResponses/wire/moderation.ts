/**
 * The checks by moderation models.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { dictionary } from '../../../codec/dictionary.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'

const responsesModerationResult = () => ({
  type: kind('moderation_result'),
  /** The categories that apply. */
  categories: maybe(dictionary(t.boolean)),
  category_applied_input_types: maybe(dictionary(list(word('text', 'image')))),
  /** From 0 to 1. */
  category_scores: maybe(dictionary(t.number)),
  flagged: maybe(t.boolean),
  model: maybe(t.string)
})

/**
 * A value of the codec `ResponsesModerationResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesModerationResult extends Fields<typeof responsesModerationResult> {}

/**
 * The result of a check by a moderation model.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesModerationResult = /* @__PURE__ */ open<ResponsesModerationResult>(
  'ResponsesModerationResult',
  responsesModerationResult
)

const responsesModerationError = () => ({
  type: kind('error'),
  code: maybe(t.string),
  message: maybe(t.string)
})

/**
 * A value of the codec `ResponsesModerationError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesModerationError extends Fields<typeof responsesModerationError> {}

/**
 * A check that failed.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesModerationError = /* @__PURE__ */ open<ResponsesModerationError>(
  'ResponsesModerationError',
  responsesModerationError
)

/**
 * A value of the codec `ResponsesModerationCheck`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesModerationCheck = ResponsesModerationResult | ResponsesModerationError | Other

/**
 * A check by a moderation model. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesModerationCheck = /* @__PURE__ */ tagged<ResponsesModerationCheck>(
  'ResponsesModerationCheck',
  () => ({
    moderation_result: ResponsesModerationResult,
    error: ResponsesModerationError
  })
)

const responsesModeration = () => ({
  input: maybe(ResponsesModerationCheck),
  output: maybe(ResponsesModerationCheck)
})

/**
 * A value of the codec `ResponsesModeration`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesModeration extends Fields<typeof responsesModeration> {}

/**
 * The checks of the input and of the output.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesModeration = /* @__PURE__ */ open<ResponsesModeration>('ResponsesModeration', responsesModeration)
