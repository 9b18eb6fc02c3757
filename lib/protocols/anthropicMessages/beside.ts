import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf } from '../../codec/field.ts'
import type { BesideState, ExtraNames, ReadBeside } from '../beside.ts'
import { withChoiceExtra, withMessageExtra } from '../beside.ts'

const ofMessage: ExtraNames = {
  container: true,
  context_management: true,
  // Bedrock, at the end.
  'amazon-bedrock-guardrailAction': true,
  'amazon-bedrock-trace': true,
  'amazon-bedrock-invocationMetrics': ['invocationLatency', 'firstByteLatency']
}

const ofChoice: ExtraNames = { stop_sequence: true, stop_details: true }

/**
 * The fields beside the blocks of Anthropic Messages: the container that the next request reuses, the edits of the context,
 * and the details of the stop.
 *
 * Source: https://platform.claude.com/docs/en/api/messages,
 * https://platform.claude.com/docs/en/build-with-claude/context-editing
 *
 * @since 0.1.0
 *
 * @internal
 */
export const anthropicBeside: ReadBeside = (before, json, emit) => {
  if (field(json, 'type') === 'content_block_delta') return before
  const raw = asItCame(json)
  const { delta, message } = fieldsOf(raw)
  const read = (said: BesideState, fields: unknown): BesideState =>
    withChoiceExtra(withMessageExtra(said, fields, ofMessage, emit), 0, fields, ofChoice, emit)
  return [raw, message, delta].reduce(read, before)
}
