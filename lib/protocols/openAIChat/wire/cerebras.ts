/**
 * The fields of Cerebras.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { chatChunk, chatResponse } from './chunk.ts'

const cerebrasTimeInfo = () => ({
  queue_time: maybe(t.number),
  prompt_time: maybe(t.number),
  completion_time: maybe(t.number),
  total_time: maybe(t.number),
  /** Seconds since 1970. */
  created: maybe(t.number)
})

/**
 * A value of the codec `CerebrasTimeInfo`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CerebrasTimeInfo extends Fields<typeof cerebrasTimeInfo> {}

/**
 * The times of an answer, in seconds.
 *
 * Source: https://inference-docs.cerebras.ai/api-reference/chat-completions
 *
 * @category codecs
 * @since 0.1.0
 */
export const CerebrasTimeInfo = /* @__PURE__ */ open<CerebrasTimeInfo>('CerebrasTimeInfo', cerebrasTimeInfo)

const cerebrasChunk = () => ({
  ...chatChunk(),
  time_info: maybe(CerebrasTimeInfo)
})

/**
 * A value of the codec `CerebrasChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CerebrasChunk extends Fields<typeof cerebrasChunk> {}

/**
 * One event of a stream of Cerebras.
 *
 * Source: https://inference-docs.cerebras.ai/api-reference/chat-completions
 *
 * @category codecs
 * @since 0.1.0
 */
export const CerebrasChunk = /* @__PURE__ */ open<CerebrasChunk>('CerebrasChunk', cerebrasChunk)

const cerebrasResponse = () => ({
  ...chatResponse(),
  time_info: maybe(CerebrasTimeInfo)
})

/**
 * A value of the codec `CerebrasResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CerebrasResponse extends Fields<typeof cerebrasResponse> {}

/**
 * A complete answer of Cerebras as one JSON body.
 *
 * Source: https://inference-docs.cerebras.ai/api-reference/chat-completions
 *
 * @category codecs
 * @since 0.1.0
 */
export const CerebrasResponse = /* @__PURE__ */ open<CerebrasResponse>('CerebrasResponse', cerebrasResponse)
