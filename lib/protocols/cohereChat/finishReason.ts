import type { FinishReason } from '../../data/FinishReason.ts'
import { reasonIn } from '../../data/FinishReason.ts'

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

/**
 * Cohere's finish reasons as `FinishReason`. The last two are those of version 1, which some hosts still send.
 *
 * Source: https://docs.cohere.com/reference/chat
 *
 * @internal
 */
export const toFinishReason = (word: string): FinishReason => reasonIn(reasons, word)
