import type * as t from 'io-ts'

import { isRight } from '../data/Result.ts'

/**
 * The same codec, which asks again for a value that it does not take, after `mend`. What it takes is decoded as before.
 *
 * Law: `tolerating(codec, mend).decode(u) = codec.decode(u)` where that is a Right.
 *
 * @internal
 */
export const tolerating = <C extends t.Mixed>(codec: C, mend: (u: unknown) => unknown): C => {
  const validate = (u: unknown, context: t.Context): t.Validation<unknown> => {
    const taken: t.Validation<unknown> = codec.validate(u, context)
    if (isRight(taken)) return taken
    const mended: t.Validation<unknown> = codec.validate(mend(u), context)
    return isRight(mended) ? mended : taken
  }
  const decode = (u: unknown): t.Validation<unknown> => validate(u, [{ key: '', type: codec, actual: u }])
  const copy: unknown = Object.assign(Object.create(Object.getPrototypeOf(codec) as object), codec, {
    validate,
    decode
  })
  return copy as C // of its class, with its fields
}
