import * as t from 'io-ts'

import { asItCame, instead } from './asItCame.ts'
import { isNothing, isObject } from './field.ts'
import type { List } from './list.ts'
import { list } from './list.ts'

const entriesOf = (u: unknown): ReadonlyArray<unknown> | undefined =>
  isObject(u) ? [u] : Array.isArray(u) ? u.filter((item) => !isNothing(item)) : undefined

const none: ReadonlyArray<unknown> = []

/**
 * The codec of lists of content: an entry of another type fails the list, so that nothing of the content is dropped. An
 * object is a list of one, and null entries are left out. Anything else also fails, or is an empty list if `others` is
 * `'orNone'`.
 *
 * Laws: those of `open`, except that `decode(u)` is also a Left if an entry fails.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { fragments } from 'deltafold/wire'
 * import * as t from 'io-ts'
 *
 * assert.deepStrictEqual(fragments(t.string).decode(['a', null]), E.right(['a']))
 * assert.deepStrictEqual(E.isLeft(fragments(t.string).decode(['a', 1])), true)
 *
 * @category combinators
 * @since 0.1.0
 */
export const fragments = <A, O>(type: t.Type<A, O>, others: 'fail' | 'orNone' = 'fail'): List<A> => {
  const { is, name } = list(type)
  const codec = new t.Type<ReadonlyArray<A>, unknown>(
    name,
    is,
    (u, context) => {
      if (is(u)) return t.success(u)
      const entries = entriesOf(u) ?? (others === 'fail' ? undefined : none)
      if (entries === undefined) return t.failure(u, context)
      const decoded = entries.map((entry, i) => type.validate(entry, t.appendContext(context, String(i), type, entry)))
      const errors = decoded.flatMap((one) => (one._tag === 'Left' ? one.left : []))
      if (errors.length > 0) return t.failures(errors)
      const kept = decoded.flatMap((one) => (one._tag === 'Right' ? [one.right] : []))
      return t.success(instead(kept, u))
    },
    asItCame
  )
  return Object.assign(codec, { _tag: 'ListType' as const, type })
}
