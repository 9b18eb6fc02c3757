/**
 * The guards of which the fast `is` of each event codec is made. They are written by hand because every event passes
 * through them: access to a field by its literal name costs a third of access by a variable.
 *
 * @since 0.1.0
 */
import { isNothing, isObject } from './field.ts'

/**
 * An object that may have these fields.
 *
 * @internal
 */
export type Fields<K extends string> = { readonly [key in K]?: unknown }

/** @internal */
export const isText = (u: unknown): boolean => typeof u === 'string' || isNothing(u)

const isAnything = (): boolean => true

/**
 * Whether a value is null, undefined, or an object that `is` accepts.
 *
 * @internal
 */
export const isNullable = (u: unknown, is: (fields: object) => boolean = isAnything): boolean =>
  isNothing(u) || (isObject(u) && is(u))

/**
 * Whether a value is null, undefined, or a list of objects that `is` accepts.
 *
 * @internal
 */
export const isNullableArray = (u: unknown, is: (fields: object) => boolean = isAnything): boolean => {
  if (isNothing(u)) return true
  if (!Array.isArray(u)) return false
  const items: ReadonlyArray<unknown> = u
  for (let i = 0; i < items.length; i++) {
    const item = items[i]
    if (!isObject(item) || !is(item)) return false
  }
  return true
}
