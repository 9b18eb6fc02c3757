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
 * What is read of a `Response`: any object that has as much will do.
 *
 * @category model
 * @since 0.1.0
 */
export interface HttpResponse {
  readonly status: number
  readonly headers: { readonly get: (name: string) => string | null }
  readonly body: ReadableStream<Uint8Array> | null
  /** Read where there is no body stream, as in React Native. */
  readonly text: () => Promise<string>
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
export const retryAfter = (headers: HttpResponse['headers'], now: number): number | undefined => {
  const milliseconds = headers.get('retry-after-ms')?.trim() ?? ''
  if (isCount(milliseconds)) return Number(milliseconds)
  const said = headers.get('retry-after')?.trim() ?? ''
  if (isCount(said)) return Number(said) * 1000
  const date = beginsWithDay(said) ? Date.parse(said) : NaN
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0)
}

/** @internal */
export const headOf = ({ status, headers }: HttpResponse, now: number): Head => {
  const contentType = headers.get('content-type')
  const wait = retryAfter(headers, now)
  return {
    status,
    ...(contentType === null ? {} : { contentType }),
    ...(wait === undefined ? {} : { retryAfter: wait })
  }
}
