/**
 * The call to which a fragment belongs.
 *
 * A call opens only on a name, together with a free slot or a new id; on an occupied slot, only once the arguments held
 * are whole or the names differ. Otherwise a fragment continues: by known id, else by slot, else the call that had the
 * last fragment. An id on a free slot with neither name nor arguments is held there until its name. `null`, `""`, an
 * absent field and a placeholder such as `"null"` all mean "nothing new". If nothing else distinguishes two calls, a
 * second name is a new call only if the arguments held are whole JSON and the fragment does not continue them. One id,
 * one name and equal whole arguments on two slots are one call.
 *
 * Law: a permutation of the fragments of calls with different ids or slots gives the same calls, in another order.
 *
 * @since 0.1.0
 */
import type { JsonPrefix } from '../../machine/json/jsonPrefix.ts'
import { emptyPrefix, extend, isBroken, isCut, isOver, isTooDeep } from '../../machine/json/jsonPrefix.ts'
import { beginsJson } from '../../machine/json/jsonProgress.ts'
import { repeated } from '../fingerprint.ts'
import type { CallFragment } from './callFragment.ts'
import type { CallState, ChoiceState, HeldCall } from './state.ts'

const lastWhere = (calls: ReadonlyArray<CallState>, is: (call: CallState) => boolean): number => {
  for (let i = calls.length - 1; i >= 0; i--) {
    const call = calls[i]
    if (call !== undefined && is(call)) return i
  }
  return -1
}

const anotherBegins = (call: CallState | undefined, fragment: CallFragment): boolean =>
  call !== undefined &&
  isOver(call.json) &&
  (beginsJson(fragment.arguments) || (fragment.arguments === '' && fragment.name !== call.name))

/**
 * Whether the arguments of a fragment repeat all arguments so far, with or without more. A text that can continue the
 * JSON so far is not a repetition.
 */
export const isSnapshot = (call: CallState, text: string): boolean =>
  call.size > 0 &&
  call.json !== '' &&
  beginsJson(text) &&
  !isBroken(call.json) &&
  breaks(extend(call.json, text)) &&
  repeated(text, call) !== undefined

const breaks = (json: JsonPrefix): boolean => isBroken(json) && !isTooDeep(json)

/** Whether a fragment with the name of a call continues arguments that stop in the middle. */
const goesOn = (call: CallState, { name, arguments: text }: CallFragment): boolean =>
  call.json !== '' &&
  isCut(call.json) &&
  text !== '' &&
  name === call.name &&
  (!isBroken(extend(call.json, text)) || isSnapshot(call, text))

/**
 * Whether arguments replace the `{}` that stood for them.
 *
 * @internal
 */
export const replaces = (call: CallState, text: string): boolean =>
  call.held && beginsJson(text) && repeated(text, call) === undefined

/** Whether a fragment of the same name, with no id of its own, has all the arguments of a call that has an id. */
const comesAgain = (call: CallState | undefined, { id, name, arguments: text }: CallFragment): boolean =>
  call !== undefined &&
  id === '' &&
  call.id !== '' &&
  name === call.name &&
  (isSnapshot(call, text) || replaces(call, text))

// Ids may repeat: of the calls with this id, the one at the same slot.
const lastWithId = (calls: ReadonlyArray<CallState>, id: string, slot: number): number => {
  const here = slot === -1 ? -1 : lastWhere(calls, (call) => call.id === id && call.slot === slot)
  return here === -1 ? lastWhere(calls, (call) => call.id === id) : here
}

const isOtherName = (call: CallState | undefined, name: string): boolean =>
  call !== undefined && !name.startsWith(call.name) && !call.name.endsWith(name)

/**
 * The place of a fragment that opens a call.
 *
 * @internal
 */
export const OPEN = -1

/**
 * The place of a fragment that is held until its name.
 *
 * @internal
 */
export const HOLD = -2

/** @internal */
export const isWaitingFor = (waiting: HeldCall, { slot, id }: CallFragment): boolean =>
  waiting.slot === slot || (slot === -1 && id !== '' && waiting.id === id)

/**
 * The place of a fragment: the index of its call, `OPEN` or `HOLD`.
 *
 * @internal
 */
export const placeOf = ({ calls, lastCall, held }: ChoiceState, fragment: CallFragment): number => {
  const { slot, id, name } = fragment
  const byId = id === '' ? -1 : lastWithId(calls, id, slot)
  const bySlot = slot === -1 ? -1 : lastWhere(calls, (call) => call.slot === slot)
  if (name === '') {
    if (byId !== -1) return byId
    if (held.some((waiting) => waiting.slot === slot)) return HOLD
    if (bySlot !== -1) return bySlot
    if (lastCall === -1) return HOLD
    const isIdAlone = id !== '' && fragment.arguments === ''
    return isIdAlone && (slot !== -1 || isOver(calls[lastCall]?.json ?? emptyPrefix)) ? HOLD : lastCall
  }
  const known = calls[byId]
  if (known !== undefined) {
    if (name === known.name && isSnapshot(known, fragment.arguments)) return byId
    const isHere = slot === -1 || known.slot === -1 || slot === known.slot
    if (name === known.name && isHere && replaces(known, fragment.arguments)) return byId
    const isOther = isOver(known.json) && (beginsJson(fragment.arguments) || isOtherName(known, name))
    if (isOther || (byId !== bySlot && anotherBegins(known, fragment))) return OPEN
    const isFree = slot !== -1 && bySlot === -1 && known.slot !== -1
    return isFree && !goesOn(known, fragment) ? OPEN : byId
  }
  if (held.some((waiting) => isWaitingFor(waiting, fragment))) return OPEN
  const here = calls[bySlot]
  if (here !== undefined) {
    if (comesAgain(here, fragment)) return bySlot
    const isOther = id !== '' && (here.id !== '' ? !goesOn(here, fragment) : isOtherName(here, name))
    return isOther || anotherBegins(here, fragment) ? OPEN : bySlot
  }
  if (slot !== -1 || id !== '' || lastCall === -1) return OPEN
  const last = calls[lastCall]
  return anotherBegins(last, fragment) && !comesAgain(last, fragment) ? OPEN : lastCall
}
