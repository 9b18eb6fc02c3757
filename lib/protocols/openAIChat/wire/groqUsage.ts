/**
 * The usage of Groq, and its field `x_groq`.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { chatXGroq } from './chunk.ts'
import { chatUsage } from './usage.ts'

const groqUsage = () => ({
  ...chatUsage(),
  queue_time: maybe(t.number),
  prompt_time: maybe(t.number),
  completion_time: maybe(t.number),
  total_time: maybe(t.number),
  /** Tokens that were read from a cache of the hardware. */
  dram_cached_tokens: maybe(t.number),
  /** Tokens that were read from a cache of the hardware. */
  sram_cached_tokens: maybe(t.number)
})

/**
 * A value of the codec `GroqUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqUsage extends Fields<typeof groqUsage> {}

/**
 * The tokens of an answer, and its times in seconds.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqUsage = /* @__PURE__ */ open<GroqUsage>('GroqUsage', groqUsage)

const groqModelUsage = () => ({
  model: maybe(t.string),
  usage: maybe(GroqUsage)
})

/**
 * A value of the codec `GroqModelUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqModelUsage extends Fields<typeof groqModelUsage> {}

/**
 * The usage of one of the models of a system.
 *
 * Source: https://console.groq.com/docs/compound
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqModelUsage = /* @__PURE__ */ open<GroqModelUsage>('GroqModelUsage', groqModelUsage)

const groqUsageBreakdown = () => ({
  models: maybe(list(GroqModelUsage))
})

/**
 * A value of the codec `GroqUsageBreakdown`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqUsageBreakdown extends Fields<typeof groqUsageBreakdown> {}

/**
 * The usage by model.
 *
 * Source: https://console.groq.com/docs/compound
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqUsageBreakdown = /* @__PURE__ */ open<GroqUsageBreakdown>('GroqUsageBreakdown', groqUsageBreakdown)

const groqDebug = () => ({
  input_token_ids: maybe(list(t.number)),
  input_tokens: maybe(list(t.string)),
  output_token_ids: maybe(list(t.number)),
  output_tokens: maybe(list(t.string))
})

/**
 * A value of the codec `GroqDebug`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqDebug extends Fields<typeof groqDebug> {}

/**
 * The tokens of the request and of the answer, if the request asks for them.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqDebug = /* @__PURE__ */ open<GroqDebug>('GroqDebug', groqDebug)

const groqX = () => ({
  ...chatXGroq(),
  /** In a stream, with the finish reason. */
  usage: maybe(GroqUsage),
  usage_breakdown: maybe(GroqUsageBreakdown),
  debug: maybe(GroqDebug),
  seed: maybe(t.number),
  error: maybe(t.string)
})

/**
 * A value of the codec `GroqX`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqX extends Fields<typeof groqX> {}

/**
 * The fields of Groq beside those of the protocol.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqX = /* @__PURE__ */ open<GroqX>('GroqX', groqX)
