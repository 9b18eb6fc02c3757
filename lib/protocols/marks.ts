/**
 * The fields that distinguish an event of one protocol from those of the others. They are looked for in events of a stream and
 * in JSON bodies alike, and do not imply that the rest can be decoded.
 *
 * Law: for an event with a piece of an answer, one of these is true.
 *
 * @since 0.1.0
 */
import { field, isObject, textOf } from '../codec/field.ts'
import type { ProtocolName } from './Protocol.ts'

const has = (u: unknown, ...names: ReadonlyArray<string>): boolean =>
  isObject(u) && names.some((name) => Object.hasOwn(u, name))

const typeBegins = (u: unknown, ...beginnings: ReadonlyArray<string>): boolean => {
  const type = textOf(field(u, 'type'))
  return beginnings.some((beginning) => type.startsWith(beginning))
}

const isItems = (u: unknown): boolean => Array.isArray(u) && u.every(isObject)

/** @internal */
export const isChatEvent = (u: unknown): boolean =>
  has(u, 'choices') ||
  // Pictures and embeddings of the same API are lists of `data`; interactions of Google were `updated`.
  (has(u, 'created') && !has(u, 'data', 'updated')) ||
  textOf(field(u, 'object')).startsWith('chat.completion') ||
  (!has(u, 'type', 'data') && has(field(u, 'usage'), 'prompt_tokens', 'completion_tokens'))

/** @internal */
export const isResponsesEvent = (u: unknown): boolean =>
  typeBegins(u, 'response.') || field(u, 'object') === 'response' || isItems(field(u, 'output'))

/** @internal */
export const isAnthropicEvent = (u: unknown): boolean =>
  typeBegins(u, 'message_', 'content_block_') || field(u, 'type') === 'message' || Array.isArray(field(u, 'content'))

/** @internal */
export const isGoogleEvent = (u: unknown): boolean =>
  has(u, 'candidates', 'usageMetadata', 'promptFeedback', 'modelVersion')

/** @internal */
export const isInteractionsEvent = (u: unknown): boolean => {
  const type = textOf(field(u, 'event_type'))
  return (
    type.startsWith('step.') ||
    type.startsWith('interaction.') ||
    field(u, 'object') === 'interaction' ||
    Array.isArray(field(u, 'steps'))
  )
}

/** @internal */
export const isConverseEvent = (u: unknown): boolean =>
  has(u, 'messageStart', 'contentBlockStart', 'contentBlockDelta', 'contentBlockStop', 'messageStop', 'metadata') ||
  has(field(u, 'output'), 'message')

/** @internal */
export const isOllamaEvent = (u: unknown): boolean => has(u, 'done')

/** @internal */
export const isCohereEvent = (u: unknown): boolean =>
  typeBegins(u, 'message-', 'content-', 'tool-plan-', 'tool-call-', 'citation-') ||
  (isObject(field(u, 'message')) && !has(u, 'done', 'choices', 'type'))

/**
 * The mark of each protocol. A provider imports its own alone.
 *
 * @internal
 */
export const marks: Readonly<Record<ProtocolName, (event: unknown) => boolean>> = {
  // First: its bodies have fields of the others.
  'google-interactions': isInteractionsEvent,
  'openai-chat': isChatEvent,
  'openai-responses': isResponsesEvent,
  'anthropic-messages': isAnthropicEvent,
  'google-generate': isGoogleEvent,
  'bedrock-converse': isConverseEvent,
  'ollama-chat': isOllamaEvent,
  'cohere-chat': isCohereEvent
}
