/**
 * A complete answer as one JSON body, its usage, and errors.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { spelled } from '../../../codec/acrossTypes.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { CohereLogprobs, CohereMessage } from './message.ts'

const cohereCounts = () => ({
  input_tokens: maybe(t.number),
  output_tokens: maybe(t.number),
  reasoning_tokens: maybe(t.number),
  search_units: maybe(t.number),
  classifications: maybe(t.number)
})

/**
 * A value of the codec `CohereCounts`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereCounts extends Fields<typeof cohereCounts> {}

/**
 * Counts of tokens and of other units.
 *
 * Source: https://docs.cohere.com/docs/how-does-cohere-pricing-work
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereCounts = /* @__PURE__ */ open<CohereCounts>('CohereCounts', cohereCounts)

const cohereUsage = () => ({
  billed_units: maybe(CohereCounts),
  /** The tokens read and written, of which some are not billed. */
  tokens: maybe(CohereCounts),
  /** The number of input tokens that were read from the cache. */
  cached_tokens: maybe(t.number)
})

/**
 * A value of the codec `CohereUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereUsage extends Fields<typeof cohereUsage> {}

/**
 * The tokens of an answer.
 *
 * Source: https://docs.cohere.com/docs/how-does-cohere-pricing-work
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereUsage = /* @__PURE__ */ open<CohereUsage>('CohereUsage', cohereUsage)

const cohereResponse = () => ({
  id: maybe(t.string),
  message: CohereMessage,
  finish_reason: maybe(spelled('COMPLETE', 'STOP_SEQUENCE', 'MAX_TOKENS', 'TOOL_CALL', 'ERROR', 'TIMEOUT')),
  usage: maybe(CohereUsage),
  logprobs: maybe(list(CohereLogprobs))
})

/**
 * A value of the codec `CohereResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereResponse extends Fields<typeof cohereResponse> {}

/**
 * A complete answer as one JSON body.
 *
 * Source: https://docs.cohere.com/reference/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereResponse = /* @__PURE__ */ open<CohereResponse>('CohereResponse', cohereResponse)

const cohereError = () => ({
  id: maybe(t.string),
  message: maybe(t.string)
})

/**
 * A value of the codec `CohereError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereError extends Fields<typeof cohereError> {}

/**
 * An error as a JSON body.
 *
 * Source: https://docs.cohere.com/reference/errors
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereError = /* @__PURE__ */ open<CohereError>('CohereError', cohereError)
