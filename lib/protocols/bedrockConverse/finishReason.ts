/**
 * Converse's stop reasons as `FinishReason`. After a malformed output or a malformed call the answer is not what the
 * model intended, so its last call must not run.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_MessageStopEvent.html
 *
 * @since 0.1.0
 */
import type { FinishReason } from '../../data/FinishReason.ts'
import { reasonIn } from '../../data/FinishReason.ts'
import { toFinishReason as commonReason } from '../openAIChat/finishReason.ts'

const reasons: Readonly<Record<string, FinishReason>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  tool_use: 'tool_call',
  guardrail_intervened: 'content_filter',
  content_filtered: 'content_filter'
}

/** @internal */
export const toFinishReason = (word: string): FinishReason => {
  const own = reasonIn(reasons, word)
  return own === 'other' ? commonReason(word) : own
}
