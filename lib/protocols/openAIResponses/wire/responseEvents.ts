/**
 * The events of the whole response.
 *
 * @since 0.1.0
 */
import { numeric } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { ResponsesSnapshot } from './snapshot.ts'

const responsesQueued = () => ({
  type: kind('response.queued'),
  response: ResponsesSnapshot,
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesQueued`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesQueued extends Fields<typeof responsesQueued> {}

/**
 * The response waits.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesQueued = /* @__PURE__ */ open<ResponsesQueued>('ResponsesQueued', responsesQueued)

const responsesCreated = () => ({
  type: kind('response.created'),
  response: ResponsesSnapshot,
  /** The number of the event, from 0. */
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesCreated`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCreated extends Fields<typeof responsesCreated> {}

/**
 * The response begins.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCreated = /* @__PURE__ */ open<ResponsesCreated>('ResponsesCreated', responsesCreated)

const responsesInProgress = () => ({
  type: kind('response.in_progress'),
  response: ResponsesSnapshot,
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesInProgress`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesInProgress extends Fields<typeof responsesInProgress> {}

/**
 * The response is being made.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesInProgress = /* @__PURE__ */ open<ResponsesInProgress>('ResponsesInProgress', responsesInProgress)

const responsesCompleted = () => ({
  type: kind('response.completed'),
  response: ResponsesSnapshot,
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesCompleted`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCompleted extends Fields<typeof responsesCompleted> {}

/**
 * The response ends.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCompleted = /* @__PURE__ */ open<ResponsesCompleted>('ResponsesCompleted', responsesCompleted)

const responsesIncomplete = () => ({
  type: kind('response.incomplete'),
  response: ResponsesSnapshot,
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesIncomplete`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesIncomplete extends Fields<typeof responsesIncomplete> {}

/**
 * The response ends before the model ended it.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesIncomplete = /* @__PURE__ */ open<ResponsesIncomplete>('ResponsesIncomplete', responsesIncomplete)

const responsesFailed = () => ({
  type: kind('response.failed'),
  response: ResponsesSnapshot,
  sequence_number: maybe(numeric)
})

/**
 * A value of the codec `ResponsesFailed`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesFailed extends Fields<typeof responsesFailed> {}

/**
 * The response ends with an error.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesFailed = /* @__PURE__ */ open<ResponsesFailed>('ResponsesFailed', responsesFailed)
