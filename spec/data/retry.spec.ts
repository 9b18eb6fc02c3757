import fc from 'fast-check'
import { function as F, option as O } from 'fp-ts'

import { transportFailure } from '../../lib/codec/transportFailure.ts'
import type { Failure } from '../../lib/data/Failure.ts'
import { aborted, endedEarly, httpFailure, noEvents, truncatedFrame } from '../../lib/data/Failure.ts'
import { providerFailure } from '../../lib/data/providerFailure.ts'
import type { RetryAttempt } from '../../lib/data/retry.ts'
import { isRetryable, retryDelay } from '../../lib/data/retry.ts'
import { google } from '../../lib/providers/googleGenerate.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'

const { pipe } = F

const at = { atByte: 0, atEvent: 0 }

const provider = (said: object): Failure => providerFailure({ message: 'm', ...said }, at)

const blocked = (blockReason: string): Failure => {
  const [failure] = foldBody(google, JSON.stringify({ promptFeedback: { blockReason } })).failures
  return failure ?? noEvents(at)
}

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

const rateLimit = provider({ status: 429, retryAfter: 2000 })
const broken = transportFailure(undefined, at)

const mended: ReadonlyArray<readonly [string, Failure]> = [
  ['a rate limit', rateLimit],
  ['an overload', provider({ status: 529, type: 'overloaded_error' })],
  ['an overload inside the stream', provider({ type: 'overloaded_error' })],
  ['a server error inside the stream', provider({ code: 'server_error' })],
  ['a provider that went away', provider({ code: 502 })],
  ['a bad gateway', httpFailure(502, {}, at)],
  ['a timeout', httpFailure(408, {}, at)],
  ['a broken connection', broken],
  ['a body that was cut', truncatedFrame(3, at)],
  ['an empty body', noEvents(at)],
  ['silence', { _tag: 'IdleTimeout', message: '', milliseconds: 1, ...at }],
  ['a bad frame', { _tag: 'BadChecksum', message: '', ...at }],
  ['a body that ended early', endedEarly(at)],
  ['a connection that was refused', transportFailure({ cause: { code: 'ECONNREFUSED' } }, at)],
  ['a request that failed in a browser', transportFailure(new TypeError('Failed to fetch'), at)],
  ['a timeout of the platform', transportFailure(new DOMException('', 'TimeoutError'), at)],
  ...['429', '500', '502', '503', '529', '408'].flatMap((status) => [
    [`${status} as a code in digits`, provider({ code: status, type: 'None' })] as const,
    [`${status} as a type in digits`, provider({ type: status })] as const,
    [`${status} as a number`, provider({ code: Number(status) })] as const
  ]),
  ['an error whose code is no status', provider({ code: '1000' })],
  ['an error whose code is the status of a success', provider({ code: 200 })],
  ...[
    'load_balancer_error',
    'insufficient_system_resource',
    'DEADLINE_EXCEEDED',
    'INTERNAL',
    'HTTP_502',
    'error-503',
    'too_many_requests',
    'RateLimitError'
  ].flatMap((word) => [
    [`the code ${word}`, provider({ code: word })] as const,
    [`the type ${word}`, provider({ type: word })] as const
  ]),
  ['an exception of AWS that passes', provider({ type: 'ThrottlingException' })],
  ['a server of Google that is away', provider({ code: 503, type: 'UNAVAILABLE' })]
]

