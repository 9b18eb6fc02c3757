/**
 * The reason why a choice ended, named as in OpenTelemetry's GenAI conventions (singular `tool_call`). The provider's own
 * word is `rawFinishReason`.
 *
 * Source: https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/
 *
 * @category model
 * @since 0.1.0
 */
export type FinishReason = 'stop' | 'length' | 'content_filter' | 'tool_call' | 'error' | 'other'

/**
 * Whether the choice was cut before the model had ended it; `''` = the reason is not known.
 *
 * @category refinements
 * @since 0.1.0
 */
export const isCutShort = (reason: FinishReason | ''): boolean =>
  reason === 'length' || reason === 'content_filter' || reason === 'error'

/**
 * The finish reason for a provider's word; `other` for a word that is not in its table.
 *
 * @internal
 */
export const reasonIn = (reasons: Readonly<Record<string, FinishReason>>, word: string): FinishReason =>
  Object.hasOwn(reasons, word) ? (reasons[word] ?? 'other') : 'other'
