/**
 * `is` and `decode` as total functions: a user's codec that throws rejects the value.
 *
 * @since 0.1.0
 */
import type { either as E } from 'fp-ts'
import * as t from 'io-ts'

/**
 * Whether a codec accepts a value; `false` if it throws.
 *
 * @internal
 */
export const isOf = <A>(codec: t.Type<A, unknown>, u: unknown): u is A => {
  try {
    return codec.is(u)
  } catch {
    return false
  }
}

/**
 * Decodes a value; if the codec throws, returns one error for the value as a whole. The thrown value may contain the
 * input, so nothing of it is kept.
 *
 * @internal
 */
export const decodedBy = <A>(codec: t.Decoder<unknown, A>, u: unknown): E.Either<t.Errors, A> => {
  try {
    return codec.decode(u)
  } catch {
    return t.failure(u, [{ key: '', type: codec }])
  }
}
