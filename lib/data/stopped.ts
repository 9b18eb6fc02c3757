import { aborted } from './Failure.ts'
import type { MessageState, Outcome } from './MessageState.ts'
import { isOutcome, settle } from './MessageState.ts'

/**
 * The outcome of an answer that the user stopped: after unsubscription there is none, so keep the last state and pass it
 * here. A state that is an outcome is returned unchanged.
 *
 * Law: `stopped(stopped(s)) = stopped(s)`; no call in it is `Open`; `isAborted(stopped(s))` unless `s` is an outcome.
 *
 * @example
 * import { emptyMessage, isAborted, stopped } from 'deltafold/core'
 *
 * const outcome = stopped({ _tag: 'Streaming', message: emptyMessage, failures: [], repairs: [] })
 * assert.deepStrictEqual([outcome._tag, isAborted(outcome)], ['Truncated', true])
 *
 * @category combinators
 * @since 0.1.0
 */
export const stopped = (state: MessageState): Outcome =>
  isOutcome(state)
    ? state
    : {
        ...state,
        _tag: 'Truncated',
        message: settle(state.message),
        failures: [...state.failures, aborted({ atByte: 0, atEvent: 0 })]
      }
