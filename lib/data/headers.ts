/**
 * The headers of a response that are kept: request ids, times to wait, rate limits. Any other may contain keys or addresses.
 *
 * Source: https://platform.openai.com/docs/guides/rate-limits, https://platform.claude.com/docs/en/api/rate-limits,
 * https://inference-docs.cerebras.ai/support/rate-limits,
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 *
 * @since 0.1.0
 */
import type { Extra } from './extra.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The headers that are kept, by their names in lower case; at most 256 code units of each value.
 *
 * @category model
 * @since 0.1.0
 */
export type KeptHeaders = Readonly<Record<string, string>>

/**
 * The facts about the response that a failure carries.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponseFacts {
  /** The id of the request, which the provider's support asks for: from the error, otherwise from the headers. */
  readonly requestId?: string
  /** The response's request ids, times to wait and rate limits. */
  readonly headers?: KeptHeaders
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

// The first that is present becomes `requestId`.
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

const waits: ReadonlyArray<string> = ['retry-after', 'retry-after-ms']

// Providers add the unit and the period to the name: `x-ratelimit-remaining-tokens-minute`.
const limits: ReadonlyArray<string> = ['ratelimit', 'x-ratelimit', 'anthropic-ratelimit']

/**
 * The names of headers to look up if a response cannot list its headers: rate limits are not found then.
 *
 * @internal
 */
export const askedHeaders: ReadonlyArray<string> = [...requestIds, ...waits]

const LONGEST_VALUE = 256

// A time to wait begins with a digit, or is a date, which ends with `GMT`.
const isTime = (text: string): boolean => (text >= '0' && text < ':') || text.endsWith('GMT')

const isKept = (name: string, value: string): boolean =>
  waits.includes(name) ? isTime(value) : requestIds.includes(name) || limits.some((limit) => name.startsWith(limit))

/**
 * The headers to keep, from pairs of a name in lower case and a value.
 *
 * @internal
 */
export const keptHeaders = (all: Iterable<readonly [string, unknown]>): KeptHeaders | undefined => {
  const kept: Record<string, string> = {}
  for (const [name, value] of all) {
    if (typeof value === 'string' && value !== '' && isKept(name, value)) kept[name] = value.slice(0, LONGEST_VALUE)
  }
  return Object.keys(kept).length === 0 ? undefined : kept
}

/**
 * The facts about a response that a failure carries, from fields with the kept headers: the headers, and the request's id.
 *
 * @internal
 */
export const saidBy = (fields: Extra = {}): ResponseFacts => {
  const headers = keptHeaders(Object.entries(fields))
  if (headers === undefined) return {}
  const requestId = requestIds.map((name) => headers[name]).find((id) => id !== undefined)
  return { ...(requestId === undefined ? {} : { requestId }), headers }
}