const lasting: ReadonlyArray<readonly [string, Failure]> = [
  ['an empty purse', provider({ status: 429, code: 'insufficient_quota' })],
  ['a wrong key', provider({ status: 401 })],
  ['a bad request', provider({ status: 400, type: 'invalid_request_error' })],
  ['a bad request inside the stream', provider({ type: 'invalid_request_error' })],
  ['a page that is not there', httpFailure(404, {}, at)],
  ['what is not implemented', httpFailure(501, {}, at)],
  ['a page', { _tag: 'NotAStream', message: '', ...at }],
  ['a bad chunk', { _tag: 'MalformedJson', message: '', length: 1, ...at }],
  ['a limit of ours', { _tag: 'LineTooLong', message: '', limit: 1, ...at }],
  ['the stop of the user', aborted(at)],
  ['the stop of the user as an error of the platform', transportFailure(new DOMException('', 'AbortError'), at)],
  ['the stop of the user as an error of Node', transportFailure({ name: 'AbortError', code: 'ABORT_ERR' }, at)],
  ...['ABORT_ERR', 'UND_ERR_ABORTED', 'ERR_CANCELED', 'CanceledError', 'APIUserAbortError'].map(
    (code) => [`the stop of the user, ${code}`, transportFailure({ code }, at)] as const
  ),
  ['a URL that is none', transportFailure({ cause: { code: 'ERR_INVALID_URL' } }, at)],
  ['an argument that is none', transportFailure({ code: 'ERR_INVALID_ARG_TYPE' }, at)],
  ['an argument of undici that is none', transportFailure({ cause: { code: 'UND_ERR_INVALID_ARG' } }, at)],
  ['a body that was read already', transportFailure({ name: 'BodyUsed' }, at)],
  ['a stream that is locked, in Node', transportFailure({ code: 'ERR_INVALID_STATE' }, at)],
  ...['400', '401', '403', '404', '413', '422', '451', '501'].flatMap((status) => [
    [`${status} as a code in digits`, provider({ code: status, type: 'None' })] as const,
    [`${status} as a type in digits`, provider({ type: status })] as const,
    [`${status} as a number`, provider({ code: Number(status) })] as const,
    [`${status} as a status`, provider({ status: Number(status) })] as const
  ]),
  ['a status that tells more than the code', provider({ status: 401, code: '500' })],
  ...[
    'content_filter',
    'ContentFilter',
    'content-filter',
    'content_policy_violation',
    'SAFETY',
    'PROHIBITED_CONTENT',
    'invalid_request_error',
    'InvalidArgument',
    'BadRequestError',
    'NotFoundError',
    'not_found_error',
    'authentication_error',
    'Unauthorized',
    'PERMISSION_DENIED',
    'AccessDeniedException',
    'ValidationException',
    'context_length_exceeded',
    'ContextWindowExceededError',
    'insufficient_quota',
    'Insufficient Balance',
    'payment_required',
    'Arrearage',
    'ExpiredTokenException',
    'UnrecognizedClientException',
    'account_deactivated',
    'Not Found',
    'Bad Request',
    'Method Not Allowed',
    'HTTP_401',
    'http-404',
    'FAILED_PRECONDITION',
    'OUT_OF_RANGE',
    'ALREADY_EXISTS',
    'model_not_supported',
    'unknown_model',
    'missing_required_parameter',
    'prompt_too_long',
    'string_above_max_length',
    'data_inspection_failed',
    'DataInspectionFailed',
    'content_moderation',
    'guardrail_violation',
    'user_cancelled'
  ].flatMap((word) => [
    [`the code ${word}`, provider({ code: word })] as const,
    [`the type ${word}`, provider({ type: word })] as const
  ]),
  ...[
    'SAFETY',
    'PROHIBITED_CONTENT',
    'BLOCKLIST',
    'IMAGE_SAFETY',
    'JAILBREAK',
    'MODEL_ARMOR',
    'OTHER',
    'A_NEW_WORD',
    ''
  ].map((blockReason) => [`a prompt that was blocked, ${blockReason}`, blocked(blockReason)] as const)
]

describe('isRetryable', () => {
  it.each(mended)('retries %s', (_name, failure) => {
    expect([isRetryable(failure), O.isSome(pipe(failure, retryDelay({ attempt: 0, random: 0.5 })))]).toEqual([
      true,
      true
    ])
  })

  it.each(lasting)('does not retry %s', (_name, failure) => {
    expect([isRetryable(failure), pipe(failure, retryDelay({ attempt: 0, random: 0.5 }))]).toEqual([false, O.none])
  })
})

const delayOf = (failure: Failure, options: RetryAttempt): number =>
  pipe(
    failure,
    retryDelay(options),
    O.getOrElse(() => NaN)
  )

const wait = fc.oneof(fc.nat(600_000), fc.constantFrom(-5, 0, 1e9, Infinity, NaN))

