/**
 * A list with the item at a place replaced; `at` = -1 or the list's length appends. Most lists have one item: making a new
 * one is faster than copying.
 *
 * @internal
 */
export const replaced = <A>(list: ReadonlyArray<A>, at: number, item: A): ReadonlyArray<A> => {
  if (at === 0 && list.length === 1) return [item]
  const next = list.slice()
  next[at === -1 ? next.length : at] = item
  return next
}
