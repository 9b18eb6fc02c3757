type Leaf = string | number | boolean | null | undefined

/**
 * A value of type `A` of which only a part has arrived: any field may be missing, any list may be shorter, and a string may
 * be cut, so that the literal types of strings are lost. A type that JSON cannot hold, such as `Date`, is `unknown`.
 *
 * The schema has not checked it: the model may have written another type.
 *
 * @category model
 * @since 0.1.0
 */
export type DeepPartial<A> = A extends string
  ? string
  : A extends Leaf
    ? A
    : A extends ReadonlyArray<infer E>
      ? ReadonlyArray<DeepPartial<E>>
      : A extends
            | Date
            | bigint
            | symbol
            | ReadonlyMap<unknown, unknown>
            | ReadonlySet<unknown>
            | ((...args: never) => unknown)
        ? unknown
        : A extends object
          ? { readonly [K in keyof A]?: DeepPartial<A[K]> | undefined }
          : unknown
