import { explain } from './explain.ts'
import type { MessageState } from './MessageState.ts'
import { isAborted, isOutcome, outcomeReason } from './MessageState.ts'
import { isRetryable } from './retry.ts'

/**
 * The status of an answer for a view.
 *
 * @category model
 * @since 0.1.0
 */
export interface ViewStatus {
  readonly status: 'streaming' | 'complete' | 'stopped' | 'truncated' | 'failed'
  /** The reason in a sentence, if the answer is truncated or failed. */
  readonly notice?: string
  /** Whether a button to try again is useful. */
  readonly retryable: boolean
}

/**
 * The status of an answer for a view: an answer that the user stopped is `stopped`, which is no error.
 *
 * @example
 * import { foldBody, openRouter, viewStatus } from 'deltafold/core'
 *
 * const cut = foldBody(openRouter, 'data: {"choices":[{"delta":{"content":"Hel"}}]}\n\n')
 * assert.deepStrictEqual(viewStatus(cut), {
 *   status: 'truncated',
 *   notice: 'The answer ended before it was complete. Try again.',
 *   retryable: true
 * })
 *
 * @category destructors
 * @since 0.1.0
 */
export const viewStatus = (state: MessageState): ViewStatus => {
  if (!isOutcome(state)) return { status: 'streaming', retryable: false }
  const reason = outcomeReason(state)
  if (reason === undefined) return { status: 'complete', retryable: false }
  if (isAborted(state)) return { status: 'stopped', retryable: false }
  return {
    status: state._tag === 'Failed' ? 'failed' : 'truncated',
    notice: explain(reason),
    retryable: isRetryable(reason)
  }
}
