import type * as t from 'io-ts'

import type { Maybe } from './maybe.ts'

/**
 * A field that may be missing or null, and holds content: of another type, it fails its object, so that nothing of the
 * content is dropped. In a `tagged` union the object is then an `Other`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { content, open } from 'deltafold/wire'
 * import * as t from 'io-ts'
 *
 * const Block = open<{ readonly text?: string | null }>('Block', () => ({ text: content(t.string) }))
 * assert.deepStrictEqual([{}, { text: null }, { text: 'a' }, { text: [] }].map(Block.is), [true, true, true, false])
 * assert.deepStrictEqual(E.isLeft(Block.decode({ text: [] })), true)
 *
 * @category combinators
 * @since 0.1.0
 */
export const content = <A, O>(codec: t.Type<A, O>): Maybe<A> => ({ maybe: codec, isContent: true })
