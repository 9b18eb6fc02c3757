import type * as t from 'io-ts'

import { instead } from './asItCame.ts'
import { withMethods } from './withFastIs.ts'

/**
 * The same codec of a wire, except that a value that it does not accept is changed before it is decoded.
 *
 * Laws: `mended(codec, mend).is = codec.is`; `decode(u)` equals `codec.decode(mend(u))` where not `is(u)`;
 * `asItCame(decode(u)) = u`.
 *
 * @internal
 */
export const mended = <A extends object>(
  codec: t.Type<A, unknown>,
  mend: (u: unknown) => unknown
): t.Type<A, unknown> => {
  const validate = (u: unknown, context: t.Context): t.Validation<A> => {
    const decoded = codec.validate(codec.is(u) ? u : mend(u), context)
    if (decoded._tag === 'Right' && decoded.right !== u) instead(decoded.right, u)
    return decoded
  }
  return withMethods(codec, { validate, decode: (u) => validate(u, [{ key: '', type: codec, actual: u }]) })
}
