/**
 * The finish reasons of Gemini, as `FinishReason`, in any case: some gateways write them in small letters. `STOP` also ends an
 * answer with calls. A call of an undeclared function is still complete.
 *
 * Older clients request numbers instead of names. AI Studio and Vertex AI number differently from 6 on; 9 and 10 are a
 * malformed call of one of them and a filter of the other, and cut the answer short in both.
 *
 * Source: https://ai.google.dev/api/generate-content#FinishReason,
 * https://cloud.google.com/vertex-ai/generative-ai/docs/reference/rest/v1/GenerateContentResponse#FinishReason
 *
 * @since 0.1.0
 */
import type { FinishReason } from '../../data/FinishReason.ts'
import { reasonIn } from '../../data/FinishReason.ts'
import { toFinishReason as commonReason } from '../openAIChat/finishReason.ts'

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
  1: 'stop',
  2: 'length',
  3: 'content_filter',
  4: 'content_filter',
  7: 'content_filter',
  8: 'content_filter',
  9: 'error',
  10: 'error'
}

/** @internal */
export const toFinishReason = (word: string): FinishReason => {
  const own = reasonIn(reasons, word.toUpperCase())
  return own === 'other' ? commonReason(word) : own
}

/**
 * Whether a word of an enumeration is one, and not its default.
 *
 * @internal
 */
export const isSaid = (word: string): boolean =>
  word !== '' && word !== '0' && !word.toUpperCase().endsWith('_UNSPECIFIED')
