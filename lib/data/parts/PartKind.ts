/**
 * The definition of a part kind. Each kind is one file of this folder: the interfaces of its delta and its part, a
 * `PartKind` for folding, and a `PartShape` for codecs and output, which programs that use neither do not bundle. The
 * tables in `Part.ts` list the kinds.
 *
 * @since 0.1.0
 */

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A delta about a part.
 *
 * @category model
 * @since 0.1.0
 */
export interface FragmentOf<Tag extends string> {
  readonly _tag: Tag
  /** Index of the choice. */
  readonly choice: number
  /** Number of the part within the choice. */
  readonly key: number
}

/**
 * A part of a choice.
 *
 * @category model
 * @since 0.1.0
 */
export interface PartOf<Tag extends string> {
  readonly _tag: Tag
  /** Number of the part within its choice, in order of first appearance. */
  readonly key: number
}

/**
 * The operations with which a fold applies the deltas about a part. Law: `combine` is associative.
 *
 * @internal
 */
export interface PartKind<D, P> {
  /** The part that a delta is by itself. */
  readonly toPart: (delta: D) => P
  /** The part after one more fragment of it. */
  readonly combine: (first: P, second: P) => P
  /** The UTF-16 code units that a delta adds to the message, which `limits.message` bounds. */
  readonly weight: (delta: D) => number
}

/**
 * The JSON type of a field: text, a whole number from 0, an object of extra fields, any JSON, `true`, or one of several
 * words.
 *
 * @internal
 */
export type FieldShape = 'text' | 'count' | 'extra' | 'json' | 'true' | { readonly [Word in string]: null }

type ShapeOf<A> = unknown extends A
  ? 'json'
  : [A] extends [true]
    ? 'true'
    : [A] extends [number]
      ? 'count'
      : [A] extends [string]
        ? string extends A
          ? 'text'
          : { readonly [Word in A]: null }
        : 'extra'

type Field<P> = Exclude<keyof P, '_tag' | 'key'>

type OptionalField<P> = { [K in Field<P>]-?: object extends Pick<P, K> ? K : never }[Field<P>]

/**
 * The types of the fields of a part, and its output.
 *
 * @internal
 */
export interface PartShape<P> {
  /** The name of the kind in the output of the command line. */
  readonly type: string
  readonly required: { readonly [K in Exclude<Field<P>, OptionalField<P>>]: ShapeOf<P[K]> }
  readonly optional: { readonly [K in OptionalField<P>]: ShapeOf<NonNullable<P[K]>> }
  /** Whether the part has no content, as in a fragment that only keeps the connection alive. */
  readonly isEmpty: (part: P) => boolean
  /** The fields in the output of the command line. */
  readonly print: (part: P) => Readonly<Record<string, unknown>>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

type PartLike<Tag extends string, D> = { readonly _tag: Tag } & Omit<D, '_tag' | 'choice'>

/**
 * The part that has the fields of its delta.
 *
 * @internal
 */
export const partWith = <Tag extends string, D extends FragmentOf<string>>(
  tag: Tag,
  { _tag, choice, ...fields }: D
): PartLike<Tag, D> => ({ _tag: tag, ...fields })

/**
 * The kind of a part that arrives whole, with its wire value; a later delta replaces it.
 *
 * @internal
 */
export const wholeKind = <Tag extends string, D extends FragmentOf<`${Tag}Delta`>>(
  tag: Tag
): PartKind<D, PartLike<Tag, D>> => ({
  toPart: (delta) => partWith(tag, delta),
  combine: (_first, second) => second,
  weight: jsonLength
})

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The fields of a part, without its tag and its key.
 *
 * @internal
 */
export const fieldsOf = <P extends PartOf<string>>({ _tag, key, ...fields }: P): Omit<P, '_tag' | 'key'> => fields

/**
 * The length of a value as JSON; 0 if it is undefined.
 *
 * @internal
 */
export const jsonLength = (u: unknown): number => (u === undefined ? 0 : JSON.stringify(u).length)

/** @internal */
export const isEmptyCall = (call: {
  readonly id: string
  readonly name: string
  readonly arguments: string
}): boolean => call.id === '' && call.name === '' && call.arguments === ''

/** @internal */
export const never = (): boolean => false
