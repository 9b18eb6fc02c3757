import { errorStatus } from './errorStatus.ts'
import type { Failure, ProviderFailure } from './Failure.ts'

const seconds = (milliseconds: number): string => {
  const whole = Math.max(1, Math.ceil(milliseconds / 1000))
  return `${whole} second${whole === 1 ? '' : 's'}`
}

const ofStatus = (status: number | undefined, retryAfter: number | undefined): string => {
  const later = retryAfter === undefined || !Number.isFinite(retryAfter) ? 'later' : `in ${seconds(retryAfter)}`
  if (status === 401 || status === 403) return 'The provider did not accept the key, or the key may not use this model.'
  if (status === 402) return 'The account at the provider has no credit left.'
  if (status === 404) return 'The provider does not have this model or this address.'
  if (status === 413) return 'The conversation is too long for the provider.'
  if (status === 408) return `The provider took too long. Try again ${later}.`
  if (status === 429) return `Too many requests, or a quota is used up. Try again ${later}.`
  if (status !== undefined && status >= 400 && status < 500) return 'The provider did not accept the request.'
  return `The provider has a problem. Try again ${later}.`
}

const ofProvider = ({ status, code, retryAfter }: ProviderFailure): string =>
  ofStatus(errorStatus(status) ?? errorStatus(code), retryAfter)

/**
 * A failure in a sentence for the user of a program. It has no code, no position and no text of the provider, so it can be
 * shown to anyone; for a log, use `FailureShow`.
 *
 * @example
 * import { explain, foldBody, openRouter } from 'deltafold/core'
 *
 * const slowDown = foldBody(openRouter, '{"error":{"message":"slow down"}}', { status: 429, retryAfter: 2000 })
 * assert.deepStrictEqual(slowDown.failures.map(explain), ['Too many requests, or a quota is used up. Try again in 2 seconds.'])
 *
 * @category destructors
 * @since 0.1.0
 */
export const explain = (failure: Failure): string => {
  switch (failure._tag) {
    case 'ProviderFailure':
      return ofProvider(failure)
    case 'HttpFailure':
      return ofStatus(failure.status, failure.retryAfter)
    case 'TransportFailure':
      return 'The connection to the provider broke. Check the network, and try again.'
    case 'IdleTimeout':
      return 'The provider stopped sending. Try again.'
    case 'EndedEarly':
    case 'TruncatedFrame':
    case 'NoEvents':
      return 'The answer ended before it was complete. Try again.'
    case 'BadChecksum':
    case 'MalformedJson':
    case 'DecodeFailure':
      return 'A part of the answer could not be read.'
    case 'NotAStream':
      return 'The response is not an answer of this provider. Check the address.'
    case 'LineTooLong':
    case 'EventTooLarge':
    case 'DepthExceeded':
    case 'LimitExceeded':
      return 'The answer is larger than this program allows.'
    case 'Aborted':
      return 'The answer was stopped.'
  }
}
