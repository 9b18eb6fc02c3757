import * as t from 'io-ts'

import { asItCame, instead } from './asItCame.ts'
import { isNothing, isObject } from './field.ts'
import type { Field } from './isObjectOf.ts'
import { isObjectOf } from './isObjectOf.ts'

/**
 * The codec of objects with some fields. Other fields are kept, and fields that are of another type and may be missing are
 * left out.
 *
 * Laws: `decode(u)` is a Left only if `u` is not an object or a required field fails; `is(decode(u))`; `decode(u) = u`, the
 * same object, where `is(u)`; `encode(decode(u)) = u`, the same object; `u` is not changed.
 *
 * @internal
 */
export const objectCodec = <A>(name: string, fields: () => ReadonlyArray<Field>): t.Type<A, unknown> => {
  let test: ((u: unknown) => boolean) | undefined
  const is = (u: unknown): u is A => (test ??= isObjectOf(fields()))(u)
  const validate = (u: unknown, context: t.Context): t.Validation<A> => {
    if (!isObject(u)) return t.failure(u, context)
    if (is(u)) return t.success(u)
    const copy: Record<string, unknown> = { ...u }
    const leftOut: string[] = []
    let errors: t.Errors = []
    let isTaken = false
    for (const { key, codec, isMaybe, isFact, isOne } of fields()) {
      const value = u[key]
      if (isMaybe && isNothing(value)) continue
      const inner = t.appendContext(context, key, codec, value)
      const decoded = value === undefined ? t.failure<unknown>(value, inner) : codec.validate(value, inner)
      const isKept = decoded._tag === 'Right' && !(isOne && isTaken)
      if (isKept) {
        copy[key] = decoded.right
        isTaken ||= isOne
      } else if (isFact) leftOut.push(key)
      else if (decoded._tag === 'Left') errors = [...errors, ...decoded.left]
    }
    if (errors.length > 0) return t.failures(errors)
    const kept = Object.entries(copy).filter(([key]) => !leftOut.includes(key))
    return t.success(instead(Object.fromEntries(kept), u) as A) // each field was decoded
  }
  return new t.Type(name, is, validate, asItCame)
}
