/**
 * The arguments of a call in events of their own. Arguments that belong to no item are lost for the calls that begin
 * later, unless these are sent whole; a fragment that is not text is lost for its call.
 *
 * @since 0.1.0
 */
import { field, isNothing, textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { isWhole as isWholeJson } from '../../machine/json/jsonPrefix.ts'
import type { Emit } from '../../machine/Machine.ts'
import { toIndex } from '../toIndex.ts'
import { isNamed, NEW, placeOfNamesake } from './identity.ts'
import { itemOf } from './items.ts'
import { withFragment, withSameArguments, withWholeText } from './pieces.ts'
import type { ItemState, ResponsesState } from './state.ts'
import { placeOfPiece, withItem } from './state.ts'
import { wholeArguments, withBegunAgain } from './wholes.ts'
import type { ResponsesPlace } from './wire/place.ts'

type Say = Emit<Delta>

/** Whether a complete call may still grow: its arguments ended too early. */
const isUnended = (state: ResponsesState, at: number, { closed, role }: ItemState): boolean => {
  const json = state.pieces[placeOfPiece(state, at, 'arguments', 0)]?.json
  return role === 'call' && !closed && json !== '' && (json === undefined || !isWholeJson(json))
}

// GitHub Copilot encrypts the fragments of arguments, which then come whole: what no JSON object begins with is none of them.
const isEncrypted = (state: ResponsesState, at: number, event: ResponsesPlace, text: string): boolean =>
  field(event, 'obfuscation') !== undefined &&
  field(event, 'type') === 'response.function_call_arguments.delta' &&
  (state.pieces[placeOfPiece(state, at, 'arguments', 0)]?.size ?? 0) === 0 &&
  (text.trimStart()[0] ?? '{') !== '{'

/**
 * A fragment of text: a number or a boolean is its JSON text, and any other value none.
 *
 * @internal
 */
export const fragmentOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** The state after the name of a call, which the event with its whole arguments may be the first to have. */
const withNameOf = (state: ResponsesState, at: number, event: ResponsesPlace, emit: Say): ResponsesState => {
  const { key = 0, role, type, id, callId } = state.items[at] ?? {}
  const name = textOf(field(event, 'name'))
  return key === -1 && role === 'call' && name !== ''
    ? withBegunAgain(state, at, itemOf({ type, id, call_id: callId, name }), emit)
    : state
}

const MOST_STRAY = 16

// Of more indexes than a server has calls at once, none is told from the others.
const withStray = (state: ResponsesState, index: number): ResponsesState => {
  const { stray } = state
  return stray.includes(index) ? state : { ...state, stray: stray.length < MOST_STRAY ? [...stray, index] : [-1] }
}

/**
 * The state after the arguments of the item at a position came, as a fragment or whole.
 *
 * @internal
 */
export const withArguments = (
  before: ResponsesState,
  at: number,
  event: ResponsesPlace,
  isDelta: boolean,
  value: unknown,
  emit: Say
): ResponsesState => {
  if (at === NEW) return isNothing(value) || value === '' ? before : withStray(before, toIndex(event.output_index))
  const next = isDelta ? before : withNameOf(before, at, event, emit)
  const item = next.items[at]
  if (item === undefined) return before
  const text = isDelta ? fragmentOf(value) : wholeArguments(value, item.key, emit)
  if (isDelta && isEncrypted(next, at, event, text)) return next
  const index = toIndex(event.output_index)
  const isDoubtful = index !== -1 && item.index !== index && item.index !== -1 && !isNamed(item, event)
  // A call without a name, or with the id and the name of another one, has no part yet: its arguments are taken from the
  // complete item.
  const isNameless = item.key === -1 && placeOfNamesake(next, at, item) === NEW
  const isLost = (isNameless && text !== '') || (text === '' && value !== '' && !isNothing(value))
  const state = (isDoubtful || isLost) && !item.done ? withItem(next, at, { damaged: true }) : next
  if (item.key === -1) return state
  if (!item.done || isUnended(state, at, item)) {
    return isDelta
      ? withFragment(state, at, 'arguments', 0, text, emit)
      : withWholeText(state, at, 'arguments', 0, text, emit)
  }
  return isDelta ? state : withSameArguments(state, at, text, emit)
}
