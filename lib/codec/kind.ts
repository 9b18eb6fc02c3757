import * as t from 'io-ts'

/**
 * The codec of the `type` by which the members of a union are told apart. Use `maybe(word(…))` for a fixed word by
 * which nothing is told apart.
 *
 * @example
 * import { kind } from 'deltafold/wire'
 *
 * assert.deepStrictEqual([kind('ping').is('ping'), kind('ping').is('pong')], [true, false])
 *
 * @category combinators
 * @since 0.1.0
 */
export const kind = <T extends string>(type: T): t.LiteralC<T> => t.literal(type)
