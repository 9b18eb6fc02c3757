/**
 * The reason why a choice ended, in the words of OpenTelemetry's GenAI conventions (singular `tool_call`). The provider's own
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
 * What a provider's word means; `other` where its words do not have it.
 *
 * @internal
 */
export const reasonIn = (reasons: Readonly<Record<string, FinishReason>>, word: string): FinishReason =>
  Object.hasOwn(reasons, word) ? (reasons[word] ?? 'other') : 'other'
