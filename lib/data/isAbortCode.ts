const codes: ReadonlyArray<unknown> = [
  'AbortError',
  'ABORT_ERR',
  'UND_ERR_ABORTED',
  'ERR_CANCELED',
  'CanceledError',
  'APIUserAbortError'
]

/**
 * Whether a code or a name is that of an error by which a client reports the user's own stop: the platform, Node, undici, axios,
 * the SDKs of OpenAI and Anthropic.
 *
 * Source: https://nodejs.org/api/errors.html#abort_err, https://axios-http.com/docs/cancellation
 *
 * @internal
 */
export const isAbortCode = (u: unknown): boolean => codes.includes(u)
