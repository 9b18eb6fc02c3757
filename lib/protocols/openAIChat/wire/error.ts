/**
 * Errors.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { either } from '../../../codec/either.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'

const chatError = () => ({
  message: maybe(t.string),
  type: maybe(t.string),
  /** The field of the request. */
  param: maybe(t.string),
  /** A word, or a status. */
  code: maybe(either(t.string, t.number))
})

/**
 * A value of the codec `ChatError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatError extends Fields<typeof chatError> {}

/**
 * An error.
 *
 * Source: https://platform.openai.com/docs/guides/error-codes/api-errors
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatError = /* @__PURE__ */ open<ChatError>('ChatError', chatError)

const chatErrorBody = () => ({
  error: maybe(ChatError)
})

/**
 * A value of the codec `ChatErrorBody`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatErrorBody extends Fields<typeof chatErrorBody> {}

/**
 * An error as a JSON body; some servers also send it inside a stream.
 *
 * Source: https://platform.openai.com/docs/guides/error-codes/api-errors
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatErrorBody = /* @__PURE__ */ open<ChatErrorBody>('ChatErrorBody', chatErrorBody)
