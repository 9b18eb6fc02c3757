/**
 * The other fields that a provider sent with a part, a choice or a message, by the provider's names; the last value of each
 * name counts.
 *
 * @category model
 * @since 0.1.0
 */
export type Extra = Readonly<Record<string, unknown>>

/**
 * The extras of two fragments, joined: the last value of each name.
 *
 * @internal
 */
export const joinExtra = (first: Extra | undefined, second: Extra | undefined): Extra | undefined =>
  first && second ? { ...first, ...second } : (first ?? second)

/**
 * A part with the extras of its fragments.
 *
 * @internal
 */
export const withExtra = <A extends object>(part: A, first: Extra | undefined, second?: Extra): A => {
  const extra = joinExtra(first, second)
  return extra ? { ...part, extra } : part
}
