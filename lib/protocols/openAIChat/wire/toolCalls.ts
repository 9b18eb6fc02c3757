/**
 * Tool calls.
 *
 * @since 0.1.0
 */
import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { content } from '../../../codec/content.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { ChatArguments } from './arguments.ts'

const chatFunctionCall = () => ({
  name: maybe(textual),
  /** JSON text; a fragment of it in a stream. */
  arguments: content(ChatArguments)
})

/**
 * A value of the codec `ChatFunctionCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatFunctionCall extends Fields<typeof chatFunctionCall> {}

/**
 * The name and the arguments of a call. Outside of `tool_calls` it is the older form of a call: at most one in a message, without id and index.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatFunctionCall = /* @__PURE__ */ open<ChatFunctionCall>('ChatFunctionCall', chatFunctionCall)

const chatCustomCall = () => ({
  name: maybe(textual),
  /** Free text. */
  input: content(ChatArguments)
})

/**
 * A value of the codec `ChatCustomCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatCustomCall extends Fields<typeof chatCustomCall> {}

/**
 * The name and the input of a call of a custom tool.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatCustomCall = /* @__PURE__ */ open<ChatCustomCall>('ChatCustomCall', chatCustomCall)

const chatToolCall = () => ({
  /** The place of the call among the calls of a stream, from 0. */
  index: maybe(numeric),
  /** Only in the first fragment of a call, on most servers. */
  id: maybe(textual),
  type: maybe(word('function', 'custom')),
  function: content(ChatFunctionCall),
  custom: content(ChatCustomCall),
  /** Of a call without a `function`, on Workers AI. */
  name: maybe(textual),
  /** Of a call without a `function`, on Workers AI. */
  arguments: content(ChatArguments),
  /** The `arguments` of a call without a `function`. */
  input: content(ChatArguments)
})

/**
 * A value of the codec `ChatToolCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatToolCall extends Fields<typeof chatToolCall> {}

/**
 * A tool call; in a stream, a fragment of one.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatToolCall = /* @__PURE__ */ open<ChatToolCall>('ChatToolCall', chatToolCall)
