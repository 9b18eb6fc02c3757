/**
 * What the codecs of events are made of, as plain questions: every event of a stream is asked, and fields that are named in
 * the source cost a third of fields that are looked up by a name that is held.
 *
 * @since 0.1.0
 */
import { isNothing, isObject } from './field.ts'

/**
 * An object that may have these fields; what it has not is undefined.
 *
 * @internal
 */
export type Fields<K extends string> = { readonly [key in K]?: unknown }

/** @internal */
export const isText = (u: unknown): boolean => typeof u === 'string' || isNothing(u)

const isAnything = (): boolean => true

/**
 * Whether something is nothing, or an object that `is` takes.
 *
 * @internal
 */
export const isNullable = (u: unknown, is: (fields: object) => boolean = isAnything): boolean =>
  isNothing(u) || (isObject(u) && is(u))

/**
 * Whether something is nothing, or a list of objects that `is` takes.
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
