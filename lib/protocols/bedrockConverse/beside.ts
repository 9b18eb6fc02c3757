import { fieldsOf } from '../../codec/field.ts'
import type { BesideState, ExtraNames, ReadBeside } from '../beside.ts'
import { withMessageExtra } from '../beside.ts'

const names: ExtraNames = {
  additionalModelResponseFields: true,
  metrics: true,
  performanceConfig: true,
  serviceTier: true,
  trace: true
}

/**
 * The fields beside the blocks of Converse: the latency, the trace of a guardrail, the tier, and the model's own fields that
 * the request asked for.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html#API_runtime_Converse_ResponseSyntax
 *
 * @since 0.1.0
 *
 * @internal
 */
export const converseBeside: ReadBeside = (before, json, emit) => {
  const { contentBlockDelta, messageStop, metadata } = fieldsOf(json)
  if (contentBlockDelta !== undefined) return before
  const read = (said: BesideState, fields: unknown): BesideState => withMessageExtra(said, fields, names, emit)
  return [json, messageStop, metadata].reduce(read, before)
}
