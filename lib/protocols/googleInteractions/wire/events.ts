/**
 * The events of a stream.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric, textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { tagged } from '../../../codec/tagged.ts'
import { InteractionsDelta } from './deltas.ts'
import { InteractionsErrorEvent } from './error.ts'
import type { InteractionsOther } from './InteractionsOther.ts'
import { InteractionsSnapshot } from './snapshot.ts'
import { status } from './status.ts'
import { InteractionsStep } from './steps.ts'
import { InteractionsUsage } from './usage.ts'

const completed = () => ({
  event_type: kind('interaction.completed'),
  /** The stream can be resumed after this event. */
  event_id: maybe(t.string),
  /** Without steps. */
  interaction: maybe(InteractionsSnapshot)
})

/**
 * A value of the codec `InteractionsCompleted`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsCompleted extends Fields<typeof completed> {}

/**
 * The end of the stream, with the final status and usage.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsCompleted = /* @__PURE__ */ open<InteractionsCompleted>('InteractionsCompleted', completed)

const created = () => ({
  event_type: kind('interaction.created'),
  /** The stream can be resumed after this event. */
  event_id: maybe(t.string),
  interaction: maybe(InteractionsSnapshot)
})

/**
 * A value of the codec `InteractionsCreated`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsCreated extends Fields<typeof created> {}

/**
 * The interaction begins.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsCreated = /* @__PURE__ */ open<InteractionsCreated>('InteractionsCreated', created)

const statusUpdate = () => ({
  event_type: kind('interaction.status_update'),
  /** The next request continues from here. */
  continuation_token: maybe(t.string),
  /** The stream can be resumed after this event. */
  event_id: maybe(t.string),
  interaction_id: maybe(textual),
  status: status(),
  usage: maybe(InteractionsUsage)
})

/**
 * A value of the codec `InteractionsStatusUpdate`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsStatusUpdate extends Fields<typeof statusUpdate> {}

/**
 * The status has changed.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsStatusUpdate = /* @__PURE__ */ open<InteractionsStatusUpdate>(
  'InteractionsStatusUpdate',
  statusUpdate
)

const stepDeltaMetadata = () => ({
  total_usage: maybe(InteractionsUsage)
})

/**
 * A value of the codec `InteractionsStepDeltaMetadata`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsStepDeltaMetadata extends Fields<typeof stepDeltaMetadata> {}

/**
 * The usage so far.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsStepDeltaMetadata = /* @__PURE__ */ open<InteractionsStepDeltaMetadata>(
  'InteractionsStepDeltaMetadata',
  stepDeltaMetadata
)

const stepDelta = () => ({
  event_type: kind('step.delta'),
  delta: InteractionsDelta,
  /** The stream can be resumed after this event. */
  event_id: maybe(t.string),
  /** The place of the step among the steps, from 0. */
  index: maybe(numeric),
  metadata: maybe(InteractionsStepDeltaMetadata)
})

/**
 * A value of the codec `InteractionsStepDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsStepDelta extends Fields<typeof stepDelta> {}

/**
 * More of a step.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsStepDelta = /* @__PURE__ */ open<InteractionsStepDelta>('InteractionsStepDelta', stepDelta)

const stepStart = () => ({
  event_type: kind('step.start'),
  /** The stream can be resumed after this event. */
  event_id: maybe(t.string),
  /** The place of the step among the steps, from 0. */
  index: maybe(numeric),
  step: InteractionsStep
})

/**
 * A value of the codec `InteractionsStepStart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsStepStart extends Fields<typeof stepStart> {}

/**
 * A step begins, mostly without its content.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsStepStart = /* @__PURE__ */ open<InteractionsStepStart>('InteractionsStepStart', stepStart)

const stepStop = () => ({
  event_type: kind('step.stop'),
  /** The stream can be resumed after this event. */
  event_id: maybe(t.string),
  /** The place of the step among the steps, from 0. */
  index: maybe(numeric),
  /** The usage of this step. */
  step_usage: maybe(InteractionsUsage),
  /** The usage so far. */
  usage: maybe(InteractionsUsage)
})

/**
 * A value of the codec `InteractionsStepStop`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsStepStop extends Fields<typeof stepStop> {}

/**
 * A step ends.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsStepStop = /* @__PURE__ */ open<InteractionsStepStop>('InteractionsStepStop', stepStop)

/**
 * A value of the codec `InteractionsChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export type InteractionsChunk =
  | InteractionsErrorEvent
  | InteractionsCompleted
  | InteractionsCreated
  | InteractionsStatusUpdate
  | InteractionsStepDelta
  | InteractionsStepStart
  | InteractionsStepStop
  | InteractionsOther

/**
 * One event of a stream. One of an unknown kind is an `InteractionsOther`.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsChunk = /* @__PURE__ */ tagged<InteractionsChunk, 'event_type'>(
  'InteractionsChunk',
  () => ({
    error: InteractionsErrorEvent,
    'interaction.completed': InteractionsCompleted,
    'interaction.created': InteractionsCreated,
    'interaction.status_update': InteractionsStatusUpdate,
    'step.delta': InteractionsStepDelta,
    'step.start': InteractionsStepStart,
    'step.stop': InteractionsStepStop
  }),
  'event_type'
)
