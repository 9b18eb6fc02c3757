/**
 * Cohere's finish reasons as `FinishReason`. The last two are those of version 1, which some hosts still send; `USER_CANCEL` is one of them, too.
 *
 * Source: https://docs.cohere.com/reference/chat
 *
 * @since 0.1.0
 */
import type { FinishReason } from '../../data/FinishReason.ts'
import { reasonIn } from '../../data/FinishReason.ts'
import { toFinishReason as commonReason } from '../openAIChat/finishReason.ts'

const reasons: Readonly<Record<string, FinishReason>> = {
  COMPLETE: 'stop',
  STOP_SEQUENCE: 'stop',
  MAX_TOKENS: 'length',
  TOOL_CALL: 'tool_call',
  ERROR: 'error',
  TIMEOUT: 'error',
  ERROR_LIMIT: 'length',
  ERROR_TOXIC: 'content_filter'
}

/** @internal */
export const toFinishReason = (word: string): FinishReason => {
  const own = reasonIn(reasons, word)
  return own === 'other' ? commonReason(word) : own
}
