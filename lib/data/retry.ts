/**
 * Retries as pure values: nothing here waits.
 *
 * A request whose failure is temporary is sent again after a random time within a window that doubles with each retry (full
 * jitter). A rate limit and an overload hit all clients at once, so their retries are spread over at least `spread`
 * milliseconds, and never happen before the time that the provider asked for.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after,
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 *
 * @since 0.1.0
 */
import type { option as O } from 'fp-ts'

import { errorStatus } from './errorStatus.ts'
import type { Failure, ProviderFailure } from './Failure.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The waiting times of retries, in milliseconds.
 *
 * @category model
 * @since 0.1.0
 */
export interface RetryOptions {
  /** The window of the first retry. Default 1000. */
  readonly base?: number
  /**
   * The longest wait. Default: none; then a window is at most 60 000, and the provider's `retryAfter` counts up to
   * 600 000.
   */
  readonly cap?: number
  /** The least window after a rate limit or an overload, within `cap`. Default 25 000. */
  readonly spread?: number
}

/**
 * A retry: the number of retries before it, and a random number.
 *
 * @category model
 * @since 0.1.0
 */
export interface RetryAttempt extends RetryOptions {
  /** Retries before this one, from 0. */
  readonly attempt: number
  /** A number from 0 to 1, as `Math.random()` returns. */
  readonly random: number
}

// -------------------------------------------------------------------------------------
// refinements
// -------------------------------------------------------------------------------------

const isTransient = (status: number): boolean =>
  status === 408 || status === 409 || status === 425 || status === 429 || (status >= 500 && status !== 501)

const isOverload = (status: number): boolean => status === 429 || status === 503 || status === 529

// Words, without `_` and `-`, of errors that a retry does not fix, and words that report an overload.
const lasting =
  /quota|billing|credit|invalid|auth|permission|forbidden|denied|notfound|badrequest|validation|unprocessable|unsupported|unimplemented|contextlength|contextwindow|contentfilter|policy|safety|blocked|prohibited|toolarge/
const overloaded = /rate_limit|overloaded|throttling|exhausted|unavailable/

const wordsOf = ({ code, type }: ProviderFailure): string => `${code ?? ''} ${type ?? ''}`.toLowerCase()

const isLasting = (words: string): boolean => lasting.test(words.replaceAll('_', '').replaceAll('-', ''))

// Some gateways write the status as the code or the type, in digits.
const statusOf = ({ status, code, type }: ProviderFailure): number | undefined =>
  errorStatus(status) ?? errorStatus(code) ?? errorStatus(type)

const isMendable = (failure: ProviderFailure): boolean =>
  isTransient(statusOf(failure) ?? 500) && !isLasting(wordsOf(failure))

// An abort by the user, a body that was read already, and requests that cannot be sent: an invalid URL or argument.
const isFinal = (code: string): boolean =>
  ['AbortError', 'ABORT_ERR', 'BodyUsed'].includes(code) ||
  code.startsWith('ERR_INVALID_') ||
  code.startsWith('UND_ERR_INVALID_')

/**
 * Whether the same request may succeed when it is sent again. The second answer does not continue the first: retry only if
 * no text was shown yet, or if it can be removed. The failure to pass is the reason of the outcome,
 * `outcomeReason(outcome)`.
 *
 * It is `false` for an abort by the user (`Aborted`), for client errors (also where only the code or the type names the
 * status, as `"401"`), for a prompt or an answer that was blocked, and for a request that could not be sent or whose body
 * was read already.
 *
 * @example
 * import { foldBody, isRetryable, openRouter } from 'deltafold'
 *
 * const slowDown = foldBody(openRouter, '{"error":{"message":"slow down"}}', { status: 429 })
 * const noMoney = foldBody(openRouter, '{"error":{"message":"pay","code":"insufficient_quota"}}', { status: 429 })
 * const cut = foldBody(openRouter, 'data: {"choices":[{"delta":{"content":"Hel"}}]}\n\n')
 * assert.deepStrictEqual(slowDown.failures.map(isRetryable), [true])
 * assert.deepStrictEqual(noMoney.failures.map(isRetryable), [false])
 * assert.deepStrictEqual(cut.failures.map(isRetryable), [true])
 *
 * @category refinements
 * @since 0.1.0
 */
export const isRetryable = (failure: Failure): boolean => {
  switch (failure._tag) {
    case 'ProviderFailure':
      return isMendable(failure)
    case 'HttpFailure':
      return isTransient(failure.status)
    case 'TransportFailure':
      return !isFinal(failure.code ?? '')
    case 'EndedEarly':
    case 'IdleTimeout':
    case 'TruncatedFrame':
    case 'BadChecksum':
    case 'NoEvents':
      return true
    case 'Aborted':
    case 'LineTooLong':
    case 'EventTooLarge':
    case 'MalformedJson':
    case 'DepthExceeded':
    case 'DecodeFailure':
    case 'NotAStream':
    case 'LimitExceeded':
      return false
  }
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const LONGEST_WINDOW = 60_000
const LONGEST_ASKED = 600_000
// After as many doublings, a window is longer than any wait.
const LAST_DOUBLING = 64

const isOfMany = (failure: Failure): boolean =>
  (failure._tag === 'HttpFailure' && isOverload(failure.status)) ||
  (failure._tag === 'ProviderFailure' && (isOverload(failure.status ?? 0) || overloaded.test(wordsOf(failure))))

const askedFor = (failure: Failure): number => {
  const wait = 'retryAfter' in failure ? (failure.retryAfter ?? 0) : 0
  return wait > 0 ? Math.min(wait, Number.MAX_SAFE_INTEGER) : 0
}

/**
 * The milliseconds to wait before the next try; `none` if a retry cannot succeed.
 *
 * Law: a delay is at least the provider's `retryAfter`, as far as that counts, and at most `cap`.
 *
 * @example
 * import { option as O } from 'fp-ts'
 * import { foldBody, openRouter, retryDelay } from 'deltafold'
 *
 * const { failures } = foldBody(openRouter, '{"error":{"message":"slow down"}}', { status: 429, retryAfter: 2000 })
 * assert.deepStrictEqual(failures.map(retryDelay({ attempt: 0, random: 0.1 })), [O.some(4500)])
 * assert.deepStrictEqual(failures.map(retryDelay({ attempt: 0, random: 1, cap: 5000 })), [O.some(5000)])
 *
 * @category destructors
 * @since 0.1.0
 */
export const retryDelay =
  ({ attempt, random, base = 1000, cap, spread = 25_000 }: RetryAttempt) =>
  (failure: Failure): O.Option<number> => {
    if (!isRetryable(failure)) return { _tag: 'None' }
    const doubled = base * 2 ** Math.min(Math.max(attempt, 0), LAST_DOUBLING)
    const window = Math.min(Math.max(doubled, isOfMany(failure) ? spread : 0), cap ?? LONGEST_WINDOW)
    const least = Math.min(askedFor(failure), cap ?? LONGEST_ASKED)
    return { _tag: 'Some', value: least + random * Math.min(window, (cap ?? Infinity) - least) }
  }
