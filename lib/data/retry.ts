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
import { isAbortCode } from './isAbortCode.ts'

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
  /quota|billing|credit|insufficientbalance|payment|arrear|invalid|auth|permission|forbidden|denied|expiredtoken|unrecognized|deactivated|suspended|notfound|notallowed|badrequest|validation|unprocessable|unsupported|notsupported|unimplemented|unknownmodel|decommissioned|failedprecondition|outofrange|alreadyexists|missing|toolong|maxlength|toolarge|contextlength|contextwindow|contentfilter|policy|safety|unsafe|blocked|prohibited|moderation|inspection|sensitive|guardrail|cancell?ed/
const overloaded = /ratelimit|toomanyrequests|overload|throttling|exhausted|unavailable/

const signs = /[^a-z0-9]/g

const wordsOf = ({ code, type }: ProviderFailure): string =>
  [code, type].map((word) => `${word ?? ''}`.toLowerCase().replace(signs, '')).join(' ')

// Some gateways write the status into the code or the type (`"401"`, `HTTP_401`).
const statusIn = (u: unknown): number | undefined =>
  errorStatus(typeof u === 'string' ? /(?:^|[^0-9])([45][0-9]{2})(?![0-9])/.exec(u)?.[1] : u)

const statusOf = ({ status, code, type }: ProviderFailure): number | undefined =>
  errorStatus(status) ?? statusIn(code) ?? statusIn(type)

const isMendable = (failure: ProviderFailure): boolean =>
  isTransient(statusOf(failure) ?? 500) && !lasting.test(wordsOf(failure))

// An abort by the user, a body that was read already, and requests that cannot be sent: an invalid URL or argument.
const isFinal = (code: string): boolean =>
  isAbortCode(code) ||
  code === 'BodyUsed' ||
  code === 'ERR_UNESCAPED_CHARACTERS' ||
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
  (failure._tag === 'ProviderFailure' && (isOverload(statusOf(failure) ?? 0) || overloaded.test(wordsOf(failure))))

// A number that is missing or `NaN`, such as a setting that is not there, counts as its default.
const orDefault = (value: number | undefined, otherwise: number): number =>
  value === undefined || Number.isNaN(value) ? otherwise : Math.max(value, 0)

const askedFor = (failure: Failure): number =>
  Math.min(orDefault('retryAfter' in failure ? failure.retryAfter : 0, 0), Number.MAX_SAFE_INTEGER)

/**
 * The milliseconds to wait before the next try; `none` if a retry cannot succeed.
 *
 * Law: a delay is a finite number, at least the provider's `retryAfter`, as far as that counts, and at most `cap`; also where an
 * option is `NaN`, which counts as its default, or negative, which counts as 0.
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
  ({ attempt, random, base, cap: given, spread }: RetryAttempt) =>
  (failure: Failure): O.Option<number> => {
    if (!isRetryable(failure)) return { _tag: 'None' }
    const cap = orDefault(given, Infinity)
    const doubled = orDefault(base, 1000) * 2 ** Math.min(orDefault(attempt, 0), LAST_DOUBLING)
    const longest = cap === Infinity ? LONGEST_WINDOW : cap
    const window = Math.min(Math.max(doubled, isOfMany(failure) ? orDefault(spread, 25_000) : 0), longest)
    const least = Math.min(askedFor(failure), cap === Infinity ? LONGEST_ASKED : cap)
    return { _tag: 'Some', value: least + Math.min(orDefault(random, 1), 1) * Math.min(window, cap - least) }
  }
