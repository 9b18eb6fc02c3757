import { asItCame } from './asItCame.ts'
import { isObject } from './field.ts'

const walk = (value: unknown, path: string, found: string[]): void => {
  const original = asItCame(value)
  if (Array.isArray(value)) {
    if (Array.isArray(original) && original.length > value.length) found.push(`${path}#`)
    for (const item of value) walk(item, `${path}#.`, found)
  } else if (isObject(value)) {
    if (isObject(original)) {
      for (const key of Object.keys(original)) if (!Object.hasOwn(value, key)) found.push(path + key)
    }
    for (const key of Object.keys(value)) walk(value[key], `${path}${key}.`, found)
  }
}

/**
 * Returns the paths of the fields that were left out of a decoded value: keys joined by dots, and `#` for the places of a
 * list.
 *
 * Law: empty where `decode(u)` is `u` itself.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { leftOutOf, maybe, open } from 'deltafold/wire'
 * import * as t from 'io-ts'
 *
 * const Usage = open<{ readonly tokens?: number | null }>('Usage', () => ({ tokens: maybe(t.number) }))
 * const decoded = Usage.decode({ tokens: 'many', more: 1 })
 * assert.deepStrictEqual(decoded, E.right({ more: 1 }))
 * assert.deepStrictEqual(E.map(leftOutOf)(decoded), E.right(['tokens']))
 *
 * @category destructors
 * @since 0.1.0
 */
export const leftOutOf = (value: unknown): ReadonlyArray<string> => {
  const found: string[] = []
  walk(value, '', found)
  return found
}
