/**
 * Items that already hold text when they begin. It is a placeholder, or the text is sent again, so it counts only if
 * the server sends no other text of the item.
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { wholesOf } from './identity.ts'
import type { CustomTools } from './items.ts'
import { itemOf } from './items.ts'
import type { ResponsesState } from './state.ts'
import { withItem } from './state.ts'
import { withNewItem, withWholeItem } from './wholes.ts'
import type { ResponsesItem } from './wire/item.ts'

type Say = Emit<Delta>

/**
 * The state after an item was announced, which may already hold text.
 *
 * @internal
 */
export const withAnnounced = (
  state: ResponsesState,
  index: number,
  item: ResponsesItem,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  const next = withNewItem(state, index, item, customTools, emit)
  const texts = wholesOf(item)
  if (texts.length === 0) return next
  const held = texts.reduce((size, { text }) => size + text.length, next.held)
  return withItem({ ...next, held }, next.items.length - 1, { begun: fieldsOf(asItCame(item)) })
}

/**
 * The state after the end of a response that never sent some items again: the text with which they began is theirs,
 * unless other text came. It may be a placeholder otherwise.
 *
 * @internal
 */
export const withBegunTexts = (before: ResponsesState, customTools: CustomTools, emit: Say): ResponsesState => {
  const streamed = new Set(before.pieces.map(({ item }) => item))
  return before.items.reduce<ResponsesState>((state, { begun }, at) => {
    if (begun === null || streamed.has(at)) return state
    return withItem(withWholeItem(state, at, itemOf(begun), customTools, emit), at, { done: false })
  }, before)
}
