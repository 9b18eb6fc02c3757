/**
 * A field of something unknown, as JSON or a thrown value is.
 *
 * Law: total; what has no such field has it undefined.
 *
 * @internal
 */
export const field = (u: unknown, key: string): unknown =>
  typeof u === 'object' && u !== null && key in u ? (u as Readonly<Record<string, unknown>>)[key] : undefined // it is in it
