/**
 * The events of a stream.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { CohereContentChange, CoherePlanChange, CohereStartDelta } from './changes.ts'
import {
  CohereCitationEnd,
  CohereCitationStart,
  CohereDebug,
  CohereMessageEnd,
  CohereToolCallDelta,
  CohereToolCallEnd,
  CohereToolCallStart
} from './laterEvents.ts'
import { CohereLogprobs } from './message.ts'

const cohereMessageStart = () => ({
  type: kind('message-start'),
  id: maybe(t.string),
  delta: maybe(CohereStartDelta)
})

/**
 * A value of the codec `CohereMessageStart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereMessageStart extends Fields<typeof cohereMessageStart> {}

/**
 * The message begins.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereMessageStart = /* @__PURE__ */ open<CohereMessageStart>('CohereMessageStart', cohereMessageStart)

const cohereContentStart = () => ({
  type: kind('content-start'),
  /** Contents, calls and citations are numbered separately. */
  index: maybe(numeric),
  delta: maybe(CohereContentChange)
})

/**
 * A value of the codec `CohereContentStart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereContentStart extends Fields<typeof cohereContentStart> {}

/**
 * A content begins.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereContentStart = /* @__PURE__ */ open<CohereContentStart>('CohereContentStart', cohereContentStart)

const cohereContentDelta = () => ({
  type: kind('content-delta'),
  index: maybe(numeric),
  delta: maybe(CohereContentChange),
  logprobs: maybe(CohereLogprobs)
})

/**
 * A value of the codec `CohereContentDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereContentDelta extends Fields<typeof cohereContentDelta> {}

/**
 * More of a content.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereContentDelta = /* @__PURE__ */ open<CohereContentDelta>('CohereContentDelta', cohereContentDelta)

const cohereContentEnd = () => ({
  type: kind('content-end'),
  index: maybe(numeric)
})

/**
 * A value of the codec `CohereContentEnd`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereContentEnd extends Fields<typeof cohereContentEnd> {}

/**
 * A content ends.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereContentEnd = /* @__PURE__ */ open<CohereContentEnd>('CohereContentEnd', cohereContentEnd)

const cohereToolPlanDelta = () => ({
  type: kind('tool-plan-delta'),
  delta: maybe(CoherePlanChange)
})

/**
 * A value of the codec `CohereToolPlanDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereToolPlanDelta extends Fields<typeof cohereToolPlanDelta> {}

/**
 * More of the plan that a model writes before it calls tools.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereToolPlanDelta = /* @__PURE__ */ open<CohereToolPlanDelta>('CohereToolPlanDelta', cohereToolPlanDelta)

/**
 * A value of the codec `CohereChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export type CohereChunk =
  | CohereMessageStart
  | CohereContentStart
  | CohereContentDelta
  | CohereContentEnd
  | CohereToolPlanDelta
  | CohereToolCallStart
  | CohereToolCallDelta
  | CohereToolCallEnd
  | CohereCitationStart
  | CohereCitationEnd
  | CohereMessageEnd
  | CohereDebug
  | Other

/**
 * One event of a stream; its `type` determines its fields. One of an unknown kind is an `Other`.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereChunk = /* @__PURE__ */ tagged<CohereChunk>('CohereChunk', () => ({
  'message-start': CohereMessageStart,
  'content-start': CohereContentStart,
  'content-delta': CohereContentDelta,
  'content-end': CohereContentEnd,
  'tool-plan-delta': CohereToolPlanDelta,
  'tool-call-start': CohereToolCallStart,
  'tool-call-delta': CohereToolCallDelta,
  'tool-call-end': CohereToolCallEnd,
  'citation-start': CohereCitationStart,
  'citation-end': CohereCitationEnd,
  'message-end': CohereMessageEnd,
  debug: CohereDebug
}))
