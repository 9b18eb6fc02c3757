/**
 * The head of a response, from the headers as any client has them.
 *
 * @since 0.1.0
 */
import { field, textOf } from '../codec/field.ts'
import { misuse } from '../codec/misuse.ts'
import type { Head } from '../data/Head.ts'
import { askedHeaders, keptHeaders } from '../data/headers.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The headers of a response: a `Headers`, or a plain record as clients of Node return it, with names in any case and lists
 * of values.
 *
 * @category model
 * @since 0.1.0
 */
export type HttpHeaders =
  { readonly get: (name: string) => unknown } | { readonly [name: string]: string | ReadonlyArray<string> | undefined }

/**
 * The part of a response that is read before its body; any compatible object works.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponseHead {
  readonly status: number
  readonly headers: HttpHeaders
}

/**
 * A `Head`, or a `Response` in its place: of its headers, only the content type, the time to wait, request ids and rate limits
 * are read.
 *
 * @category model
 * @since 0.1.0
 */
export interface HeadOptions extends Omit<Head, 'headers'> {
  readonly headers?: HttpHeaders
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const isNumber = (u: unknown): u is number => Number.isFinite(u)

const isReader = (headers: HttpHeaders): headers is { readonly get: (name: string) => unknown } =>
  typeof headers['get'] === 'function'

const isList = (headers: HttpHeaders): headers is HttpHeaders & Iterable<readonly [string, unknown]> =>
  typeof headers === 'object' && Symbol.iterator in headers

/** The value of a header, the first of several; `""` if it is missing. The name is in lower case. */
const headerOf = (headers: HttpHeaders, name: string): string => {
  const value = isReader(headers)
    ? headers.get(name)
    : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return textOf([value].flat()[0]).trim()
}

/** The names, in lower case, and the values of the headers; if they cannot be listed, only those in `askedHeaders`. */
const entriesOf = (headers: HttpHeaders): ReadonlyArray<readonly [string, string]> => {
  const listed: Iterable<readonly [string, unknown]> = isList(headers) ? headers : Object.entries(headers)
  const names =
    isReader(headers) && !isList(headers) ? askedHeaders : Array.from(listed, ([name]) => name.toLowerCase())
  return names.map((name) => [name, headerOf(headers, name)])
}

const isCount = (text: string): boolean => /^[0-9]{1,12}$/.test(text)

/** The milliseconds to wait, if the headers have them as a number. */
const countIn = (headers: HttpHeaders): number | undefined => {
  const milliseconds = headerOf(headers, 'retry-after-ms')
  const seconds = headerOf(headers, 'retry-after')
  return isCount(milliseconds) ? Number(milliseconds) : isCount(seconds) ? Number(seconds) * 1000 : undefined
}

/**
 * The fields of a head in some options, and no others: a `Response` has addresses and keys that must not enter a state. A date
 * to wait for needs a clock: only `headOf` reads it.
 *
 * @internal
 */
export const headIn = (options: HeadOptions): Head => {
  if (typeof options !== 'object') return misuse('options must be an object', options)
  const { status, contentType, retryAfter: given, headers: some } = options
  if (status !== undefined && !isNumber(status)) return misuse('the status of a response must be a number', status)
  const headers = some ?? {}
  const type = typeof contentType === 'string' ? contentType : headerOf(headers, 'content-type')
  const wait = isNumber(given) && given >= 0 ? given : countIn(headers)
  const kept = keptHeaders(entriesOf(headers))
  return {
    ...(status === undefined ? {} : { status }),
    ...(type === '' ? {} : { contentType: type }),
    ...(wait === undefined ? {} : { retryAfter: wait }),
    ...(kept === undefined ? {} : { headers: kept })
  }
}

// An HTTP date begins with the name of a day; `Date.parse` accepts many other texts.
const beginsWithDay = (text: string): boolean => /^[A-Za-z]{3,9},? /.test(text)

/**
 * The milliseconds to wait, from `retry-after-ms` or `Retry-After` (seconds, or a date), relative to `now`.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 *
 * @internal
 */
export const retryAfter = (headers: HttpHeaders, now: number): number | undefined => {
  const said = headerOf(headers, 'retry-after')
  const date = beginsWithDay(said) ? Date.parse(said) : NaN
  return countIn(headers) ?? (Number.isNaN(date) ? undefined : Math.max(date - now, 0))
}

/**
 * Throws a `TypeError` unless the value has the head of a response; a promise of one has none, for example.
 *
 * @internal
 */
export const checkHead = (response: unknown): void => {
  if (typeof field(response, 'status') !== 'number' || typeof field(response, 'headers') !== 'object')
    misuse('a response must be an object with a status and headers', response)
}

/**
 * The status, the content type, the time to wait, the request ids and the rate limits of a response, seen from `now`
 * (milliseconds, as `Date.now()` gives them).
 *
 * @example
 * import { headOf } from 'deltafold/core'
 *
 * const response = new Response('', { status: 429, headers: { 'retry-after': '2' } })
 * assert.deepStrictEqual(headOf(response, Date.now()).retryAfter, 2000)
 * assert.deepStrictEqual(headOf({ status: 429, headers: { 'Retry-After': ['2'] } }, Date.now()).retryAfter, 2000)
 *
 * @category destructors
 * @since 0.1.0
 */
export const headOf = (response: ResponseHead, now: number): Head => {
  checkHead(response)
  const { status, headers } = response
  const wait = retryAfter(headers, now)
  return headIn({ status, headers, ...(wait === undefined ? {} : { retryAfter: wait }) })
}
