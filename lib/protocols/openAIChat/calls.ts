/**
 * The fragments of tool calls, to deltas: calls that open, continue, are held until their name, or are repeated.
 *
 * @since 0.1.0
 */
import type { Delta, ToolCallDelta } from '../../data/Delta.ts'
import { replaced } from '../../data/replaced.ts'
import { append } from '../../data/rope.ts'
import { emptyPrefix } from '../../machine/json/jsonPrefix.ts'
import type { Emit } from '../../machine/Machine.ts'
import { repeated, SEED } from '../fingerprint.ts'
import type { CallRepair } from '../repair.ts'
import { repairCall } from '../repair.ts'
import { withPart } from '../row.ts'
import { distinctId, syntheticId } from '../syntheticId.ts'
import type { CallFragment } from './callFragment.ts'
import { HOLD, isSnapshot, isWaitingFor, OPEN, placeOf, replaces } from './callPlace.ts'
import type { CallState, ChoiceState, HeldCall } from './state.ts'
import { newCall, withArguments, withProceeded } from './state.ts'

// -------------------------------------------------------------------------------------
// deltas of a call
// -------------------------------------------------------------------------------------

const callDelta = (
  choice: number,
  key: number,
  id: string,
  name: string,
  text: string,
  extra: CallFragment['extra']
): ToolCallDelta => {
  const delta: ToolCallDelta = { _tag: 'ToolCallDelta', choice, key, id, name, arguments: text }
  return extra === undefined ? delta : { ...delta, extra }
}

// The extra fields of a call are copied with each fragment that has some, so only so many names are kept for a call. Others
// stay in the wire of the chunk.
const MOST_EXTRAS = 64

type Extra = NonNullable<CallFragment['extra']>

const namesOf = (extra: Extra | undefined): ReadonlyArray<string> => (extra === undefined ? [] : Object.keys(extra))

const union = (known: ReadonlyArray<string>, said: ReadonlyArray<string>): ReadonlyArray<string> => {
  const news = said.filter((name) => !known.includes(name))
  return news.length === 0 ? known : [...known, ...news]
}

