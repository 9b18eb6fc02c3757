/**
 * A list with another item at a place; `at` = -1 or the list's length appends. A list of one, as most are, is made anew faster than it is copied.
 *
 * @internal
 */
export const replaced = <A>(list: ReadonlyArray<A>, at: number, item: A): ReadonlyArray<A> => {
  if (at === 0 && list.length === 1) return [item]
  const next = list.slice()
  next[at === -1 ? next.length : at] = item
  return next
}
