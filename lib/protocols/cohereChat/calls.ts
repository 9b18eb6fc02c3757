/**
 * Tool calls: in a stream each comes alone, as an object.
 *
 * A call is closed when something else begins after its own end, or at the end of the message: its own end does not close
 * it, for a call that was cut by a limit is ended in the same way.
 *
 * Source: https://docs.cohere.com/docs/tool-use-streaming
 *
 * @since 0.1.0
 */
import { field, isObject, textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { isCutShort } from '../../data/FinishReason.ts'
import type { Emit } from '../../machine/Machine.ts'
import { around, otherThan } from '../otherFields.ts'
import { idFields } from '../syntheticId.ts'
import type { CohereState, SlotKind, SlotState } from './state.ts'
import { begun, slotAt, touched } from './state.ts'

const choice = 0

// -------------------------------------------------------------------------------------
// ends
// -------------------------------------------------------------------------------------

const isOpenCall = ({ kind, closed }: SlotState): boolean => kind === 'call' && !closed

const closed = (slot: SlotState, state: 'Closed' | 'Truncated', emit: Emit<Delta>): SlotState => {
  emit({ _tag: 'ToolCallEnd', choice, key: slot.key, state })
  return { ...slot, closed: true }
}

/**
 * The state in which something may begin: calls that have ended are closed, and so is one that was under the index of a
 * new one, for nothing more can reach it; -1 = no index.
 *
 * @internal
 */
export const makeWay = (state: CohereState, index: number, emit: Emit<Delta>): CohereState => {
  const isOver = (slot: SlotState): boolean =>
    isOpenCall(slot) && (slot.stopped || (index !== -1 && slot.index === index))
  if (!state.slots.some(isOver)) return state
  return { ...state, slots: state.slots.map((slot) => (isOver(slot) ? closed(slot, 'Closed', emit) : slot)) }
}

/**
 * The state after the end of a content or of a call.
 *
 * @internal
 */
export const withStop = (state: CohereState, index: number, isOf: (kind: SlotKind) => boolean): CohereState => {
  const isOver = (slot: SlotState): boolean => slot.index === index && isOf(slot.kind) && !slot.stopped
  if (!state.slots.some(isOver)) return state
  return { ...state, slots: state.slots.map((slot) => (isOver(slot) ? { ...slot, stopped: true } : slot)) }
}

/**
 * The state after the end of the message. Where the answer was cut short, the call that had the last fragment is
 * truncated, and so is a call that the provider had not ended.
 *
 * @internal
 */
export const withEnd = (state: CohereState, emit: Emit<Delta>): CohereState => {
  const isCut = isCutShort(state.finish === '' ? undefined : state.finish)
  const slots = state.slots.map((slot) => {
    if (!isOpenCall(slot)) return slot
    return closed(slot, isCut && (!slot.stopped || slot.key === state.last) ? 'Truncated' : 'Closed', emit)
  })
  return { ...state, slots }
}

// -------------------------------------------------------------------------------------
// beginnings and fragments
// -------------------------------------------------------------------------------------

const argumentsOf = (u: unknown): string =>
  u === undefined || u === null ? '' : typeof u === 'string' ? u : JSON.stringify(u)

/**
 * The state after the beginning of a call.
 *
 * @internal
 */
export const withCall = (state: CohereState, index: number, call: unknown, emit: Emit<Delta>): CohereState => {
  const isReused = index !== -1 && slotAt(state, index, 'call') !== undefined
  const ready = makeWay(state, index, emit)
  const key = ready.parts
  const said = field(call, 'function')
  const name = textOf(field(said, 'name'))
  if (!isObject(call) || !isObject(said) || name === '') {
    emit({ _tag: 'RepairDelta', repair: { _tag: 'NamelessCall', choice, key } })
    emit({ _tag: 'UnrecognisedDelta', choice, key, raw: call ?? {} })
    return begun(ready, index, 'other')
  }
  const id = textOf(call['id'])
  const args = said['arguments']
  const extra = otherThan(around(call, 'function', said, ['name', 'arguments']) ?? {}, ['id', 'type'])
  if (isReused) emit({ _tag: 'RepairDelta', repair: { _tag: 'SlotReused', choice, key } })
  if (id === '') emit({ _tag: 'RepairDelta', repair: { _tag: 'SyntheticId', choice, key } })
  if (isObject(args)) emit({ _tag: 'RepairDelta', repair: { _tag: 'ArgumentsSerialised', choice, key } })
  emit({
    _tag: 'ToolCallDelta',
    choice,
    key,
    ...idFields(id, choice, key),
    name,
    arguments: argumentsOf(args),
    ...(extra === undefined ? {} : { extra })
  })
  return begun(ready, index, 'call')
}

/**
 * The state after more arguments of a call; nothing where no call is there for them.
 *
 * @internal
 */
export const withArguments = (
  state: CohereState,
  index: number,
  call: unknown,
  emit: Emit<Delta>
): CohereState | undefined => {
  const more = field(field(call, 'function'), 'arguments')
  const slot = state.slots.findLast((known) => isOpenCall(known) && (index === -1 || known.index === index))
  if (typeof more !== 'string' || slot === undefined) return undefined
  if (more !== '') emit({ _tag: 'ToolCallDelta', choice, key: slot.key, id: '', name: '', arguments: more })
  return touched(state, slot.key)
}
