/**
 * An io-ts codec with a faster question before its own.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

/**
 * The same codec, which asks `is` first.
 *
 * - `is`: a yes must be one of the codec.
 * - `isPlain`: whether decoding gives every such value back as it is.
 *
 * @internal
 */
export const asking = <C extends t.Mixed>(codec: C, is: (u: unknown) => boolean, isPlain: boolean): C => {
  // A no is asked again: io-ts gives the holes of an array another meaning in `is` than in `decode`.
  const own = { is: (u: unknown) => is(u) || codec.is(u) }
  const fields = isPlain
    ? {
        ...own,
        validate: (u: unknown, context: t.Context) => (is(u) ? t.success(u) : codec.validate(u, context)),
        decode: (u: unknown) => (is(u) ? t.success(u) : codec.decode(u))
      }
    : own
  const copy: unknown = Object.assign(Object.create(Object.getPrototypeOf(codec) as object), codec, fields)
  return copy as C // of its class, with its fields
}