describe('retryDelay', () => {
  it('law: is finite, and never shorter than the time the provider asked for', () => {
    fc.assert(
      fc.property(wait, fc.nat(2000), random, (retryAfter, attempt, r) => {
        const delay = delayOf(provider({ status: 429, retryAfter }), { attempt, random: r })
        expect(Number.isFinite(delay) && delay >= 0 && delay <= 660_000).toBe(true)
        if (retryAfter >= 0 && retryAfter <= 600_000) expect(delay).toBeGreaterThanOrEqual(retryAfter)
      })
    )
  })

  it('law: never exceeds the cap, and within it is not shorter than the time the provider asked for', () => {
    const times = { base: fc.nat(100_000), cap: fc.nat(700_000), spread: fc.nat(100_000) }
    const options = fc.record({ attempt: fc.nat(2000), random: fc.double({ min: 0, max: 1, noNaN: true }), ...times })
    fc.assert(
      fc.property(fc.constantFrom(...mended), wait, options, ([, failure], retryAfter, attempt) => {
        const delay = delayOf({ ...failure, retryAfter } as Failure, attempt) // a field that any of them may have
        expect(delay).toBeLessThanOrEqual(attempt.cap)
        const isAsked = failure._tag === 'ProviderFailure' || failure._tag === 'HttpFailure'
        if (isAsked && retryAfter > 0) expect(delay).toBeGreaterThanOrEqual(Math.min(retryAfter, attempt.cap))
      }),
      { numRuns: 1000 }
    )
  })

  it('law: grows with the random number', () => {
    fc.assert(
      fc.property(fc.nat(20), random, random, fc.option(fc.nat(100_000), { nil: undefined }), (attempt, r, s, cap) => {
        const options = { attempt, ...(cap === undefined ? {} : { cap }) }
        const [less, more] = [Math.min(r, s), Math.max(r, s)].map((n) => delayOf(rateLimit, { ...options, random: n }))
        expect(less).toBeLessThanOrEqual(more ?? NaN)
      })
    )
  })

  it('doubles its window with each attempt, up to a minute', () => {
    const windows = [0, 1, 2, 5, 6, 60, 2000].map((attempt) => delayOf(broken, { attempt, random: 1 }))
    expect(windows).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000, 60_000])
  })

  it('doubles its window up to the cap, even above a minute', () => {
    const windows = [0, 2, 6, 7, 60].map((attempt) => delayOf(broken, { attempt, random: 1, cap: 100_000 }))
    expect(windows).toEqual([1000, 4000, 64_000, 100_000, 100_000])
  })

  it('starts at 0, so that the first retry need not wait', () => {
    expect(delayOf(broken, { attempt: 3, random: 0 })).toBe(0)
  })

  it('spreads retries after a failure of many clients by the given time', () => {
    expect(delayOf(rateLimit, { attempt: 0, random: 1 })).toBe(27_000)
    expect(delayOf(rateLimit, { attempt: 6, random: 1 })).toBe(62_000)
    expect(delayOf(rateLimit, { attempt: 0, random: 1, spread: 0, base: 500 })).toBe(2500)
    expect(delayOf(httpFailure(503, { retryAfter: 1000 }, at), { attempt: 0, random: 1 })).toBe(26_000)
    expect(delayOf(provider({ type: 'rate_limit_error' }), { attempt: 0, random: 1 })).toBe(25_000)
  })

  it.each(['429', 'HTTP_503', 'RateLimitError', 'rateLimitExceeded', 'TooManyRequests', 'Rate limit reached'])(
    'spreads retries after %s, as the code or the type',
    (word) => {
      const delays = [{ code: word }, { type: word }].map((said) => delayOf(provider(said), { attempt: 0, random: 1 }))
      expect(delays).toEqual([25_000, 25_000])
    }
  )

  it('law: is from 0 to the cap whatever the options are', () => {
    const odd = fc.oneof(fc.constantFrom(undefined, NaN, -1, 0, Infinity, 0.5), fc.nat(100_000))
    const options = fc.record({ attempt: odd, random: odd, base: odd, cap: odd, spread: odd })
    fc.assert(
      fc.property(fc.constantFrom(rateLimit, broken), options, (failure, some) => {
        const delay = delayOf(failure, some as RetryAttempt) // as settings that are not there arrive
        const { cap = NaN } = some
        const isCapped = Number.isFinite(cap)
        expect(delay >= 0 && delay <= (isCapped ? Math.max(cap, 0) : 660_000)).toBe(true)
      })
    )
  })

  it('spreads retries evenly, and no further than the cap', () => {
    const limited = provider({ status: 429 })
    expect(delayOf(limited, { attempt: 0, random: 1, cap: 5000 })).toBe(5000)
    expect(delayOf(limited, { attempt: 0, random: 0.5, cap: 5000 })).toBe(2500)
    expect(delayOf(rateLimit, { attempt: 0, random: 0.5, cap: 5000 })).toBe(3500)
    expect(delayOf(rateLimit, { attempt: 0, random: 1, cap: 1000 })).toBe(1000)
  })

  it('law: of 10,000 clients that are refused in the same second, none comes early and no second has more than 5 %', () => {
    // A linear congruential generator: the same clients in every run. https://en.wikipedia.org/wiki/Linear_congruential_generator
    let seed = 42
    const next = (): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return seed / 2 ** 32
    }
    for (const failure of [rateLimit, provider({ status: 429 }), provider({ status: 529, retryAfter: 60_000 })]) {
      for (const attempt of [0, 1, 5]) {
        const seconds = new Map<number, number>()
        const least = failure._tag === 'ProviderFailure' ? (failure.retryAfter ?? 0) : 0
        for (let client = 0; client < 10_000; client++) {
          const delay = delayOf(failure, { attempt, random: next() })
          expect(delay >= least).toBe(true)
          const second = Math.floor(delay / 1000)
          seconds.set(second, (seconds.get(second) ?? 0) + 1)
        }
        expect(Math.max(...seconds.values())).toBeLessThanOrEqual(500)
      }
    }
  })
})
