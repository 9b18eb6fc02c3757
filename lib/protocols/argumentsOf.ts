import { isNothing } from '../codec/field.ts'
import { textOfJson } from '../machine/json/jsonDigits.ts'

/**
 * The arguments of a call as text: a text unchanged, any other JSON value serialised once, `''` if there are none.
 *
 * @internal
 */
export const argumentsOf = (u: unknown): string => (isNothing(u) ? '' : typeof u === 'string' ? u : textOfJson(u))

/**
 * Like `argumentsOf`, for a provider that sends `{}` if a call has no arguments, or before its arguments arrive.
 *
 * @internal
 */
export const inputOf = (u: unknown): string => {
  const text = argumentsOf(u)
  return text === '{}' ? '' : text
}
