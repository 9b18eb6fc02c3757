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
import type { Failure, Position } from '../data/Failure.ts'
import { aborted } from '../data/Failure.ts'
import { field } from './field.ts'
import { codeOf, transportFailure } from './transportFailure.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

// `instanceof` would not know an error of another realm, or of another copy of this library.
const brand = 'deltafold'

/**
 * @category model
 * @since 0.1.0
 */
export interface FailureError extends Error {
  readonly failure: Failure
  /** Tells it apart from other errors. */
  readonly [brand]: true
}

// -------------------------------------------------------------------------------------
// refinements
// -------------------------------------------------------------------------------------

/**
 * Whether an error stands for a failure; also an error of another realm, or of another copy of this library.
 *
 * @example
 * import { failureError, isFailureError, transportFailure } from 'deltafold'
 *
 * const failure = transportFailure(undefined, { atByte: 0, atEvent: 0 })
 * assert.deepStrictEqual([failureError(failure), new Error('other')].map(isFailureError), [true, false])
 *
 * @category refinements
 * @since 0.1.0
 */
export const isFailureError = (u: unknown): u is FailureError =>
  field(u, brand) === true && typeof field(field(u, 'failure'), '_tag') === 'string'

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * The error that stands for a failure: it has its tag as name, its message, and the failure itself.
 *
 * @example
 * import { failureError, transportFailure } from 'deltafold'
 *
 * const failure = transportFailure({ code: 'ECONNRESET' }, { atByte: 0, atEvent: 0 })
 * assert.deepStrictEqual(failureError(failure).failure, failure)
 * assert.deepStrictEqual(failureError(failure).name, 'TransportFailure')
 *
 * @category constructors
 * @since 0.1.0
 */
export const failureError = (failure: Failure): FailureError =>
  Object.assign(new Error(failure.message), { name: failure._tag, failure, [brand]: true as const })

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

// The names that platforms give to it; some have a code of their own beside.
const isAbort = (error: unknown): boolean => field(error, 'name') === 'AbortError' || codeOf(error) === 'AbortError'

/**
 * The failure that an error of the source stands for: `Aborted` where the `signal` was aborted, with any reason, and for an
 * `AbortError`; the failure of a `FailureError`; else a `TransportFailure`. What does not come from the bytes stands where
 * the last event was.
 *
 * @internal
 */
export const failureOf = (
  error: unknown,
  { atByte, atEvent }: Position,
  signal?: { readonly aborted: boolean }
): Failure => {
  const at = { atByte, atEvent: Math.max(atEvent, 0) }
  if (signal?.aborted === true || isAbort(error)) return aborted(at)
  if (!isFailureError(error)) return transportFailure(error, at)
  return error.failure._tag === 'IdleTimeout' ? { ...error.failure, ...at } : error.failure
}
