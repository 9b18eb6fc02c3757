/**
 * A field of an unknown value, such as JSON or a thrown value.
 *
 * Law: total; a missing field is undefined.
 *
 * @internal
 */
export const field = (u: unknown, key: string): unknown =>
  typeof u === 'object' && u !== null ? (u as Readonly<Record<string, unknown>>)[key] : undefined // missing fields are undefined

const nothing: Readonly<Record<string, unknown>> = {}

/**
 * An unknown value as an object whose fields may be anything. Destructuring it with literal names is several times as
 * fast as `field`, which matters on the hot path.
 *
 * Law: `fieldsOf(u)[key] = field(u, key)`.
 *
 * @internal
 */
export const fieldsOf = (u: unknown): Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null ? (u as Readonly<Record<string, unknown>>) : nothing // missing fields are undefined

/**
 * The value if it is a string, otherwise `''`.
 *
 * @internal
 */
export const textOf = (u: unknown): string => (typeof u === 'string' ? u : '')

/**
 * The value as text: a string unchanged, a number or a boolean as its JSON text, otherwise `''`.
 *
 * @internal
 */
export const scalarText = (u: unknown): string =>
  typeof u === 'number' || typeof u === 'boolean' ? String(u) : textOf(u)

/**
 * The value if it is a list, otherwise an empty list.
 *
 * @internal
 */
export const listOf = (u: unknown): ReadonlyArray<unknown> => (Array.isArray(u) ? u : [])

/**
 * The value if it is a list, an object with fields as a list of one, otherwise an empty list.
 *
 * @internal
 */
export const manyOf = (u: unknown): ReadonlyArray<unknown> =>
  isObject(u) ? (Object.keys(u).length === 0 ? [] : [u]) : listOf(u)

/**
 * Whether the value is an object other than a list.
 *
 * @internal
 */
export const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

/** @internal */
export const isNothing = (u: unknown): u is null | undefined => u === null || u === undefined

/**
 * Whether a field is missing, null, or a text.
 *
 * @internal
 */
export const isTextOrNothing = (u: unknown): u is string | null | undefined => isNothing(u) || typeof u === 'string'

/**
 * A text that is not empty; `undefined` for anything else.
 *
 * @internal
 */
export const nonEmptyText = (u: unknown): string | undefined => (typeof u === 'string' && u !== '' ? u : undefined)
