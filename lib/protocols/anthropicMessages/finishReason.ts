import type { FinishReason } from '../../data/FinishReason.ts'
import { reasonIn } from '../../data/FinishReason.ts'

const reasons: Readonly<Record<string, FinishReason>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  tool_use: 'tool_call',
  refusal: 'content_filter'
}

/**
 * Anthropic's stop reasons as `FinishReason`. `pause_turn` (a turn of server tools that goes on when it is sent back)
 * and `compaction` do not end an answer, and map to `other`.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons
 *
 * @internal
 */
export const toFinishReason = (word: string): FinishReason => reasonIn(reasons, word)
