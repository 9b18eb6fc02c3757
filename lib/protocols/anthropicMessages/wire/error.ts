/**
 * Errors.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const error = () => ({
  type: maybe(
    word(
      'invalid_request_error',
      'authentication_error',
      'billing_error',
      'permission_error',
      'not_found_error',
      'request_too_large',
      'rate_limit_error',
      'timeout_error',
      'api_error',
      'overloaded_error'
    )
  ),
  message: maybe(t.string)
})

/**
 * A value of the codec `AnthropicError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicError extends Fields<typeof error> {}

/**
 * An error.
 *
 * Source: https://platform.claude.com/docs/en/api/errors
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicError = /* @__PURE__ */ open<AnthropicError>('AnthropicError', error)

const errorEvent = () => ({
  type: kind('error'),
  error: maybe(AnthropicError),
  request_id: maybe(t.string)
})

/**
 * A value of the codec `AnthropicErrorEvent`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicErrorEvent extends Fields<typeof errorEvent> {}

/**
 * An error, as a JSON body and inside a stream.
 *
 * Source: https://platform.claude.com/docs/en/api/errors
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicErrorEvent = /* @__PURE__ */ open<AnthropicErrorEvent>('AnthropicErrorEvent', errorEvent)
