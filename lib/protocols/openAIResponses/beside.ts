import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf } from '../../codec/field.ts'
import type { ExtraNames, ReadBeside } from '../beside.ts'
import { withMessageExtra } from '../beside.ts'

const names: ExtraNames = {
  service_tier: true,
  conversation: true,
  previous_response_id: true,
  background: true,
  moderation: true,
  context_management: true,
  // Azure
  content_filters: true,
  prompt_filter_results: true,
  latency_checkpoint: true,
  // Gateways, xAI
  provider: true,
  openrouter_metadata: true,
  tool_usage: true,
  usage_breakdown: true
}

/**
 * The fields beside the items of a response: its tier, its conversation, its filters. The response is the body itself, a field
 * of an event, or the event.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object,
 * https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-annotations
 *
 * @since 0.1.0
 *
 * @internal
 */
export const responsesBeside: ReadBeside = (said, json, emit) => {
  if (fieldsOf(json)['delta'] !== undefined) return said
  const raw = asItCame(json)
  return withMessageExtra(said, fieldsOf(raw)['response'] ?? raw, names, emit)
}
