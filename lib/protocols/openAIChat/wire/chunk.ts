/**
 * The events of a stream, and a complete answer as one JSON body.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric, spelled, textual } from '../../../codec/acrossTypes.ts'
import { content } from '../../../codec/content.ts'
import { either } from '../../../codec/either.ts'
import { fragments } from '../../../codec/fragments.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { ChatDelta } from './delta.ts'
import { ChatLogprobs } from './logprobs.ts'
import { ChatUsage } from './usage.ts'

export const chatXGroq = () => ({
  id: maybe(t.string),
  usage: maybe(ChatUsage)
})

/**
 * A value of the codec `ChatXGroq`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatXGroq extends Fields<typeof chatXGroq> {}

/**
 * The fields of Groq beside those of the protocol.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatXGroq = /* @__PURE__ */ open<ChatXGroq>('ChatXGroq', chatXGroq)

const chatFinishDetails = () => ({
  type: maybe(t.string)
})

/**
 * A value of the codec `ChatFinishDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatFinishDetails extends Fields<typeof chatFinishDetails> {}

/**
 * The older form of a finish reason.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatFinishDetails = /* @__PURE__ */ open<ChatFinishDetails>('ChatFinishDetails', chatFinishDetails)

export const chatChoice = () => ({
  index: maybe(numeric),
  /** In a stream. */
  delta: content(ChatDelta),
  /** In a JSON body; some servers also stream it. */
  message: content(ChatDelta),
  /** More than one message, of Mistral. */
  messages: maybe(either(t.string, list(ChatDelta))),
  /** Of the older completions. */
  text: maybe(textual),
  /** `null` before the end of the choice. */
  finish_reason: maybe(spelled('stop', 'length', 'tool_calls', 'content_filter', 'function_call')),
  /** The word of the provider behind a gateway. */
  native_finish_reason: maybe(t.string),
  finish_details: maybe(ChatFinishDetails),
  logprobs: maybe(ChatLogprobs),
  /** Usage inside the choice, of Moonshot. */
  usage: maybe(ChatUsage)
})

/**
 * A value of the codec `ChatChoice`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatChoice extends Fields<typeof chatChoice> {}

/**
 * A choice: in a stream, its new part; in a JSON body, the whole.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatChoice = /* @__PURE__ */ open<ChatChoice>('ChatChoice', chatChoice)

export const chatChunk = () => ({
  id: maybe(textual),
  object: maybe(word('chat.completion.chunk')),
  /** Seconds since 1970. */
  created: maybe(t.number),
  model: maybe(textual),
  /** Empty in the event that has the usage, and in the first one of Azure. */
  choices: content(fragments(ChatChoice)),
  usage: maybe(ChatUsage),
  service_tier: maybe(word('auto', 'default', 'flex', 'scale', 'priority')),
  /** Of Groq. */
  x_groq: maybe(ChatXGroq),
  system_fingerprint: maybe(t.string)
})

/**
 * A value of the codec `ChatChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatChunk extends Fields<typeof chatChunk> {}

/**
 * One event of a stream, as any server of the protocol may send it.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatChunk = /* @__PURE__ */ open<ChatChunk>('ChatChunk', chatChunk)

export const chatResponse = () => ({
  ...chatChunk(),
  object: maybe(word('chat.completion')),
  choices: fragments(ChatChoice)
})

/**
 * A value of the codec `ChatResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatResponse extends Fields<typeof chatResponse> {}

/**
 * A complete answer as one JSON body.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatResponse = /* @__PURE__ */ open<ChatResponse>('ChatResponse', chatResponse)
