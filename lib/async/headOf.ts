/**
 * What a response says before its body.
 *
 * @since 0.1.0
 */
import type { Head } from '../data/Head.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * What is read of a `Response` before its body: any object that has as much will do.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponseHead {
  readonly status: number
  readonly headers: { readonly get: (name: string) => string | null }
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const isCount = (text: string): boolean => /^[0-9]{1,12}$/.test(text)

// An HTTP date begins with the name of a day; `Date.parse` takes much else for a date.
const beginsWithDay = (text: string): boolean => /^[A-Za-z]{3,9},? /.test(text)

/**
 * The milliseconds that `retry-after-ms` or `Retry-After` (seconds, or a date) ask to wait, seen from `now`.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 *
 * @internal
 */
export const retryAfter = (headers: ResponseHead['headers'], now: number): number | undefined => {
  const milliseconds = headers.get('retry-after-ms')?.trim() ?? ''
  if (isCount(milliseconds)) return Number(milliseconds)
  const said = headers.get('retry-after')?.trim() ?? ''
  if (isCount(said)) return Number(said) * 1000
  const date = beginsWithDay(said) ? Date.parse(said) : NaN
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0)
}

/**
 * The status, the content type and the time to wait of a response, seen from `now` (milliseconds, as `Date.now()` gives
 * them).
 *
 * @example
 * import { headOf } from 'deltafold/core'
 *
 * const response = new Response('', { status: 429, headers: { 'retry-after': '2' } })
 * assert.deepStrictEqual(headOf(response, Date.now()).retryAfter, 2000)
 *
 * @category destructors
 * @since 0.1.0
 */
export const headOf = ({ status, headers }: ResponseHead, now: number): Head => {
  const contentType = headers.get('content-type')
  const wait = retryAfter(headers, now)
  return {
    status,
    ...(contentType === null ? {} : { contentType }),
    ...(wait === undefined ? {} : { retryAfter: wait })
  }
}
