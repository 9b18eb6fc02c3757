import * as t from 'io-ts'

/**
 * The type of `word`: the known words, and any other text.
 *
 * @category model
 * @since 0.1.0
 */
export interface Word<W extends string> extends t.Type<W | (string & {}), string> {
  readonly _tag: 'WordType'
  readonly words: ReadonlyArray<W>
}

/**
 * The codec of an enumeration that may grow: any text is accepted, and editors complete the known words.
 *
 * @example
 * import { word } from 'deltafold/wire'
 *
 * const Reason = word('stop', 'length')
 * assert.deepStrictEqual([Reason.is('stop'), Reason.is('of tomorrow'), Reason.is(1)], [true, true, false])
 *
 * @category combinators
 * @since 0.1.0
 */
export const word = <W extends string>(...words: ReadonlyArray<W>): Word<W> => {
  type Words = W | (string & {})
  const is = (u: unknown): u is Words => typeof u === 'string'
  const codec = new t.Type<Words, string>(
    'string',
    is,
    (u, context) => (is(u) ? t.success(u) : t.failure(u, context)),
    t.identity
  )
  return Object.assign(codec, { _tag: 'WordType' as const, words })
}
