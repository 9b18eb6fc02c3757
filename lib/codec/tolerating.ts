import type * as t from 'io-ts'

import { isRight } from '../data/Result.ts'
import { withMethods } from './withFastIs.ts'

/**
 * The same codec, except that a value it rejects is decoded again after `mend`.
 *
 * Law: `tolerating(codec, mend).decode(u) = codec.decode(u)` where that is a Right.
 *
 * @internal
 */
export const tolerating = <C extends t.Mixed>(codec: C, mend: (u: unknown) => unknown): C => {
  const validate = (u: unknown, context: t.Context): t.Validation<unknown> => {
    const decoded: t.Validation<unknown> = codec.validate(u, context)
    if (isRight(decoded)) return decoded
    const mended: t.Validation<unknown> = codec.validate(mend(u), context)
    return isRight(mended) ? mended : decoded
  }
  return withMethods(codec, { validate, decode: (u) => validate(u, [{ key: '', type: codec, actual: u }]) })
}
