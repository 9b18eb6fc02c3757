/**
 * Compares a type with the fields that a provider documents. A leaf is a documented field of one shape. It is typed if the
 * type has a property of that name, of the documented kind, wherever the type knows the shape; a field that the provider
 * itself leaves open needs the property alone. Where a type is `unknown`, one leaf is lost, not all that is inside; they
 * are lost only if the type knows their shape nowhere.
 *
 * The documented fields are shapes, named by the first path to them. A shape is an object, whose fields have kinds such as
 * `string | []@body.usage` (a string, or a list of the shape `body.usage`), or a list of shapes, of which a value is one.
 * `{}number` is an object whose values are numbers, `'word'` a literal.
 */
import ts from 'typescript'

/** The kinds of the fields of an object. */
export type Fields = Readonly<Record<string, string>>

/** A file with documented fields. */
export interface Facts {
  readonly source: string
  readonly event: string
  readonly body: string
  readonly shapes: Readonly<Record<string, Fields | ReadonlyArray<string>>>
}

/** The leaves, as `shape.field`. */
export interface Leaves {
  readonly all: ReadonlyArray<string>
  readonly untyped: ReadonlyArray<string>
}

type Types = ReadonlyArray<ts.Type>

const isFlagged = (type: ts.Type, flags: ts.TypeFlags): boolean => (type.flags & flags) !== 0

const isUnknown = (type: ts.Type): boolean => isFlagged(type, ts.TypeFlags.Any | ts.TypeFlags.Unknown)

// The members of a union that are a value.
const membersOf = (type: ts.Type): Types =>
  type.isUnion()
    ? type.types.flatMap(membersOf)
    : isFlagged(type, ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never)
      ? []
      : [type]

// `string & {}` is a string.
const isOf = (type: ts.Type, flags: ts.TypeFlags): boolean =>
  isFlagged(type, flags) || (type.isIntersection() && type.types.some((part) => isOf(part, flags)))

const flagsOf: Readonly<Record<string, ts.TypeFlags>> = {
  string: ts.TypeFlags.StringLike,
  number: ts.TypeFlags.NumberLike,
  boolean: ts.TypeFlags.BooleanLike
}

const literalOf = (kind: string): string | undefined => /^'([^']*)'$/.exec(kind)?.[1]

const isList = <A>(shape: Fields | ReadonlyArray<A>): shape is ReadonlyArray<A> => Array.isArray(shape)

const known = <A>(name: string, values: Readonly<Record<string, A>>): A => {
  const value = values[name]
  if (value === undefined) throw new Error(`the facts name ${name}, which is not there`)
  return value
}

/** The leaves of the documented fields, and those that have no type. */
export const typedLeaves = (
  checker: ts.TypeChecker,
  { event, body, shapes }: Facts,
  wire: { readonly event: ts.Type; readonly body: ts.Type }
): Leaves => {
  const typed = new Set<string>()
  const untyped = new Set<string>()
  const seen = new Set<string>()
  const ids = new Map<ts.Type, number>()

  const idOf = (type: ts.Type): number => {
    const id = ids.get(type) ?? ids.size
    ids.set(type, id)
    return id
  }

  // Of those types that declare a field which may have a value.
  const fieldOf = (types: Types, name: string): Types =>
    types.flatMap((type) => {
      const property = checker.getPropertyOfType(type, name)
      return property === undefined ? [] : membersOf(checker.getTypeOfSymbol(property))
    })

  // A string has an index too, but it is no list.
  const valuesOf = (types: Types, index: ts.IndexKind): Types =>
    types.flatMap((type) => {
      const value = isFlagged(type, ts.TypeFlags.Object) ? checker.getIndexTypeOfType(type, index) : undefined
      return value === undefined ? [] : membersOf(value)
    })

  // An object of which it is known what it contains.
  const isShape = (type: ts.Type): boolean =>
    isFlagged(type, ts.TypeFlags.Object | ts.TypeFlags.Intersection) &&
    (checker.getPropertiesOfType(type).length > 0 || !valuesOf([type], ts.IndexKind.String).some(isUnknown))

  // The members of a union that may be a shape with this literal: those that name it, otherwise those that allow it.
  const taggedBy = (types: Types, name: string, literal: string): Types => {
    const naming = types.filter((type) =>
      fieldOf([type], name).some((field) => field.isStringLiteral() && field.value === literal)
    )
    const allowing = types.filter((type) => {
      const fields = fieldOf([type], name)
      return (
        checker.getPropertyOfType(type, name) === undefined ||
        fields.some((field) => isUnknown(field) || (isOf(field, ts.TypeFlags.StringLike) && !field.isStringLiteral()))
      )
    })
    return naming.length > 0 ? naming : allowing
  }

  const has = (types: Types, kind: string): boolean => {
    if (kind.startsWith('[]')) return has(valuesOf(types, ts.IndexKind.Number), kind.slice(2))
    if (kind === 'unknown' || kind === '{}unknown') return types.length > 0
    if (kind.startsWith('{}')) return has(valuesOf(types, ts.IndexKind.String), kind.slice(2))
    if (kind.startsWith('@')) {
      const objects = types.filter(isShape)
      if (objects.length === 0 || types.some(isUnknown)) return false
      compare(kind.slice(1), objects)
      return true
    }
    const flags = literalOf(kind) === undefined ? known(kind, flagsOf) : ts.TypeFlags.StringLike
    return types.some((type) => isOf(type, flags)) && !types.some(isUnknown)
  }

  const compareFields = (path: string, fields: Fields, given: Types): void => {
    const types = Object.entries(fields).reduce((left, [name, kind]) => {
      const literal = literalOf(kind)
      return literal === undefined ? left : taggedBy(left, name, literal)
    }, given)
    Object.entries(fields).forEach(([name, kinds]) => {
      const found = fieldOf(types, name)
      // Each kind is asked, since it may be a shape to compare.
      const isTyped = kinds.split(' | ').filter((kind) => !has(found, kind)).length === 0
      const leaves = isTyped ? typed : untyped
      leaves.add(`${path}.${name}`)
    })
  }

  // A shape and its types are compared once, which also ends the recursion.
  const compare = (path: string, types: Types): void => {
    const pair = [path, ...new Set(types.map(idOf))].join()
    if (seen.has(pair)) return
    seen.add(pair)
    const shape = known(path, shapes)
    if (isList(shape)) shape.forEach((one) => has(types, one))
    else compareFields(path, shape, types)
  }

  has(membersOf(wire.event), event)
  has(membersOf(wire.body), body)
  const all = Object.entries(shapes).flatMap(([path, shape]) =>
    isList(shape) ? [] : Object.keys(shape).map((name) => `${path}.${name}`)
  )
  return { all, untyped: all.filter((leaf) => untyped.has(leaf) || !typed.has(leaf)) }
}
