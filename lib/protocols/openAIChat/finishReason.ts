/**
 * The finish reasons of OpenAI-chat speakers, in our words.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object#chat/object-choices
 *
 * @since 0.1.0
 */
import type { FinishReason } from '../../data/FinishReason.ts'
import { reasonIn } from '../../data/FinishReason.ts'

const reasons: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  eos: 'stop',
  end_turn: 'stop',
  stop_sequence: 'stop',
  completed: 'stop',
  length: 'length',
  max_tokens: 'length',
  model_length: 'length',
  content_filter: 'content_filter',
  safety: 'content_filter',
  refusal: 'content_filter',
  tool_calls: 'tool_call',
  tool_call: 'tool_call',
  tool_use: 'tool_call',
  function_call: 'tool_call',
  error: 'error'
}

/** @internal */
export const toFinishReason = (word: string): FinishReason => reasonIn(reasons, word.toLowerCase())
