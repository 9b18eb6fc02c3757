/**
 * The lines of a stream, and a complete answer as one JSON body.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric, spelled, textual } from '../../../codec/acrossTypes.ts'
import { anyObject } from '../../../codec/anyObject.ts'
import { content } from '../../../codec/content.ts'
import type { Either } from '../../../codec/either.ts'
import { either } from '../../../codec/either.ts'
import { fragments } from '../../../codec/fragments.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const ollamaFunctionCall = () => ({
  index: maybe(numeric),
  name: maybe(textual),
  /** An object. */
  arguments: content(either(textual, anyObject))
})

/**
 * A value of the codec `OllamaFunctionCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaFunctionCall extends Fields<typeof ollamaFunctionCall> {}

/**
 * The name and the arguments of a call.
 *
 * Source: https://docs.ollama.com/capabilities/tool-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaFunctionCall = /* @__PURE__ */ open<OllamaFunctionCall>('OllamaFunctionCall', ollamaFunctionCall)

const ollamaToolCall = () => ({
  id: maybe(textual),
  type: maybe(word('function')),
  function: content(OllamaFunctionCall)
})

/**
 * A value of the codec `OllamaToolCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaToolCall extends Fields<typeof ollamaToolCall> {}

/**
 * A tool call, which arrives whole.
 *
 * Source: https://docs.ollama.com/capabilities/tool-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaToolCall = /* @__PURE__ */ open<OllamaToolCall>('OllamaToolCall', ollamaToolCall)

const ollamaMessage = () => ({
  role: maybe(word('assistant', 'tool', 'system', 'user')),
  content: content(textual),
  thinking: content(textual),
  /** Base64. */
  images: maybe(list(t.string)),
  tool_calls: content(fragments(OllamaToolCall, 'orNone')),
  /** Of the result of a tool. */
  tool_name: maybe(t.string)
})

/**
 * A value of the codec `OllamaMessage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaMessage extends Fields<typeof ollamaMessage> {}

/**
 * The new part of the message.
 *
 * Source: https://docs.ollama.com/api/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaMessage = /* @__PURE__ */ open<OllamaMessage>('OllamaMessage', ollamaMessage)

const ollamaTokenLogprob = () => ({
  token: maybe(t.string),
  logprob: maybe(t.number),
  /** Of the token in UTF-8. */
  bytes: maybe(list(t.number))
})

/**
 * A value of the codec `OllamaTokenLogprob`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaTokenLogprob extends Fields<typeof ollamaTokenLogprob> {}

/**
 * A token, with its probability.
 *
 * Source: https://docs.ollama.com/api/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaTokenLogprob = /* @__PURE__ */ open<OllamaTokenLogprob>('OllamaTokenLogprob', ollamaTokenLogprob)

const ollamaLogprob = () => ({
  ...ollamaTokenLogprob(),
  top_logprobs: maybe(list(OllamaTokenLogprob))
})

/**
 * A value of the codec `OllamaLogprob`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaLogprob extends Fields<typeof ollamaLogprob> {}

/**
 * A token of the answer, with its probability and those of others.
 *
 * Source: https://docs.ollama.com/api/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaLogprob = /* @__PURE__ */ open<OllamaLogprob>('OllamaLogprob', ollamaLogprob)

const ollamaChunk = () => ({
  model: maybe(textual),
  created_at: maybe(t.string),
  /** The new part of the message, of `/api/chat`. */
  message: content(OllamaMessage),
  /** The new part of the text, of `/api/generate`. */
  response: content(textual),
  /** The new part of the reasoning, of `/api/generate`. */
  thinking: content(textual),
  tool_calls: content(fragments(OllamaToolCall, 'orNone')),
  /** Base64, of `/api/generate`. */
  image: maybe(t.string),
  /** Whether it is the last line. */
  done: maybe(t.boolean),
  done_reason: maybe(spelled('stop', 'length', 'load', 'unload')),
  /** Tokens of the prompt. */
  prompt_eval_count: maybe(t.number),
  /** Tokens of the answer. */
  eval_count: maybe(t.number),
  /** Nanoseconds. */
  total_duration: maybe(t.number),
  /** Nanoseconds. */
  load_duration: maybe(t.number),
  /** Nanoseconds. */
  prompt_eval_duration: maybe(t.number),
  /** Nanoseconds. */
  eval_duration: maybe(t.number),
  logprobs: maybe(list(OllamaLogprob)),
  /** The tokens of the conversation, of `/api/generate`. */
  context: maybe(list(t.number)),
  /** Steps that are completed, of models that make images. */
  completed: maybe(t.number),
  /** All steps, of models that make images. */
  total: maybe(t.number),
  /** The model in the cloud behind the answer. */
  remote_model: maybe(t.string),
  remote_host: maybe(t.string)
})

/**
 * A value of the codec `OllamaChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaChunk extends Fields<typeof ollamaChunk> {}

/**
 * One line of a stream of `/api/chat`, which has a `message`, or of `/api/generate`, which has its fields: `response`, `thinking`, `tool_calls`, `image`.
 *
 * Source: https://docs.ollama.com/api/chat, https://docs.ollama.com/api/generate
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaChunk = /* @__PURE__ */ open<OllamaChunk>('OllamaChunk', ollamaChunk)

const ollamaChatResponse = () => ({
  ...ollamaChunk(),
  message: OllamaMessage,
  done: t.literal(true)
})

/**
 * A value of the codec `OllamaChatResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaChatResponse extends Fields<typeof ollamaChatResponse> {}

/**
 * A complete answer of `/api/chat` as one JSON body.
 *
 * Source: https://docs.ollama.com/api/chat
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaChatResponse = /* @__PURE__ */ open<OllamaChatResponse>('OllamaChatResponse', ollamaChatResponse)

const ollamaGenerateResponse = () => ({
  ...ollamaChunk(),
  response: textual,
  done: t.literal(true)
})

/**
 * A value of the codec `OllamaGenerateResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaGenerateResponse extends Fields<typeof ollamaGenerateResponse> {}

/**
 * A complete answer of `/api/generate` as one JSON body.
 *
 * Source: https://docs.ollama.com/api/generate
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaGenerateResponse = /* @__PURE__ */ open<OllamaGenerateResponse>(
  'OllamaGenerateResponse',
  ollamaGenerateResponse
)

const ollamaError = () => ({
  error: maybe(t.string)
})

/**
 * A value of the codec `OllamaError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaError extends Fields<typeof ollamaError> {}

/**
 * An error as a JSON body, or a line of a stream.
 *
 * Source: https://docs.ollama.com/api/errors
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaError = /* @__PURE__ */ open<OllamaError>('OllamaError', ollamaError)

/**
 * A value of the codec `OllamaResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export type OllamaResponse = OllamaChatResponse | OllamaGenerateResponse
/**
 * A complete answer as one JSON body: one line that is `done`.
 *
 * Source: https://docs.ollama.com/api/chat, https://docs.ollama.com/api/generate
 *
 * @category codecs
 * @since 0.1.0
 */
export const OllamaResponse: Either<OllamaChatResponse, OllamaGenerateResponse> = /* @__PURE__ */ either(
  OllamaChatResponse,
  OllamaGenerateResponse,
  'OllamaResponse'
)
