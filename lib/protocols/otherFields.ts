/**
 * The unknown fields beside the known ones, which are sent back in the same place.
 *
 * @since 0.1.0
 */
import { isObject } from '../codec/field.ts'
import type { Extra } from '../data/Delta.ts'
import { isMalformed, parseJson } from '../machine/json/parseJson.ts'

/**
 * The other fields, except for those that are null; `undefined` = there are none.
 *
 * @internal
 */
export const otherThan = (fields: object, known: ReadonlyArray<string>): Extra | undefined => {
  const entries = Object.entries(fields).filter(([key, value]) => value !== null && !known.includes(key))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/**
 * All unknown fields of a part and of the object inside it.
 *
 * @internal
 */
export const around = (part: object, name: string, value: object, known: ReadonlyArray<string>): Extra | undefined => {
  const beside = otherThan(part, [name])
  const inside = otherThan(value, known)
  return inside === undefined ? beside : { ...beside, [name]: inside }
}

/**
 * The inverse of `around`: a part with a field, its known fields, and the unknown ones.
 *
 * @internal
 */
export const wrapped = (name: string, known: Extra, extra: Extra = {}): Extra => ({
  [name]: { ...(isObject(extra[name]) ? extra[name] : {}), ...known },
  ...otherThan(extra, [name])
})

/**
 * The object that a JSON text holds; `undefined` if it is not an object.
 *
 * @internal
 */
export const objectIn = (text: string): Extra | undefined => {
  const value = parseJson(text)
  return isMalformed(value) || !isObject(value) ? undefined : value
}
