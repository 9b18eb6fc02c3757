import * as t from 'io-ts'

type Methods = Partial<Pick<t.Mixed, 'is' | 'validate' | 'decode'>>

/**
 * A copy of a codec with other methods: of its class, with its fields.
 *
 * @internal
 */
export const withMethods = <C extends t.Mixed>(codec: C, methods: Methods): C => {
  const copy: unknown = Object.assign(Object.create(Object.getPrototypeOf(codec) as object), codec, methods)
  return copy as C // of its class, with its fields
}

/**
 * The same codec, which asks a faster `is` first. A value that it takes must be one of the codec, and one that decoding
 * gives back as it is.
 *
 * @internal
 */
export const withFastIs = <C extends t.Mixed>(codec: C, is: (u: unknown) => boolean): C =>
  withMethods(codec, {
    // A no is asked again: io-ts gives the holes of an array another meaning in `is` than in `decode`.
    is: (u: unknown) => is(u) || codec.is(u),
    validate: (u, context) => (is(u) ? t.success(u) : codec.validate(u, context)),
    decode: (u) => (is(u) ? t.success(u) : codec.decode(u))
  })
