/**
 * The new parts of a message.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { spelled } from '../../../codec/acrossTypes.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { CohereCitation, CohereContent, CohereToolCall } from './message.ts'
import { CohereUsage } from './response.ts'

const cohereStartMessage = () => ({
  role: maybe(word('assistant'))
})

/**
 * A value of the codec `CohereStartMessage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereStartMessage extends Fields<typeof cohereStartMessage> {}

/**
 * A message that begins.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereStartMessage = /* @__PURE__ */ open<CohereStartMessage>('CohereStartMessage', cohereStartMessage)

const cohereStartDelta = () => ({
  message: maybe(CohereStartMessage)
})

/**
 * A value of the codec `CohereStartDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereStartDelta extends Fields<typeof cohereStartDelta> {}

/**
 * The new part of a message that begins.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereStartDelta = /* @__PURE__ */ open<CohereStartDelta>('CohereStartDelta', cohereStartDelta)

const cohereContentMessage = () => ({
  content: maybe(CohereContent)
})

/**
 * A value of the codec `CohereContentMessage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereContentMessage extends Fields<typeof cohereContentMessage> {}

/**
 * A content, or more of it.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereContentMessage = /* @__PURE__ */ open<CohereContentMessage>(
  'CohereContentMessage',
  cohereContentMessage
)

const cohereContentChange = () => ({
  message: maybe(CohereContentMessage)
})

/**
 * A value of the codec `CohereContentChange`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereContentChange extends Fields<typeof cohereContentChange> {}

/**
 * The new part of a content.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereContentChange = /* @__PURE__ */ open<CohereContentChange>('CohereContentChange', cohereContentChange)

const coherePlanMessage = () => ({
  tool_plan: maybe(t.string)
})

/**
 * A value of the codec `CoherePlanMessage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CoherePlanMessage extends Fields<typeof coherePlanMessage> {}

/**
 * More of the plan.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CoherePlanMessage = /* @__PURE__ */ open<CoherePlanMessage>('CoherePlanMessage', coherePlanMessage)

const coherePlanChange = () => ({
  message: maybe(CoherePlanMessage)
})

/**
 * A value of the codec `CoherePlanChange`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CoherePlanChange extends Fields<typeof coherePlanChange> {}

/**
 * The new part of the plan.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CoherePlanChange = /* @__PURE__ */ open<CoherePlanChange>('CoherePlanChange', coherePlanChange)

const cohereCallMessage = () => ({
  tool_calls: maybe(CohereToolCall)
})

/**
 * A value of the codec `CohereCallMessage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereCallMessage extends Fields<typeof cohereCallMessage> {}

/**
 * A call, or more of it: an object, although a complete answer has a list.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereCallMessage = /* @__PURE__ */ open<CohereCallMessage>('CohereCallMessage', cohereCallMessage)

const cohereCallChange = () => ({
  message: maybe(CohereCallMessage)
})

/**
 * A value of the codec `CohereCallChange`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereCallChange extends Fields<typeof cohereCallChange> {}

/**
 * The new part of a call.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereCallChange = /* @__PURE__ */ open<CohereCallChange>('CohereCallChange', cohereCallChange)

const cohereCitationMessage = () => ({
  citations: maybe(CohereCitation)
})

/**
 * A value of the codec `CohereCitationMessage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereCitationMessage extends Fields<typeof cohereCitationMessage> {}

/**
 * A citation: an object, although a complete answer has a list.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereCitationMessage = /* @__PURE__ */ open<CohereCitationMessage>(
  'CohereCitationMessage',
  cohereCitationMessage
)

const cohereCitationChange = () => ({
  message: maybe(CohereCitationMessage)
})

/**
 * A value of the codec `CohereCitationChange`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereCitationChange extends Fields<typeof cohereCitationChange> {}

/**
 * A new citation.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereCitationChange = /* @__PURE__ */ open<CohereCitationChange>(
  'CohereCitationChange',
  cohereCitationChange
)

const cohereEnd = () => ({
  finish_reason: maybe(spelled('COMPLETE', 'STOP_SEQUENCE', 'MAX_TOKENS', 'TOOL_CALL', 'ERROR', 'TIMEOUT')),
  usage: maybe(CohereUsage),
  error: maybe(t.string)
})

/**
 * A value of the codec `CohereEnd`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereEnd extends Fields<typeof cohereEnd> {}

/**
 * How the message ended.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereEnd = /* @__PURE__ */ open<CohereEnd>('CohereEnd', cohereEnd)
