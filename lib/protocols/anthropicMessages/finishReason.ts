/**
 * Anthropic's stop reasons as `FinishReason`. `pause_turn` (a turn of server tools that goes on when it is sent back)
 * and `compaction` do not end an answer, and map to `other`.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons
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
  refusal: 'content_filter'
}

/** @internal */
export const toFinishReason = (word: string): FinishReason => {
  const own = reasonIn(reasons, word)
  return own === 'other' ? commonReason(word) : own
}
