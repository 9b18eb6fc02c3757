/**
 * ```ts
 * type FailureError = Error & { readonly failure: Failure }
 * ```
 *
 * A failure dressed as an `Error`, for places that know no other way of failing: an Observable's error channel, a rejected
 * promise.
 *
 * @since 0.1.0
 */
import type { Failure, Position } from './Failure.ts'
import { transportFailure } from './Failure.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * @category model
 * @since 0.1.0
 */
export interface FailureError extends Error {
  readonly failure: Failure
}

// -------------------------------------------------------------------------------------
// refinements
// -------------------------------------------------------------------------------------

/**
 * @category refinements
 * @since 0.1.0
 */
export const isFailureError = (u: unknown): u is FailureError => {
  // `instanceof` would not know an error of another realm.
  if (typeof u !== 'object' || u === null || !('failure' in u)) return false
  const { failure } = u
  return typeof failure === 'object' && failure !== null && '_tag' in failure
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * @category constructors
 * @since 0.1.0
 */
export const failureError = (failure: Failure): FailureError =>
  Object.assign(new Error(failure.message), { name: failure._tag, failure })

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The failure that an error stands for.
 *
 * @internal
 */
export const failureOf = (error: unknown, position: Position): Failure =>
  isFailureError(error) ? error.failure : transportFailure(error, position)