const withinMost = (known: ReadonlyArray<string>, extra: Extra): Extra | undefined => {
  const names = union(known, namesOf(extra))
  if (names.length <= MOST_EXTRAS) return extra
  const kept = Object.entries(extra).filter(([name]) => names.indexOf(name) < MOST_EXTRAS)
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

const open = (choice: ChoiceState, fragment: CallFragment, emit: Emit<Delta>): ChoiceState => {
  const { index, calls, parts: key } = choice
  const { name } = fragment
  const waiting = choice.held.find((held) => isWaitingFor(held, fragment))
  const slot = fragment.slot === -1 ? (waiting?.slot ?? -1) : fragment.slot
  const id = fragment.id === '' ? (waiting?.id ?? '') : fragment.id
  const text = (waiting?.arguments ?? '') + fragment.arguments
  const extra = waiting?.extra === undefined ? fragment.extra : { ...waiting.extra, ...fragment.extra }
  const call = { ...newCall(key, slot, id, name, fragment.isText), damaged: waiting?.damaged === true }
  if (slot !== -1 && calls.some((other) => other.slot === slot)) repairCall('SlotReused', index, key, emit)
  const isReused = id !== '' && calls.some((other) => other.id === id)
  if (isReused) repairCall('IdReused', index, key, emit)
  if (id === '') repairCall('SyntheticId', index, key, emit)
  if (fragment.serialised) repairCall('ArgumentsSerialised', index, key, emit)
  if (fragment.rounded) repairCall('DigitsLost', index, key, emit)
  const given = id === '' ? syntheticId(index, key) : isReused ? `${id}_${key}` : id
  // Servers that mean "no arguments yet" by `{}` send it with the name.
  const isHeld = text === '{}' && !fragment.isText
  const delta = callDelta(index, key, given === id ? id : distinctId(calls, given), name, isHeld ? '' : text, extra)
  emit(id ? delta : { ...delta, syntheticId: true })
  return {
    ...withPart(choice, 'call'),
    calls: [...calls, { ...withArguments(call, text), held: isHeld, extras: namesOf(extra) }],
    lastCall: calls.length,
    held: waiting === undefined ? choice.held : choice.held.filter((held) => held !== waiting)
  }
}

// A repeated name is not appended, a continued name is.
const suffix = (name: string, said: string): string => (said.startsWith(name) ? said.slice(name.length) : said)

// Most fragments only have more arguments.
const isPlain = (call: CallState, { slot, id, name, serialised }: CallFragment): boolean =>
  name === '' && !serialised && (slot === -1 || slot === call.slot) && (id === '' || id === call.id)

const withAnything = (
  call: CallState,
  fragment: CallFragment,
  choice: number,
  isRepeated: boolean,
  emit: Emit<Delta>
): { readonly call: CallState; readonly id: string; readonly name: string } => {
  const { slot, id } = fragment
  const name = suffix(call.name, fragment.name)
  const adopts = id !== '' && call.id === ''
  const takesSlot = slot !== -1 && call.slot === -1
  const happened: ReadonlyArray<readonly [CallRepair, boolean]> = [
    ['IndexDrift', slot !== -1 && call.slot !== slot && !takesSlot],
    ['NameRepeated', fragment.name !== '' && name === ''],
    ['NameContinued', name !== ''],
    ['IdReplaced', adopts],
    ['IdIgnored', id !== '' && !adopts && id !== call.id],
    ['ArgumentsSerialised', fragment.serialised],
    ['ArgumentsRepeated', isRepeated],
    ['DigitsLost', fragment.rounded]
  ]
  const news = happened.flatMap(([tag, did]) => (did && !call.told.includes(tag) ? [tag] : []))
  news.forEach((tag) => {
    repairCall(tag, choice, call.key, emit)
  })
  const known = {
    key: call.key,
    json: call.json,
    held: call.held,
    ended: call.ended,
    damaged: call.damaged,
    slot: takesSlot ? slot : call.slot,
    id: adopts ? id : call.id,
    name: call.name + name,
    told: [...call.told, ...news],
    extras: call.extras,
    size: call.size,
    hash: call.hash
  }
  return { call: withArguments(known, fragment.arguments), id: adopts ? id : '', name }
}

/** The call before more arguments: those that are held are emitted, or replaced. */
const withoutHeld = (choice: number, call: CallState, text: string, emit: Emit<Delta>): CallState => {
  if (!call.held) return call
  if (!replaces(call, text)) {
    emit(callDelta(choice, call.key, '', '', '{}', undefined))
    return { ...call, held: false }
  }
  repairCall('PlaceholderReplaced', choice, call.key, emit)
  return { ...call, held: false, json: emptyPrefix, size: 0, hash: SEED }
}

const proceed = (choice: ChoiceState, at: number, said: CallFragment, emit: Emit<Delta>): ChoiceState => {
  const known = choice.calls[at]
  if (known === undefined) return choice
  const isRepeated = isSnapshot(known, said.arguments)
  const rest = isRepeated ? repeated(said.arguments, known) : undefined
  const fragment = rest === undefined ? said : { ...said, arguments: rest }
  const { arguments: text } = fragment
  const before = text === '' ? known : withoutHeld(choice.index, known, text, emit)
  const extra = fragment.extra === undefined ? undefined : withinMost(before.extras, fragment.extra)
  if (!isRepeated && extra === undefined && isPlain(before, fragment)) {
    if (text !== '') emit(callDelta(choice.index, before.key, '', '', text, undefined))
    return withProceeded(choice, at, withArguments(before, text))
  }
  const { call, id, name } = withAnything(before, fragment, choice.index, isRepeated, emit)
  if (id !== '' || name !== '' || text !== '' || extra !== undefined) {
    emit(callDelta(choice.index, call.key, id, name, text, extra))
  }
  const extras = extra === undefined ? call.extras : union(call.extras, namesOf(extra))
  return withProceeded(choice, at, { ...call, extras })
}

const hold = (choice: ChoiceState, { slot, id, arguments: text, extra }: CallFragment): ChoiceState => {
  const waiting = choice.held.find((held) => held.slot === slot)
  const all: HeldCall = {
    slot,
    id: id === '' ? (waiting?.id ?? '') : id,
    arguments: append(waiting?.arguments ?? '', text),
    damaged: waiting?.damaged === true,
    ...(extra === undefined && waiting?.extra === undefined ? {} : { extra: { ...waiting?.extra, ...extra } }),
    size: (waiting?.size ?? 0) + id.length + text.length + (extra === undefined ? 0 : JSON.stringify(extra).length)
  }
  return { ...choice, held: [...choice.held.filter((held) => held !== waiting), all] }
}

/**
 * The choice after one more fragment of a tool call.
 *
 * @internal
 */
export const withCall = (choice: ChoiceState, fragment: CallFragment, emit: Emit<Delta>): ChoiceState => {
  const { id, name, arguments: text, extra } = fragment
  if (id === '' && name === '' && text === '' && extra === undefined) return choice
  const at = placeOf(choice, fragment)
  if (at === OPEN) return open(choice, fragment, emit)
  if (at === HOLD) return hold(choice, fragment)
  return proceed(choice, at, fragment, emit)
}

const contradicted = (choice: ChoiceState, at: number, call: CallState, emit: Emit<Delta>): ChoiceState => {
  if (call.damaged) return choice
  repairCall('TextContradicted', choice.index, call.key, emit)
  return { ...choice, calls: replaced(choice.calls, at, { ...call, damaged: true }) }
}

/**
 * The choice after a streamed call was repeated as a whole. Arguments that differ from the streamed ones damage the
 * call.
 *
 * @internal
 */
export const withCallAgain = (
  choice: ChoiceState,
  at: number,
  { id, arguments: text, extra }: CallFragment,
  emit: Emit<Delta>
): ChoiceState => {
  const call = choice.calls[at]
  if (call === undefined) return choice
  const rest = text === '' || replaces(call, text) ? text : repeated(text, call)
  if (rest === undefined) return contradicted(choice, at, call, emit)
  const fragment = { slot: -1, id, name: '', serialised: false, rounded: false, isText: false }
  return rest === '' && extra === undefined && (id === '' || id === call.id)
    ? choice
    : proceed(choice, at, { ...fragment, arguments: rest, extra }, emit)
}

/**
 * The choice at its finish reason: the `{}` of a call was no placeholder.
 *
 * @internal
 */
export const withoutPlaceholders = (choice: ChoiceState, emit: Emit<Delta>): ChoiceState =>
  choice.calls.some(({ held }) => held)
    ? { ...choice, calls: choice.calls.map((call) => withoutHeld(choice.index, call, '', emit)) }
    : choice

/**
 * Emits what is held: a `{}` that was no placeholder, and the fragments that never got a name.
 *
 * @internal
 */
export const flushHeld = (choice: ChoiceState, emit: Emit<Delta>): void => {
  withoutPlaceholders(choice, emit)
  choice.held.forEach(({ id, arguments: text, extra }, i) => {
    const key = choice.parts + i
    repairCall('NamelessCall', choice.index, key, emit)
    emit({ _tag: 'UnrecognisedDelta', choice: choice.index, key, raw: { ...extra, id, arguments: text } })
  })
}
