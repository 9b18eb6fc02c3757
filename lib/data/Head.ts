import type { KeptHeaders } from './headers.ts'

/**
 * The part of a response's head that decides how its body is read.
 *
 * @category model
 * @since 0.1.0
 */
export interface Head {
  /** The HTTP status. Default 200. */
  readonly status?: number
  readonly contentType?: string
  /** Milliseconds to wait before the next try. */
  readonly retryAfter?: number
  /** The response's request ids and rate limits. */
  readonly headers?: KeptHeaders
}
