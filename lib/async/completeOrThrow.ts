import { failureError } from '../codec/FailureError.ts'
import { field } from '../codec/field.ts'
import { misuse } from '../codec/misuse.ts'
import { raise } from '../codec/raise.ts'
import { endedEarly } from '../data/Failure.ts'
import type { Complete, Outcome } from '../data/MessageState.ts'
import { outcomeReason } from '../data/MessageState.ts'

/**
 * Returns a `Complete` outcome, and throws for any other: for SDKs whose users expect a message or an error.
 *
 * - Input → output: an outcome → the same outcome.
 * - Fails: throws a `FailureError` with the reason why the answer is not complete, and a `TypeError` for another value
 *   than an outcome, such as a promise of one. The error does not hold the partial answer: keep the outcome if you need it.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { completeOrThrow, foldBody, isFailureError, openRouter } from 'deltafold/core'
 *
 * const whole = foldBody(openRouter, '{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}')
 * assert.deepStrictEqual(completeOrThrow(whole), whole)
 *
 * const cut = foldBody(openRouter, 'data: {"choices":[{"delta":{"content":"Hel"}}]}\n\n')
 * const thrown = E.tryCatch(() => completeOrThrow(cut), (error) => isFailureError(error) && error.failure._tag)
 * assert.deepStrictEqual(thrown, E.left('EndedEarly'))
 *
 * @category destructors
 * @since 0.1.0
 */
export const completeOrThrow = (outcome: Outcome): Complete => {
  if (!Array.isArray(field(outcome, 'failures'))) misuse('the outcome must be an Outcome', outcome)
  return outcome._tag === 'Complete'
    ? outcome
    : raise(failureError(outcomeReason(outcome) ?? endedEarly({ atByte: 0, atEvent: 0 })))
}
