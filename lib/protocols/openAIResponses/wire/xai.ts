/**
 * The fields that xAI adds.
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

const xaiResponsesToolUsage = () => ({
  web_search_calls: maybe(t.number),
  x_search_calls: maybe(t.number),
  code_interpreter_calls: maybe(t.number),
  file_search_calls: maybe(t.number),
  mcp_calls: maybe(t.number),
  document_search_calls: maybe(t.number),
  image_generation_calls: maybe(t.number)
})

/**
 * A value of the codec `XaiResponsesToolUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface XaiResponsesToolUsage extends Fields<typeof xaiResponsesToolUsage> {}

/**
 * The number of the calls of each tool that the provider ran.
 *
 * Source: https://docs.x.ai/developers/tools/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const XaiResponsesToolUsage = /* @__PURE__ */ open<XaiResponsesToolUsage>(
  'XaiResponsesToolUsage',
  xaiResponsesToolUsage
)

const xaiResponsesContextDetails = () => ({
  input_tokens: maybe(t.number),
  output_tokens: maybe(t.number)
})

/**
 * A value of the codec `XaiResponsesContextDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface XaiResponsesContextDetails extends Fields<typeof xaiResponsesContextDetails> {}

/**
 * The tokens of the context of the last step.
 *
 * Source: https://docs.x.ai/developers/tools/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const XaiResponsesContextDetails = /* @__PURE__ */ open<XaiResponsesContextDetails>(
  'XaiResponsesContextDetails',
  xaiResponsesContextDetails
)

const xaiResponsesUsage = () => ({
  ...responsesUsage(),
  /** A dollar has 10^10 ticks. */
  cost_in_usd_ticks: maybe(t.number),
  num_sources_used: maybe(t.number),
  num_server_side_tools_used: maybe(t.number),
  server_side_tool_usage_details: maybe(XaiResponsesToolUsage),
  context_details: maybe(XaiResponsesContextDetails)
})

/**
 * A value of the codec `XaiResponsesUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface XaiResponsesUsage extends Fields<typeof xaiResponsesUsage> {}

/**
 * The counts of the tokens of an answer, and its cost.
 *
 * Source: https://docs.x.ai/developers/cost-tracking
 *
 * @category codecs
 * @since 0.1.0
 */
export const XaiResponsesUsage = /* @__PURE__ */ open<XaiResponsesUsage>('XaiResponsesUsage', xaiResponsesUsage)

const xaiResponsesSnapshot = () => ({
  ...responsesSnapshot(),
  usage: maybe(XaiResponsesUsage)
})

/**
 * A value of the codec `XaiResponsesSnapshot`.
 *
 * @category model
 * @since 0.1.0
 */
export interface XaiResponsesSnapshot extends Fields<typeof xaiResponsesSnapshot> {}

/**
 * The response so far, which some events carry.
 *
 * Source: https://docs.x.ai/developers/cost-tracking
 *
 * @category codecs
 * @since 0.1.0
 */
export const XaiResponsesSnapshot = /* @__PURE__ */ open<XaiResponsesSnapshot>(
  'XaiResponsesSnapshot',
  xaiResponsesSnapshot
)

const xaiResponsesResponse = () => ({
  ...responsesResponse(),
  usage: maybe(XaiResponsesUsage)
})

/**
 * A value of the codec `XaiResponsesResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface XaiResponsesResponse extends Fields<typeof xaiResponsesResponse> {}

/**
 * A complete answer as one JSON body.
 *
 * Source: https://docs.x.ai/developers/cost-tracking
 *
 * @category codecs
 * @since 0.1.0
 */
export const XaiResponsesResponse = /* @__PURE__ */ open<XaiResponsesResponse>(
  'XaiResponsesResponse',
  xaiResponsesResponse
)

/**
 * A value of the codec `XaiResponsesChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export type XaiResponsesChunk = ResponsesChunkOf<XaiResponsesSnapshot>

/**
 * One event of a stream. One of an unknown kind is an `Other`.
 *
 * Source: https://docs.x.ai/developers/cost-tracking
 *
 * @category codecs
 * @since 0.1.0
 */
export const XaiResponsesChunk: Tagged<XaiResponsesChunk> = /* @__PURE__ */ responsesChunkOf<XaiResponsesSnapshot>(
  'XaiResponsesChunk',
  () => XaiResponsesSnapshot
)
