/**
 * The HTTP status of an error, given as a number or as digits; `undefined` unless it is from 400 to 599.
 *
 * @internal
 */
export const errorStatus = (u: unknown): number | undefined => {
  const status = typeof u === 'string' || typeof u === 'number' ? Number(u) : NaN
  return Number.isInteger(status) && status >= 400 && status <= 599 ? status : undefined
}
