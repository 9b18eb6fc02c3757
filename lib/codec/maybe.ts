import type * as t from 'io-ts'

/**
 * A field that may be missing.
 *
 * @category model
 * @since 0.1.0
 */
export interface Maybe<A> {
  readonly maybe: t.Type<A, unknown>
  /** Whether a value of another type fails the object. */
  readonly isContent?: true
}

/**
 * A field that may be missing or null. A value of another type is left out, so that it never fails its object.
 *
 * @example
 * import { maybe, open } from 'deltafold/wire'
 * import * as t from 'io-ts'
 *
 * const Usage = open<{ readonly tokens?: number | null }>('Usage', () => ({ tokens: maybe(t.number) }))
 * assert.deepStrictEqual([{}, { tokens: null }, { tokens: 1 }, { tokens: '1' }].map(Usage.is), [true, true, true, false])
 *
 * @category combinators
 * @since 0.1.0
 */
export const maybe = <A, O>(codec: t.Type<A, O>): Maybe<A> => ({ maybe: codec })
