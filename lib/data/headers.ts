/**
 * The headers of a response that are kept: request ids, times to wait, rate limits. All others may hold keys and addresses.
 *
 * Source: https://platform.openai.com/docs/guides/rate-limits, https://platform.claude.com/docs/en/api/rate-limits,
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 *
 * @since 0.1.0
 */
import type { Extra } from './extra.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * Headers that are kept, by their names in lower case; of a value at most 256 code units.
 *
 * @category model
 * @since 0.1.0
 */
export type KeptHeaders = Readonly<Record<string, string>>

/**
 * What a failure says of the response.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponseFacts {
  /** The id of the request, which the provider's support asks for: from the error, else from the headers. */
  readonly requestId?: string
  /** The response's request ids, times to wait and rate limits. */
  readonly headers?: KeptHeaders
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

// In the order in which they name a request to its provider's support.
const requestIds: ReadonlyArray<string> = [
  'x-request-id',
  'request-id',
  'x-amzn-requestid',
  'apim-request-id',
  'x-ms-request-id',
  'x-goog-request-id',
  'x-groq-request-id',
  'mistral-correlation-id',
  'x-ds-trace-id',
  'x-debug-trace-id',
  'nvcf-reqid',
  'x-litellm-call-id',
  'x-generation-id',
  'x-vercel-id',
  'x-correlation-id',
  'x-trace-id',
  'cf-ray'
]

const others: ReadonlyArray<string> = [
  'retry-after',
  'retry-after-ms',
  'ratelimit',
  'ratelimit-policy',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'x-ratelimit-limit-requests',
  'x-ratelimit-remaining-requests',
  'x-ratelimit-reset-requests',
  'x-ratelimit-limit-tokens',
  'x-ratelimit-remaining-tokens',
  'x-ratelimit-reset-tokens',
  // Cerebras
  'x-ratelimit-limit-requests-day',
  'x-ratelimit-remaining-requests-day',
  'x-ratelimit-reset-requests-day',
  'x-ratelimit-limit-tokens-minute',
  'x-ratelimit-remaining-tokens-minute',
  'x-ratelimit-reset-tokens-minute',
  'anthropic-ratelimit-requests-limit',
  'anthropic-ratelimit-requests-remaining',
  'anthropic-ratelimit-requests-reset',
  'anthropic-ratelimit-tokens-limit',
  'anthropic-ratelimit-tokens-remaining',
  'anthropic-ratelimit-tokens-reset',
  'anthropic-ratelimit-input-tokens-limit',
  'anthropic-ratelimit-input-tokens-remaining',
  'anthropic-ratelimit-input-tokens-reset',
  'anthropic-ratelimit-output-tokens-limit',
  'anthropic-ratelimit-output-tokens-remaining',
  'anthropic-ratelimit-output-tokens-reset'
]

const LONGEST_VALUE = 256

/**
 * The headers that are kept, of those that a function finds by name.
 *
 * @internal
 */
export const headersBy = (valueOf: (name: string) => unknown): KeptHeaders | undefined => {
  const kept: Record<string, string> = {}
  for (const name of [...requestIds, ...others]) {
    const value = valueOf(name)
    if (typeof value === 'string' && value !== '') kept[name] = value.slice(0, LONGEST_VALUE)
  }
  return Object.keys(kept).length === 0 ? undefined : kept
}

/**
 * What a failure says of the response, of fields among which are the headers that are kept: these, and the id of the request.
 *
 * @internal
 */
export const saidBy = (fields: Extra = {}): ResponseFacts => {
  const headers = headersBy((name) => fields[name])
  if (headers === undefined) return {}
  const requestId = requestIds.map((name) => headers[name]).find((id) => id !== undefined)
  return { ...(requestId === undefined ? {} : { requestId }), headers }
}
