/**
 * The closing of calls: a complete call is closed as soon as another item begins, every other one at the end.
 *
 * @since 0.1.0
 */
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { emitEnd } from '../closing.ts'
import type { ItemState, ResponsesState } from './state.ts'
import { endingOf, withItem } from './state.ts'

/**
 * The state after the complete calls were closed after which another item began.
 *
 * @internal
 */
export const withClosedCalls = (state: ResponsesState, emit: Emit<Delta>): ResponsesState => {
  const isReady = ({ role, key, done, closed }: ItemState, at: number): boolean =>
    role === 'call' && key !== -1 && done && !closed && at < state.items.length - 1
  if (!state.items.some(isReady)) return state
  const items = state.items.map((item, at) => {
    if (!isReady(item, at)) return item
    emitEnd(0, endingOf(state, at, item), { cutShort: state.cut, last: state.last }, emit)
    return { ...item, closed: true }
  })
  return { ...state, items }
}

/**
 * The state after all calls were closed.
 *
 * @internal
 */
export const withAllClosed = (state: ResponsesState, emit: Emit<Delta>): ResponsesState =>
  state.items.reduce<ResponsesState>((next, item, at) => {
    const { role, key, closed } = item
    if (role !== 'call' || key === -1 || closed) return next
    emitEnd(0, endingOf(state, at, item), { cutShort: state.cut, last: state.last }, emit)
    return withItem(next, at, { closed: true })
  }, state)
