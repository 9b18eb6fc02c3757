/**
 * The finish reasons of Gemini, as `FinishReason`. `STOP` also ends an answer with calls. A call of an undeclared
 * function is still complete. Older clients request numbers instead of names.
 *
 * Source: https://ai.google.dev/api/generate-content#FinishReason
 *
 * @since 0.1.0
 */
import type { FinishReason } from '../../data/FinishReason.ts'
import { reasonIn } from '../../data/FinishReason.ts'

const reasons: Readonly<Record<string, FinishReason>> = {
  STOP: 'stop',
  MAX_TOKENS: 'length',
  SAFETY: 'content_filter',
  RECITATION: 'content_filter',
  BLOCKLIST: 'content_filter',
  PROHIBITED_CONTENT: 'content_filter',
  SPII: 'content_filter',
  MODEL_ARMOR: 'content_filter',
  IMAGE_SAFETY: 'content_filter',
  IMAGE_PROHIBITED_CONTENT: 'content_filter',
  IMAGE_RECITATION: 'content_filter',
  MALFORMED_FUNCTION_CALL: 'error',
  UNEXPECTED_TOOL_CALL: 'tool_call',
  TOO_MANY_TOOL_CALLS: 'error',
  MISSING_THOUGHT_SIGNATURE: 'error',
  MALFORMED_RESPONSE: 'error',
  1: 'stop',
  2: 'length',
  3: 'content_filter',
  4: 'content_filter'
}

/** @internal */
export const toFinishReason = (word: string): FinishReason => reasonIn(reasons, word)

/**
 * Whether a finish reason ends the candidate.
 *
 * @internal
 */
export const isFinish = (word: string): boolean => word !== '' && word !== '0' && word !== 'FINISH_REASON_UNSPECIFIED'
