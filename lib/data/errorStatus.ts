/**
 * The HTTP status of an error, given as a number or as digits; `undefined` unless it is from 400 to 599.
 *
 * @internal
 */
export const errorStatus = (u: unknown): number | undefined => {
  const status = typeof u === 'string' ? Number(u) : u
  return typeof status === 'number' && status >= 400 && status < 600 && status % 1 === 0 ? status : undefined
}
