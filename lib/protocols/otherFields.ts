/**
 * What stands beside the known fields of something, and goes back there.
 *
 * @since 0.1.0
 */
import { isObject } from '../codec/field.ts'
import type { Extra } from '../data/Delta.ts'
import { isMalformed, parseJson } from '../machine/json/parseJson.ts'

/**
 * The other fields, but for those that are null; `undefined` = there are none.
 *
 * @internal
 */
export const otherThan = (fields: object, known: ReadonlyArray<string>): Extra | undefined => {
  const entries = Object.entries(fields).filter(([key, value]) => value !== null && !known.includes(key))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/**
 * What stands beside a field of a part, and in it beside what is known there.
 *
 * @internal
 */
export const around = (part: object, name: string, value: object, known: ReadonlyArray<string>): Extra | undefined => {
  const beside = otherThan(part, [name])
  const inside = otherThan(value, known)
  return inside === undefined ? beside : { ...beside, [name]: inside }
}

/**
 * The other way round: a part with a field, what is known there, and what else there was.
 *
 * @internal
 */
export const wrapped = (name: string, known: Extra, extra: Extra = {}): Extra => ({
  [name]: { ...(isObject(extra[name]) ? extra[name] : {}), ...known },
  ...otherThan(extra, [name])
})

/**
 * The object that a text is as JSON; `undefined` = it is none.
 *
 * @internal
 */
export const objectIn = (text: string): Extra | undefined => {
  const value = parseJson(text)
  return isMalformed(value) || !isObject(value) ? undefined : value
}
