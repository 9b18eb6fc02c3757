import { isNothing } from '../codec/field.ts'
import { textOfJson } from '../machine/json/jsonDigits.ts'

/**
 * The arguments of a call as text: a text unchanged, any other JSON value serialised once, `''` where there are none.
 *
 * @internal
 */
export const argumentsOf = (u: unknown): string => (isNothing(u) ? '' : typeof u === 'string' ? u : textOfJson(u))

/**
 * The same for a provider that sends `{}` where a call has none, or where its arguments are still to come.
 *
 * @internal
 */
export const inputOf = (u: unknown): string => {
  const text = argumentsOf(u)
  return text === '{}' ? '' : text
}
