/**
 * Throws a `TypeError` for a mistake in the program, such as a string where a provider belongs. It names the type of the
 * given value, never the value. Data never comes here: a fault of a body is a `Failure`.
 *
 * @internal
 */
export const misuse = (wanted: string, given: unknown): never => {
  throw new TypeError(`${wanted}, not ${Object.prototype.toString.call(given)}`)
}
