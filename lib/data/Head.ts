/**
 * ```ts
 * interface Head { status?: number; contentType?: string; retryAfter?: number }
 * ```
 *
 * What a response says before its body.
 *
 * @since 0.1.0
 */

/**
 * What is known of a response before its body.
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
}
