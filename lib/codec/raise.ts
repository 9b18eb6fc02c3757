/**
 * Throws: the only place that does. It serves what is documented to throw, and programmers' mistakes.
 *
 * @internal
 */
export const raise = (error: Error): never => {
  throw error
}
