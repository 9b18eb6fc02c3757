/**
 * The new part of a choice, and the message of a JSON body.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { content } from '../../../codec/content.ts'
import { either } from '../../../codec/either.ts'
import { fragments } from '../../../codec/fragments.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { ChatReasoningDetail } from './reasoningDetails.ts'
import { ChatFunctionCall, ChatToolCall } from './toolCalls.ts'

const chatUrlCitation = () => ({
  url: maybe(t.string),
  title: maybe(t.string),
  /** Of the cited text in the answer, in characters. */
  start_index: maybe(numeric),
  end_index: maybe(numeric),
  /** The text of the page, on OpenRouter. */
  content: maybe(t.string)
})

/**
 * A value of the codec `ChatUrlCitation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatUrlCitation extends Fields<typeof chatUrlCitation> {}

/**
 * A web page that was cited, and the place in the text.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search?api-mode=chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatUrlCitation = /* @__PURE__ */ open<ChatUrlCitation>('ChatUrlCitation', chatUrlCitation)

export const chatAnnotation = () => ({
  type: maybe(word('url_citation')),
  url_citation: maybe(ChatUrlCitation)
})

/**
 * A value of the codec `ChatAnnotation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatAnnotation extends Fields<typeof chatAnnotation> {}

/**
 * A source of the text.
 *
 * Source: https://platform.openai.com/docs/guides/tools-web-search?api-mode=chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatAnnotation = /* @__PURE__ */ open<ChatAnnotation>('ChatAnnotation', chatAnnotation)

const chatAudio = () => ({
  id: maybe(t.string),
  /** Base64. */
  data: maybe(t.string),
  transcript: maybe(t.string),
  /** Seconds since 1970. */
  expires_at: maybe(t.number)
})

/**
 * A value of the codec `ChatAudio`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatAudio extends Fields<typeof chatAudio> {}

/**
 * Sound; in a stream, a fragment of it.
 *
 * Source: https://platform.openai.com/docs/guides/audio
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatAudio = /* @__PURE__ */ open<ChatAudio>('ChatAudio', chatAudio)

const chatImageUrl = () => ({
  url: maybe(t.string),
  detail: maybe(word('auto', 'low', 'high'))
})

/**
 * A value of the codec `ChatImageUrl`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatImageUrl extends Fields<typeof chatImageUrl> {}

/**
 * The address of an image, which may be a `data:` URL.
 *
 * Source: https://openrouter.ai/docs/features/multimodal/image-generation
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatImageUrl = /* @__PURE__ */ open<ChatImageUrl>('ChatImageUrl', chatImageUrl)

const chatImage = () => ({
  type: maybe(word('image_url')),
  image_url: maybe(either(t.string, ChatImageUrl))
})

/**
 * A value of the codec `ChatImage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatImage extends Fields<typeof chatImage> {}

/**
 * An image that the model made.
 *
 * Source: https://openrouter.ai/docs/features/multimodal/image-generation
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatImage = /* @__PURE__ */ open<ChatImage>('ChatImage', chatImage)

export const chatDelta = () => ({
  role: maybe(word('assistant', 'tool', 'developer', 'system', 'user')),
  /** Text, or a list of parts. */
  content: content(either(textual, fragments(t.unknown))),
  refusal: maybe(textual),
  tool_calls: content(fragments(ChatToolCall, 'orNone')),
  /** The older form of a call. */
  function_call: maybe(ChatFunctionCall),
  annotations: maybe(list(ChatAnnotation)),
  audio: maybe(ChatAudio),
  images: maybe(list(ChatImage)),
  /** Reasoning of OpenRouter, Groq, vLLM and others. */
  reasoning: maybe(textual),
  /** Reasoning of DeepSeek and others. */
  reasoning_content: maybe(textual),
  /** Reasoning of GitHub Copilot. */
  reasoning_text: maybe(textual),
  /** The proof of the reasoning, of GitHub Copilot. */
  reasoning_opaque: maybe(textual),
  /** The proof of the reasoning, of Gemini. */
  thought_signature: maybe(textual),
  reasoning_details: content(fragments(ChatReasoningDetail, 'orNone'))
})

/**
 * A value of the codec `ChatDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatDelta extends Fields<typeof chatDelta> {}

/**
 * The new part of a choice; in a JSON body, the message. Several fields may have the same reasoning.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatDelta = /* @__PURE__ */ open<ChatDelta>('ChatDelta', chatDelta)
