import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, listOf } from '../../codec/field.ts'
import { sseFraming } from '../../machine/framing/frames.ts'
import { isInteractionsEvent } from '../marks.ts'
import type { Protocol } from '../Protocol.ts'
import type { Provider, ProviderDefaults, ProviderOptions } from '../Provider.ts'
import { makeProvider } from '../Provider.ts'
import type { Counts } from '../sizes.ts'
import { lengthOf, noCounts } from '../sizes.ts'
import { interactionsBeside } from './beside.ts'
import { interactionsBody } from './body.ts'
import { interactionsError } from './errors.ts'
import { interactionsAnswer, interactionsHeld, interactionsLost, interactionsMachine, isWhole } from './machine.ts'
import type { InteractionsFunctionResult, InteractionsInputStep } from './request.ts'
import { interactionsRequest } from './request.ts'
import type { InteractionsState } from './state.ts'
import { InteractionsChunk } from './wire/events.ts'
import type { InteractionsResponse } from './wire/response.ts'

/**
 * A provider of Google Interactions.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleInteractionsProvider extends Provider<
  InteractionsChunk,
  InteractionsResponse,
  InteractionsState,
  ReadonlyArray<InteractionsInputStep>,
  InteractionsFunctionResult,
  InteractionsInputStep
> {}

const interactionsCounts = (json: unknown): Counts => {
  const { steps, step, interaction } = fieldsOf(json)
  const all = [...listOf(steps), ...listOf(field(interaction, 'steps')), step]
  const parts = all.reduce<number>(
    (most, one) => Math.max(most, lengthOf(field(one, 'content'))),
    Math.max(lengthOf(steps), lengthOf(field(interaction, 'steps')))
  )
  return parts === 0 ? noCounts : { ...noCounts, parts }
}

const googleInteractions: Protocol<InteractionsChunk, InteractionsResponse, InteractionsState> = {
  name: 'google-interactions',
  version: 1,
  chunk: InteractionsChunk,
  response: interactionsBody,
  machine: interactionsMachine,
  lost: interactionsLost,
  held: interactionsHeld,
  beside: interactionsBeside,
  free: ['index', 'event_id', 'delta.text', 'delta.arguments', 'delta.signature', 'delta.content.text'],
  counts: interactionsCounts,
  knows: (wire) => isInteractionsEvent(asItCame(wire)),
  ended: ({ ended }) => ended,
  finished: ({ finish }) => finish !== '',
  answer: interactionsAnswer,
  isWhole
}

const defaults: ProviderDefaults<
  InteractionsChunk,
  InteractionsResponse,
  InteractionsState,
  ReadonlyArray<InteractionsInputStep>,
  InteractionsFunctionResult,
  InteractionsInputStep
> = {
  protocol: googleInteractions,
  framing: sseFraming,
  terminal: 'event',
  error: interactionsError,
  request: interactionsRequest
}

/**
 * A provider of Google Interactions, the protocol of Gemini's models and agents. By default it sends server-sent events and
 * ends with `interaction.completed`, whose status is the finish reason.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions, https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @example
 * import { foldBody, googleInteractionsProvider, messageText } from 'deltafold'
 *
 * const mine = googleInteractionsProvider({ name: 'mine', source: 'https://example.com/docs/interactions' })
 * const events = [
 *   { event_type: 'step.start', index: 0, step: { type: 'model_output' } },
 *   { event_type: 'step.delta', index: 0, delta: { type: 'text', text: 'Hi' } },
 *   { event_type: 'interaction.completed', interaction: { status: 'completed' } }
 * ]
 * const { _tag, message } = foldBody(mine, events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''))
 * assert.deepStrictEqual([_tag, messageText(message)], ['Complete', 'Hi'])
 *
 * @category constructors
 * @since 0.1.0
 */
export const googleInteractionsProvider = (options: ProviderOptions): GoogleInteractionsProvider =>
  makeProvider(defaults, options)
