/**
 * Usage.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'

const responsesInputTokensDetails = () => ({
  /** Read from the cache. */
  cached_tokens: maybe(t.number),
  /** Written to the cache. */
  cache_write_tokens: maybe(t.number)
})

/**
 * A value of the codec `ResponsesInputTokensDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesInputTokensDetails extends Fields<typeof responsesInputTokensDetails> {}

/**
 * The input tokens by their origin.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesInputTokensDetails = /* @__PURE__ */ open<ResponsesInputTokensDetails>(
  'ResponsesInputTokensDetails',
  responsesInputTokensDetails
)

const responsesOutputTokensDetails = () => ({
  reasoning_tokens: maybe(t.number)
})

/**
 * A value of the codec `ResponsesOutputTokensDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesOutputTokensDetails extends Fields<typeof responsesOutputTokensDetails> {}

/**
 * The output tokens by their purpose.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesOutputTokensDetails = /* @__PURE__ */ open<ResponsesOutputTokensDetails>(
  'ResponsesOutputTokensDetails',
  responsesOutputTokensDetails
)

export const responsesUsage = () => ({
  /** With those from the cache. */
  input_tokens: maybe(t.number),
  input_tokens_details: maybe(ResponsesInputTokensDetails),
  /** With reasoning. */
  output_tokens: maybe(t.number),
  output_tokens_details: maybe(ResponsesOutputTokensDetails),
  total_tokens: maybe(t.number)
})

/**
 * A value of the codec `ResponsesUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesUsage extends Fields<typeof responsesUsage> {}

/**
 * The counts of the tokens of an answer.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesUsage = /* @__PURE__ */ open<ResponsesUsage>('ResponsesUsage', responsesUsage)
