/**
 * Errors.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric } from '../../../codec/acrossTypes.ts'
import { either } from '../../../codec/either.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const responsesError = () => ({
  /** A number from some gateways. */
  code: maybe(
    either(
      word(
        'server_error',
        'rate_limit_exceeded',
        'invalid_prompt',
        'data_residency_mismatch',
        'bio_policy',
        'vector_store_timeout',
        'invalid_image',
        'invalid_image_format',
        'invalid_base64_image',
        'invalid_image_url',
        'image_too_large',
        'image_too_small',
        'image_parse_error',
        'image_content_policy_violation',
        'invalid_image_mode',
        'image_file_too_large',
        'unsupported_image_media_type',
        'empty_image_file',
        'failed_to_download_image',
        'image_file_not_found'
      ),
      t.number
    )
  ),
  message: maybe(t.string),
  /** Of a request. */
  type: maybe(t.string),
  /** The field of the request that is wrong. */
  param: maybe(t.string)
})

/**
 * A value of the codec `ResponsesError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesError extends Fields<typeof responsesError> {}

/**
 * The error of a response, or of a request.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object#responses/object-error
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesError = /* @__PURE__ */ open<ResponsesError>('ResponsesError', responsesError)

const responsesErrorEvent = () => ({
  type: kind('error'),
  code: maybe(t.string),
  message: maybe(t.string),
  param: maybe(t.string),
  /** On some servers with the fields of the error. */
  error: maybe(ResponsesError),
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesErrorEvent`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesErrorEvent extends Fields<typeof responsesErrorEvent> {}

/**
 * An error inside a stream.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming/error
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesErrorEvent = /* @__PURE__ */ open<ResponsesErrorEvent>('ResponsesErrorEvent', responsesErrorEvent)

const responsesErrorBody = () => ({
  error: maybe(ResponsesError)
})

/**
 * A value of the codec `ResponsesErrorBody`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesErrorBody extends Fields<typeof responsesErrorBody> {}

/**
 * An error as a JSON body.
 *
 * Source: https://platform.openai.com/docs/guides/error-codes
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesErrorBody = /* @__PURE__ */ open<ResponsesErrorBody>('ResponsesErrorBody', responsesErrorBody)
