/**
 * Throws an error. It is the only `throw` of the library, for functions that are documented to throw and for
 * programmers' mistakes.
 *
 * @internal
 */
export const raise = (error: Error): never => {
  throw error
}
