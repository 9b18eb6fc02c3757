/**
 * Questions to io-ts codecs as total functions: a codec that somebody wrote may throw, and then it has not taken the value.
 *
 * @since 0.1.0
 */
import type { either as E } from 'fp-ts'
import * as t from 'io-ts'

/**
 * Whether a value is what a codec describes.
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
 * A value as a codec decodes it; where the codec throws, one error for the value as a whole. What was thrown may hold the
 * value, so nothing of it is kept.
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
