/**
 * A field of something unknown, as JSON or a thrown value is.
 *
 * Law: total; what has no such field has it undefined.
 *
 * @internal
 */
export const field = (u: unknown, key: string): unknown =>
  typeof u === 'object' && u !== null ? (u as Readonly<Record<string, unknown>>)[key] : undefined // what an object has not is undefined

const nothing: Readonly<Record<string, unknown>> = {}

/**
 * Something unknown as an object whose fields may be anything: to be taken apart by names that are written out, which on the
 * hot path is several times as fast as `field`.
 *
 * Law: `fieldsOf(u)[key] = field(u, key)`.
 *
 * @internal
 */
export const fieldsOf = (u: unknown): Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null ? (u as Readonly<Record<string, unknown>>) : nothing // what an object has not is undefined

/**
 * A text; `""` = it is none.
 *
 * @internal
 */
export const textOf = (u: unknown): string => (typeof u === 'string' ? u : '')

/**
 * The entries of a list; what is none has none.
 *
 * @internal
 */
export const listOf = (u: unknown): ReadonlyArray<unknown> => (Array.isArray(u) ? u : [])

/**
 * Whether it is an object and no list.
 *
 * @internal
 */
export const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

/** @internal */
export const isNothing = (u: unknown): u is null | undefined => u === null || u === undefined
