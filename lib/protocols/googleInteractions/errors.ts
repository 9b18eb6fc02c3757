/**
 * The errors of Interactions: `{"error": {"code": "gateway_timeout", "message": "…"}}` as a body and in the event `error`;
 * the `errors` of an interaction that failed; and the `error` of a step. Some paths report the errors of Google's other
 * APIs, with a number as the code.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming, https://ai.google.dev/api/interactions-api
 *
 * @since 0.1.0
 */
import { field, fieldsOf, isNothing, listOf } from '../../codec/field.ts'
import { googleError } from '../googleGenerate/errors.ts'
import type { ProviderError } from '../Provider.ts'

const PREFIX = 'interaction.'

const ofStep = (step: unknown): ProviderError | undefined => {
  const error = field(step, 'error')
  return isNothing(error) || field(step, 'type') !== 'model_output' ? undefined : googleError({ error }, '')
}

const failed: ProviderError = { message: 'the interaction failed' }

// The errors of an interaction that was completed did not end it.
const completed: ReadonlyArray<unknown> = ['completed', 'requires_action']

const ofInteraction = (interaction: unknown): ProviderError | undefined => {
  const { status, errors, steps } = fieldsOf(interaction)
  const inSteps = listOf(steps).map(ofStep).find(Boolean)
  const [error] = listOf(errors)
  const found = completed.includes(status) ? undefined : googleError({ error }, '')
  return found ?? inSteps ?? (status === 'failed' ? failed : undefined)
}

/** @internal */
export const interactionsError = (json: unknown, event: string): ProviderError | undefined => {
  const { event_type: type, interaction, step, object } = fieldsOf(json)
  switch (type) {
    case 'step.delta':
    case 'step.stop':
      return undefined
    case 'step.start':
      return ofStep(step)
    case 'error':
      return googleError(json, 'error')
    case 'interaction.status_update':
      return ofInteraction(json)
    case 'interaction.failed':
      return ofInteraction({ ...fieldsOf(interaction), status: 'failed' })
  }
  if (typeof type === 'string' && type.startsWith(PREFIX)) return ofInteraction(interaction)
  return object === 'interaction' ? ofInteraction(json) : (googleError(json, event) ?? ofInteraction(json))
}
