/**
 * The fields that OpenRouter adds.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Tagged } from '../../../codec/tagged.ts'
import type { ResponsesChunkOf } from './chunkOf.ts'
import { responsesChunkOf } from './chunkOf.ts'
import { responsesResponse, responsesSnapshot } from './snapshot.ts'
import { responsesUsage } from './usage.ts'

const openRouterResponsesCostDetails = () => ({
  upstream_inference_cost: maybe(t.number),
  upstream_inference_input_cost: maybe(t.number),
  upstream_inference_output_cost: maybe(t.number)
})

/**
 * A value of the codec `OpenRouterResponsesCostDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterResponsesCostDetails extends Fields<typeof openRouterResponsesCostDetails> {}

/**
 * The cost at the provider behind OpenRouter, in dollars.
 *
 * Source: https://openrouter.ai/docs/api/api-reference/responses/create-responses
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterResponsesCostDetails = /* @__PURE__ */ open<OpenRouterResponsesCostDetails>(
  'OpenRouterResponsesCostDetails',
  openRouterResponsesCostDetails
)

const openRouterResponsesUsage = () => ({
  ...responsesUsage(),
  /** In dollars. */
  cost: maybe(t.number),
  /** Whether the request used a key of your own for the provider. */
  is_byok: maybe(t.boolean),
  cost_details: maybe(OpenRouterResponsesCostDetails)
})

/**
 * A value of the codec `OpenRouterResponsesUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterResponsesUsage extends Fields<typeof openRouterResponsesUsage> {}

/**
 * The counts of the tokens of an answer, and its cost.
 *
 * Source: https://openrouter.ai/docs/api/api-reference/responses/create-responses
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterResponsesUsage = /* @__PURE__ */ open<OpenRouterResponsesUsage>(
  'OpenRouterResponsesUsage',
  openRouterResponsesUsage
)

const openRouterResponsesSnapshot = () => ({
  ...responsesSnapshot(),
  /** The provider behind OpenRouter. */
  provider: maybe(t.string),
  usage: maybe(OpenRouterResponsesUsage)
})

/**
 * A value of the codec `OpenRouterResponsesSnapshot`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterResponsesSnapshot extends Fields<typeof openRouterResponsesSnapshot> {}

/**
 * The response so far, which some events carry.
 *
 * Source: https://openrouter.ai/docs/api/api-reference/responses/create-responses
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterResponsesSnapshot = /* @__PURE__ */ open<OpenRouterResponsesSnapshot>(
  'OpenRouterResponsesSnapshot',
  openRouterResponsesSnapshot
)

const openRouterResponsesResponse = () => ({
  ...responsesResponse(),
  /** The provider behind OpenRouter. */
  provider: maybe(t.string),
  usage: maybe(OpenRouterResponsesUsage)
})

/**
 * A value of the codec `OpenRouterResponsesResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterResponsesResponse extends Fields<typeof openRouterResponsesResponse> {}

/**
 * A complete answer as one JSON body.
 *
 * Source: https://openrouter.ai/docs/api/api-reference/responses/create-responses
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterResponsesResponse = /* @__PURE__ */ open<OpenRouterResponsesResponse>(
  'OpenRouterResponsesResponse',
  openRouterResponsesResponse
)

/**
 * A value of the codec `OpenRouterResponsesChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export type OpenRouterResponsesChunk = ResponsesChunkOf<OpenRouterResponsesSnapshot>

/**
 * One event of a stream. One of an unknown kind is an `Other`.
 *
 * Source: https://openrouter.ai/docs/api/api-reference/responses/create-responses
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterResponsesChunk: Tagged<OpenRouterResponsesChunk> =
  /* @__PURE__ */ responsesChunkOf<OpenRouterResponsesSnapshot>(
    'OpenRouterResponsesChunk',
    () => OpenRouterResponsesSnapshot
  )
