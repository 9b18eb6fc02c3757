/**
 * The status of an interaction, of which the final ones are its finish reasons.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @since 0.1.0
 */
import type { FinishReason } from '../../data/FinishReason.ts'

const reasons: Readonly<Record<string, FinishReason>> = {
  completed: 'stop',
  requires_action: 'tool_call',
  incomplete: 'length',
  budget_exceeded: 'length',
  requires_continuation: 'other',
  failed: 'error'
}

// The answer may still come, or never will.
const unfinished: ReadonlyArray<string> = ['', 'in_progress', 'queued', 'cancelled']

/**
 * Whether an interaction with this status has ended. One that was cancelled has no end.
 *
 * @internal
 */
export const isFinal = (status: string): boolean => !unfinished.includes(status)

/**
 * Whether this word is a final status.
 *
 * @internal
 */
export const isFinalWord = (word: string): boolean => Object.hasOwn(reasons, word)

/**
 * The finish reason for a status. A completed interaction may have calls that the client answers.
 *
 * @internal
 */
export const toFinishReason =
  (hasCall: boolean) =>
  (status: string): FinishReason => {
    const reason = Object.hasOwn(reasons, status) ? (reasons[status] ?? 'other') : 'other'
    return reason === 'stop' && hasCall ? 'tool_call' : reason
  }
