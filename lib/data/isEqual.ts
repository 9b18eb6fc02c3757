const isContainer = (u: unknown): u is Readonly<Record<string, unknown>> => typeof u === 'object' && u !== null

const namesOf = (fields: Readonly<Record<string, unknown>>): ReadonlyArray<string> =>
  Object.keys(fields).filter((name) => fields[name] !== undefined)

/**
 * Equality of plain JSON by value. The order of fields is ignored, and a field that is `undefined` equals one that is missing.
 *
 * Laws: reflexive, symmetric, transitive; `isEqual(u, JSON.parse(JSON.stringify(u)))` for plain JSON.
 *
 * @internal
 */
export const isEqual = (u: unknown, v: unknown): boolean => {
  if (u === v || Object.is(u, v)) return true
  if (!isContainer(u) || !isContainer(v) || Array.isArray(u) !== Array.isArray(v)) return false
  if (Array.isArray(u) && u.length !== v['length']) return false
  const names = namesOf(u)
  return (
    names.length === namesOf(v).length && names.every((name) => Object.hasOwn(v, name) && isEqual(u[name], v[name]))
  )
}
