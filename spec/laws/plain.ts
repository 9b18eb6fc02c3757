/** Values that JSON cannot represent, which would change when they are saved. */

const ofObject = (value: object, path: string): string | undefined => {
  const isList = Array.isArray(value)
  if (Object.getPrototypeOf(value) !== (isList ? Array.prototype : Object.prototype)) return `${path} has a prototype`
  const keys = Object.keys(value)
  if (isList && keys.length !== value.length) return `${path} has holes or names`
  if (Object.getOwnPropertySymbols(value).length > 0) return `${path} has symbols`
  for (const key of keys) {
    const fault = unlikeJson((value as Readonly<Record<string, unknown>>)[key], `${path}.${key}`) // a key that it has
    if (fault !== undefined) return fault
  }
  return undefined
}

/** The path at which a value is not plain JSON; `undefined` if there is none. */
export const unlikeJson = (value: unknown, path = ''): string | undefined => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return undefined
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? undefined
        : `${path} is ${Object.is(value, -0) ? '-0' : value}`
    case 'object':
      return value === null ? undefined : ofObject(value, path)
    default:
      return `${path} is ${typeof value}`
  }
}

const isContainer = (u: unknown): u is Readonly<Record<string, unknown>> => typeof u === 'object' && u !== null

/** Whether two values of plain JSON are equal; several times as fast as comparing their texts. */
export const isSameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys) if (!Object.hasOwn(b, key) || !isSameJson(a[key], b[key])) return false
  return true
}
