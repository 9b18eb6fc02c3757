/**
 * A function that calls another one once, when it is called first.
 *
 * @internal
 */
export const lazy = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => (made ??= { value: make() }).value
}
