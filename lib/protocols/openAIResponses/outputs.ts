/**
 * Which of the items that began each item of a whole output is. A call is known by its id; every other item by its kind
 * and its index, and where a server counts otherwise in its events than in its output, by its kind and the order. Ids of
 * items are no help: a gateway may give an item another one with every event.
 *
 * @since 0.1.0
 */
import type { ResponsesItem } from './codec.ts'
import { identityOf, typeOf } from './items.ts'
import type { ItemState } from './state.ts'

const isSame = (known: ItemState, item: ResponsesItem, index: number): boolean => {
  if (known.type !== typeOf(item)) return false
  const { callId } = identityOf(item)
  return callId === '' || known.callId === '' ? known.index === index : known.callId === callId
}

const mayBe = (known: ItemState, item: ResponsesItem): boolean => {
  const { callId } = identityOf(item)
  return known.type === typeOf(item) && (callId === '' || known.callId === '')
}

const NEW = -1

/**
 * For each item of the output its place among those that began; -1 = it did not.
 *
 * Law: no two items have the same place.
 *
 * @internal
 */
export const placesOf = (
  items: ReadonlyArray<ItemState>,
  output: ReadonlyArray<ResponsesItem>
): ReadonlyArray<number> => {
  const taken = new Set<number>()
  const take = (is: (known: ItemState) => boolean): number => {
    const at = items.findIndex((known, i) => !taken.has(i) && is(known))
    if (at !== NEW) taken.add(at)
    return at
  }
  const certain = output.map((item, index) => take((known) => isSame(known, item, index)))
  return output.map((item, i) => {
    const at = certain[i] ?? NEW
    return at === NEW ? take((known) => mayBe(known, item)) : at
  })
}
