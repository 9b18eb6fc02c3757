/**
 * The fields of xAI, DeepSeek and Z.AI.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { chatChunk, chatResponse } from './chunk.ts'
import { chatUsage } from './usage.ts'

const xaiUsage = () => ({
  ...chatUsage(),
  num_sources_used: maybe(t.number)
})

/**
 * A value of the codec `XAIUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface XAIUsage extends Fields<typeof xaiUsage> {}

/**
 * The tokens of an answer, and its cost. `completion_tokens` are without reasoning.
 *
 * Source: https://docs.x.ai/developers/rest-api-reference/inference/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const XAIUsage = /* @__PURE__ */ open<XAIUsage>('XAIUsage', xaiUsage)

const xaiChunk = () => ({
  ...chatChunk(),
  usage: maybe(XAIUsage),
  /** URLs. */
  citations: maybe(list(t.string))
})

/**
 * A value of the codec `XAIChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface XAIChunk extends Fields<typeof xaiChunk> {}

/**
 * One event of a stream of xAI.
 *
 * Source: https://docs.x.ai/developers/rest-api-reference/inference/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const XAIChunk = /* @__PURE__ */ open<XAIChunk>('XAIChunk', xaiChunk)

const xaiResponse = () => ({
  ...chatResponse(),
  usage: maybe(XAIUsage),
  /** URLs. */
  citations: maybe(list(t.string))
})

/**
 * A value of the codec `XAIResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface XAIResponse extends Fields<typeof xaiResponse> {}

/**
 * A complete answer of xAI as one JSON body.
 *
 * Source: https://docs.x.ai/developers/rest-api-reference/inference/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const XAIResponse = /* @__PURE__ */ open<XAIResponse>('XAIResponse', xaiResponse)

const deepSeekUsage = () => ({
  ...chatUsage(),
  prompt_cache_miss_tokens: maybe(t.number)
})

/**
 * A value of the codec `DeepSeekUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface DeepSeekUsage extends Fields<typeof deepSeekUsage> {}

/**
 * The tokens of an answer.
 *
 * Source: https://api-docs.deepseek.com/api/create-chat-completion
 *
 * @category codecs
 * @since 0.1.0
 */
export const DeepSeekUsage = /* @__PURE__ */ open<DeepSeekUsage>('DeepSeekUsage', deepSeekUsage)

const deepSeekChunk = () => ({
  ...chatChunk(),
  usage: maybe(DeepSeekUsage)
})

/**
 * A value of the codec `DeepSeekChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface DeepSeekChunk extends Fields<typeof deepSeekChunk> {}

/**
 * One event of a stream of DeepSeek.
 *
 * Source: https://api-docs.deepseek.com/api/create-chat-completion
 *
 * @category codecs
 * @since 0.1.0
 */
export const DeepSeekChunk = /* @__PURE__ */ open<DeepSeekChunk>('DeepSeekChunk', deepSeekChunk)

const deepSeekResponse = () => ({
  ...chatResponse(),
  usage: maybe(DeepSeekUsage)
})

/**
 * A value of the codec `DeepSeekResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface DeepSeekResponse extends Fields<typeof deepSeekResponse> {}

/**
 * A complete answer of DeepSeek as one JSON body.
 *
 * Source: https://api-docs.deepseek.com/api/create-chat-completion
 *
 * @category codecs
 * @since 0.1.0
 */
export const DeepSeekResponse = /* @__PURE__ */ open<DeepSeekResponse>('DeepSeekResponse', deepSeekResponse)

const zaiFilter = () => ({
  role: maybe(word('assistant', 'user', 'history')),
  /** From 0, the most severe, to 3. */
  level: maybe(t.number)
})

/**
 * A value of the codec `ZaiFilter`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ZaiFilter extends Fields<typeof zaiFilter> {}

/**
 * What a filter found.
 *
 * Source: https://docs.z.ai/api-reference/llm/chat-completion
 *
 * @category codecs
 * @since 0.1.0
 */
export const ZaiFilter = /* @__PURE__ */ open<ZaiFilter>('ZaiFilter', zaiFilter)

const zaiSearchResult = () => ({
  title: maybe(t.string),
  content: maybe(t.string),
  link: maybe(t.string),
  media: maybe(t.string),
  icon: maybe(t.string),
  refer: maybe(t.string),
  publish_date: maybe(t.string)
})

/**
 * A value of the codec `ZaiSearchResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ZaiSearchResult extends Fields<typeof zaiSearchResult> {}

/**
 * A source of the answer.
 *
 * Source: https://docs.z.ai/api-reference/llm/chat-completion
 *
 * @category codecs
 * @since 0.1.0
 */
export const ZaiSearchResult = /* @__PURE__ */ open<ZaiSearchResult>('ZaiSearchResult', zaiSearchResult)

const zaiEnvelope = () => ({
  request_id: maybe(t.string),
  web_search: maybe(list(ZaiSearchResult)),
  content_filter: maybe(list(ZaiFilter))
})

const zaiChunk = () => ({
  ...chatChunk(),
  ...zaiEnvelope()
})

/**
 * A value of the codec `ZaiChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ZaiChunk extends Fields<typeof zaiChunk> {}

/**
 * One event of a stream of Z.AI.
 *
 * Source: https://docs.z.ai/api-reference/llm/chat-completion
 *
 * @category codecs
 * @since 0.1.0
 */
export const ZaiChunk = /* @__PURE__ */ open<ZaiChunk>('ZaiChunk', zaiChunk)

const zaiResponse = () => ({
  ...chatResponse(),
  ...zaiEnvelope()
})

/**
 * A value of the codec `ZaiResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ZaiResponse extends Fields<typeof zaiResponse> {}

/**
 * A complete answer of Z.AI as one JSON body.
 *
 * Source: https://docs.z.ai/api-reference/llm/chat-completion
 *
 * @category codecs
 * @since 0.1.0
 */
export const ZaiResponse = /* @__PURE__ */ open<ZaiResponse>('ZaiResponse', zaiResponse)
