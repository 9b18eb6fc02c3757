import type { Failure, Position } from '../data/Failure.ts'
import { aborted } from '../data/Failure.ts'
import { isAbortCode } from '../data/isAbortCode.ts'
import { field } from './field.ts'
import { transportFailure } from './transportFailure.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

// `instanceof` does not recognise an error of another realm, or of another copy of this library.
const brand = 'deltafold'

/**
 * An `Error` that carries a failure, for the error channel of an Observable or a rejected promise.
 *
 * @category model
 * @since 0.1.0
 */
export interface FailureError extends Error {
  readonly failure: Failure
  /** Distinguishes it from other errors. */
  readonly [brand]: true
}

// -------------------------------------------------------------------------------------
// refinements
// -------------------------------------------------------------------------------------

/**
 * Whether an error carries a failure; also recognises an error of another realm, or of another copy of this library.
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
 * The error that carries a failure. Its `name` is the tag of the failure, its `message` that of the failure.
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

// Platforms use a name; some also set a code, and some wrap the error into another.
const isAbort = (error: unknown): boolean =>
  [error, field(error, 'cause')].some((one) => isAbortCode(field(one, 'name')) || isAbortCode(field(one, 'code')))

/**
 * The failure for an error of the source: `Aborted` if the `signal` was aborted, with any reason, and for an
 * error by which a client reports an abort, such as `AbortError`; the failure of a `FailureError`; otherwise a `TransportFailure`. A failure that does not come from the
 * bytes has the position of the last event.
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
