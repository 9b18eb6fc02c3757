/**
 * The events of calls and citations, and the end of a stream.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { CohereCallChange, CohereCitationChange, CohereEnd } from './changes.ts'

const cohereToolCallStart = () => ({
  type: kind('tool-call-start'),
  index: maybe(numeric),
  delta: maybe(CohereCallChange)
})

/**
 * A value of the codec `CohereToolCallStart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereToolCallStart extends Fields<typeof cohereToolCallStart> {}

/**
 * A call begins.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereToolCallStart = /* @__PURE__ */ open<CohereToolCallStart>('CohereToolCallStart', cohereToolCallStart)

const cohereToolCallDelta = () => ({
  type: kind('tool-call-delta'),
  index: maybe(numeric),
  delta: maybe(CohereCallChange)
})

/**
 * A value of the codec `CohereToolCallDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereToolCallDelta extends Fields<typeof cohereToolCallDelta> {}

/**
 * More of the arguments of a call.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereToolCallDelta = /* @__PURE__ */ open<CohereToolCallDelta>('CohereToolCallDelta', cohereToolCallDelta)

const cohereToolCallEnd = () => ({
  type: kind('tool-call-end'),
  index: maybe(numeric)
})

/**
 * A value of the codec `CohereToolCallEnd`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereToolCallEnd extends Fields<typeof cohereToolCallEnd> {}

/**
 * A call ends.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereToolCallEnd = /* @__PURE__ */ open<CohereToolCallEnd>('CohereToolCallEnd', cohereToolCallEnd)

const cohereCitationStart = () => ({
  type: kind('citation-start'),
  index: maybe(numeric),
  delta: maybe(CohereCitationChange)
})

/**
 * A value of the codec `CohereCitationStart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereCitationStart extends Fields<typeof cohereCitationStart> {}

/**
 * A citation.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereCitationStart = /* @__PURE__ */ open<CohereCitationStart>('CohereCitationStart', cohereCitationStart)

const cohereCitationEnd = () => ({
  type: kind('citation-end'),
  index: maybe(numeric)
})

/**
 * A value of the codec `CohereCitationEnd`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereCitationEnd extends Fields<typeof cohereCitationEnd> {}

/**
 * A citation ends.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereCitationEnd = /* @__PURE__ */ open<CohereCitationEnd>('CohereCitationEnd', cohereCitationEnd)

const cohereMessageEnd = () => ({
  type: kind('message-end'),
  id: maybe(t.string),
  delta: maybe(CohereEnd)
})

/**
 * A value of the codec `CohereMessageEnd`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereMessageEnd extends Fields<typeof cohereMessageEnd> {}

/**
 * The message ends.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereMessageEnd = /* @__PURE__ */ open<CohereMessageEnd>('CohereMessageEnd', cohereMessageEnd)

const cohereDebug = () => ({
  type: kind('debug'),
  prompt: maybe(t.string)
})

/**
 * A value of the codec `CohereDebug`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereDebug extends Fields<typeof cohereDebug> {}

/**
 * The prompt, if the request asks for it.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereDebug = /* @__PURE__ */ open<CohereDebug>('CohereDebug', cohereDebug)
