import { asItCame } from '../../codec/asItCame.ts'
import { field } from '../../codec/field.ts'
import type { ExtraNames, ReadBeside } from '../beside.ts'
import { withMessageExtra } from '../beside.ts'

/** @internal */
export const ofMessage: ExtraNames = {
  agent: true,
  service_tier: true,
  previous_interaction_id: true,
  environment_id: true,
  continuation_token: true,
  continuation_ids: true
}

/**
 * The fields beside the steps of an interaction: its agent and the environment of it, its tier, and the tokens from which
 * the next request continues. The interaction is the body itself, a field of an event, or the event.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @since 0.1.0
 *
 * @internal
 */
export const interactionsBeside: ReadBeside = (said, json, emit) => {
  if (field(json, 'delta') !== undefined) return said
  const raw = asItCame(json)
  return withMessageExtra(said, field(raw, 'interaction') ?? raw, ofMessage, emit)
}
