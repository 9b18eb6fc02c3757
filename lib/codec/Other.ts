declare const unrecognised: unique symbol

/**
 * The type of a `type` that no codec knows. No value has it. Because it is not a string type, literals narrow a
 * union, and a misspelt kind does not compile.
 *
 * @category model
 * @since 0.1.0
 */
export interface Unrecognised {
  readonly [unrecognised]: true
}

/**
 * An object of a kind that the codecs do not know: its `type` is another word, or missing. Also an object of a known
 * kind without the content that its kind requires, whose `type` was left out.
 *
 * @category model
 * @since 0.1.0
 */
export interface Other {
  /** `kindOf` returns the word. */
  readonly type?: Unrecognised
  readonly [field: string]: unknown
}

/**
 * Returns the `type` of an object, known or not; `''` if it has none.
 *
 * @example
 * import { kindOf } from 'deltafold/wire'
 *
 * assert.deepStrictEqual(kindOf({ type: 'event_of_tomorrow' }), 'event_of_tomorrow')
 * assert.deepStrictEqual(kindOf({}), '')
 *
 * @category destructors
 * @since 0.1.0
 */
export const kindOf = ({ type }: { readonly type?: unknown }): string => (typeof type === 'string' ? type : '')
