import * as t from 'io-ts'

type Any = Readonly<Record<string, unknown>>

const make = (): t.Type<Any> => {
  const is = (u: unknown): u is Any => typeof u === 'object' && u !== null
  const validate: t.Validate<unknown, Any> = (u, context) => (is(u) ? t.success(u) : t.failure(u, context))
  return Object.assign(new t.Type<Any>('object', is, validate, t.identity), { _tag: 'AnyDictionaryType' as const })
}

/**
 * The codec of objects and lists of which nothing else is known, such as the arguments of a call.
 *
 * @category codecs
 * @since 0.1.0
 */
export const anyObject: t.Type<Any> = /* @__PURE__ */ make()
