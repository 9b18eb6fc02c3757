/**
 * The starts of items, and complete items: in `response.output_item.done`, in the final response, in a JSON body. Text
 * that was already streamed is not emitted again.
 *
 * Encrypted reasoning is taken from `response.output_item.done`: at the start of an item it is a placeholder, and the
 * final response has another encryption of it.
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, isNothing, textOf } from '../../codec/field.ts'
import type { Delta, ReasoningDelta } from '../../data/Delta.ts'
import { isSameJson } from '../../machine/json/sameJson.ts'
import type { Emit } from '../../machine/Machine.ts'
import { argumentsOf } from '../argumentsOf.ts'
import { newIdFields } from '../CallIdentity.ts'
import { repairCall, repairDigits } from '../repair.ts'
import { contentsOf, withContents, withUnrecognised } from './contents.ts'
import { statusOf } from './finishReason.ts'
import { isOther, isStranger, NEW, placeOfNamesake } from './identity.ts'
import type { CustomTools, Identity } from './items.ts'
import {
  argumentsIn,
  callExtra,
  identityOf,
  rawArguments,
  restOf,
  resultOf,
  roleOf,
  serverCallExtra,
  typeOf
} from './items.ts'
import { withSameArguments, withWholePiece } from './pieces.ts'
import type { ItemState, ResponsesState } from './state.ts'
import { newItem, placeOfPiece, withItem, withPart } from './state.ts'
import type { ResponsesItem } from './wire/item.ts'
import type { ResponsesImageGenerationCall } from './wire/messages.ts'

type Say = Emit<Delta>

/** The statuses of an item that is not complete. */
const cutWords: ReadonlyArray<string> = ['incomplete', 'failed', 'cancelled']

// -------------------------------------------------------------------------------------
// calls
// -------------------------------------------------------------------------------------

const idOf = ({ id, callId }: Pick<ItemState, 'id' | 'callId'>): string => (callId === '' ? id : callId)

// A call without a name cannot be run: it is held until its name. One with the id and the name of an earlier call is held
// until it is whole, which shows whether it is that call.
const withCall = (
  state: ResponsesState,
  at: number,
  item: ResponsesItem,
  emit: Say,
  isWhole = false
): ResponsesState => {
  const known = state.items[at]
  const { name } = identityOf(item)
  if (known === undefined || known.key !== -1 || name === '') return state
  const callId = identityOf(item).callId || known.callId
  if (!isWhole && placeOfNamesake(state, at, { callId, name }) !== NEW) return withItem(state, at, { name })
  const key = state.parts
  const id = idOf(identityOf(item)) || idOf(known)
  const extra = callExtra(item)
  const ids = newIdFields(
    state.items.filter(isSaid).map((one) => ({ id: idOf(one) })),
    id,
    0,
    key,
    emit
  )
  const delta: Delta = { _tag: 'ToolCallDelta', choice: 0, key, ...ids, name, arguments: '' }
  emit(extra === undefined ? delta : { ...delta, extra })
  return withItem(withPart(state), at, { key, name })
}

/** The state after a call got another `call_id`: the last one counts, as long as the call is not closed. */
const withCallId = (
  state: ResponsesState,
  at: number,
  { id, callId }: Identity,
  isSame: boolean,
  emit: Say
): ResponsesState => {
  const known = state.items[at]
  if (known === undefined) return state
  const ids = { id: id || known.id, callId: callId || known.callId }
  if (known.role !== 'call' || known.key === -1 || callId === '' || callId === idOf(known))
    return withItem(state, at, ids)
  const isReplaced = isSame && !known.closed
  repairCall(isReplaced ? 'IdReplaced' : 'IdIgnored', 0, known.key, emit)
  if (isReplaced) emit({ _tag: 'ToolCallDelta', choice: 0, key: known.key, id: callId, name: '', arguments: '' })
  return withItem(state, at, ids)
}

const withServerCall = (state: ResponsesState, at: number, item: ResponsesItem, emit: Say): ResponsesState => {
  const known = state.items[at]
  if (known === undefined || known.key !== -1) return state
  const key = state.parts
  const { name, ...ids } = identityOf(item)
  const id = idOf(ids)
  emit({ _tag: 'ServerToolCallDelta', choice: 0, key, kind: typeOf(item), id, name, arguments: '' })
  return withItem(withPart(state), at, { key, name })
}

/**
 * Whole arguments as text; a value that is not text is serialised once.
 *
 * @internal
 */
export const wholeArguments = (said: unknown, key: number, emit: Say): string => {
  if (typeof said !== 'string' && !isNothing(said)) {
    repairCall('ArgumentsSerialised', 0, key, emit)
    repairDigits(said, 0, key, emit)
  }
  return argumentsOf(said)
}

const withArguments = (state: ResponsesState, at: number, item: ResponsesItem, emit: Say): ResponsesState => {
  const said = rawArguments(item)
  const known = state.items[at]
  if (known === undefined || said === undefined || said === null) return state
  // The extra fields of a server call are kept unchanged.
  if (typeof said !== 'string' && known.role !== 'call') return state
  return withWholePiece(state, at, 'arguments', 0, wholeArguments(said, known.key, emit), emit)
}

const isSaid = ({ role, key }: ItemState): boolean => role === 'call' && key !== -1

/** The state after a complete call that is an earlier one; `undefined` = it is not. */
const withRepeatedCall = (
  state: ResponsesState,
  at: number,
  item: ResponsesItem,
  emit: Say
): ResponsesState | undefined => {
  const place = state.items[at]?.key === -1 ? placeOfNamesake(state, at, identityOf(item)) : NEW
  const earlier = state.items[place]
  const text = argumentsIn(item)
  const said = state.pieces[placeOfPiece(state, place, 'arguments', 0)]?.text ?? ''
  if (earlier === undefined || (text !== '' && text !== said && !isSameJson(text, said))) return undefined
  const isTold = state.items.some((one, i) => i !== at && one.done && one.key === -1 && one.callId === earlier.callId)
  if (!isTold) repairCall('ArgumentsRepeated', 0, earlier.key, emit)
  return state
}

const withWholeCall = (before: ResponsesState, at: number, item: ResponsesItem, emit: Say): ResponsesState => {
  const repeated = withRepeatedCall(before, at, item, emit)
  if (repeated !== undefined) return repeated
  const state = withCall(before, at, item, emit, true)
  const known = state.items[at]
  if (known === undefined) return before
  if (known.key === -1) {
    repairCall('NamelessCall', 0, state.parts, emit)
    return withUnrecognised(state, asItCame(item), emit)
  }
  const extra = state === before ? callExtra(item) : undefined
  if (extra !== undefined) {
    emit({ _tag: 'ToolCallDelta', choice: 0, key: known.key, id: '', name: '', arguments: '', extra })
  }
  return withArguments(state, at, item, emit)
}

const withWholeServerCall = (before: ResponsesState, at: number, item: ResponsesItem, emit: Say): ResponsesState => {
  const begun = withServerCall(before, at, item, emit)
  const state = withArguments(begun, at, item, emit)
  const known = state.items[at]
  if (known === undefined) return before
  const type = typeOf(item)
  const id = idOf(identityOf(item))
  const name = known.name === '' ? identityOf(item).name : ''
  const extra = serverCallExtra(item)
  const delta: Delta = { _tag: 'ServerToolCallDelta', choice: 0, key: known.key, kind: type, id, name, arguments: '' }
  emit(extra === undefined ? delta : { ...delta, extra })
  const raw = resultOf(item)
  if (raw === undefined) return state
  emit({ _tag: 'ServerToolResultDelta', choice: 0, key: state.parts, kind: type, id, raw })
  return withPart(state)
}

// -------------------------------------------------------------------------------------
// the other kinds
// -------------------------------------------------------------------------------------

const withServerResult = (state: ResponsesState, item: ResponsesItem, emit: Say): ResponsesState => {
  const kind = typeOf(item)
  emit({
    _tag: 'ServerToolResultDelta',
    choice: 0,
    key: state.parts,
    kind,
    id: idOf(identityOf(item)),
    raw: asItCame(item)
  })
  return withPart(state)
}

const withImage = (state: ResponsesState, item: ResponsesImageGenerationCall, emit: Say): ResponsesState => {
  const format = item.output_format || 'png'
  const extra = restOf(item, ['type', 'id', 'result'])
  emit({
    _tag: 'ImageDelta',
    choice: 0,
    key: state.parts,
    id: item.id ?? '',
    mediaType: `image/${format}`,
    name: '',
    url: '',
    data: item.result ?? '',
    text: '',
    ...(extra === undefined ? {} : { extra })
  })
  return withPart(state)
}

// The end of an item of reasoning. Its id is useful if the provider stores the item, or if something proves it: encrypted
// data, or (OpenRouter) the signature of the upstream provider with the name of its format.
const withProof = (state: ResponsesState, item: ResponsesItem, emit: Say): ResponsesState => {
  const { id } = identityOf(item)
  const data = textOf(field(item, 'encrypted_content'))
  const signature = textOf(field(item, 'signature'))
  const format = textOf(field(item, 'format'))
  if (data === '' && signature === '' && (id === '' || !state.stored)) return state
  const delta: ReasoningDelta = {
    _tag: 'ReasoningDelta',
    choice: 0,
    key: state.parts,
    kind: 'encrypted',
    text: '',
    signature
  }
  emit({
    ...delta,
    ...(data === '' ? {} : { data }),
    ...(id === '' ? {} : { id }),
    ...(format === '' ? {} : { format })
  })
  return withPart(state)
}

const withWholeReasoning = (state: ResponsesState, at: number, item: ResponsesItem, emit: Say): ResponsesState => {
  const said = withContents(state, at, contentsOf(item), emit)
  return state.items[at]?.done === false ? withProof(said, item, emit) : said
}

// -------------------------------------------------------------------------------------
// items
// -------------------------------------------------------------------------------------

/**
 * The state after an item began again: a call may get its name only now.
 *
 * @internal
 */
export const withBegunAgain = (state: ResponsesState, at: number, item: ResponsesItem, emit: Say): ResponsesState =>
  withCall(state, at, item, emit)

/**
 * The state after an item began; it becomes the last one.
 *
 * @internal
 */
export const withNewItem = (
  state: ResponsesState,
  index: number,
  item: ResponsesItem,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  const type = typeOf(item)
  const identity = identityOf(item)
  const at = state.items.length
  const role = roleOf(item, customTools)
  const isStray = state.stray.some((one) => one === index || one === -1 || index === -1)
  const begun = { ...newItem(index, type, role, identity), damaged: role === 'call' && isStray }
  const { id, callId, phase, name } = identity
  const held = state.held + type.length + id.length + callId.length + phase.length + name.length
  const next = { ...state, held, items: [...state.items, begun] }
  if (begun.role === 'call') return withCall(next, at, item, emit)
  return begun.role === 'serverCall' ? withServerCall(next, at, item, emit) : next
}

const withWhole = (state: ResponsesState, at: number, item: ResponsesItem, emit: Say): ResponsesState => {
  const known = state.items[at]
  if (known?.role === 'message') return withContents(state, at, contentsOf(item), emit)
  if (known?.role === 'reasoning') return withWholeReasoning(state, at, item, emit)
  if (known === undefined) return state
  if (known.done) return known.role === 'call' ? withSameArguments(state, at, argumentsIn(item), emit) : state
  // The rest is emitted once.
  switch (known.role) {
    case 'call':
      return withWholeCall(state, at, item, emit)
    case 'serverCall':
      return withWholeServerCall(state, at, item, emit)
    case 'serverResult':
      return withServerResult(state, item, emit)
    case 'image':
      return item.type === 'image_generation_call' ? withImage(state, item, emit) : state
    case 'awaited':
    case 'other':
      return withUnrecognised(state, asItCame(item), emit)
  }
}

/**
 * The state after a complete item.
 *
 * @internal
 */
export const withWholeItem = (
  state: ResponsesState,
  at: number,
  item: ResponsesItem,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  const known = state.items[at]
  if (known === undefined) return state
  // The kind of the complete item is used if nothing was emitted for the item.
  const isUnsaid = !known.done && known.key === -1 && !state.pieces.some((piece) => piece.item === at)
  const isRetyped = known.role === 'call' && !known.closed && roleOf(item, customTools) === 'call'
  const type = typeOf(item)
  const next = isUnsaid || isRetyped ? withItem(state, at, { type, role: roleOf(item, customTools) }) : state
  const identity = identityOf(item)
  const whole = withWhole(withCallId(next, at, identity, !isStranger(known, identity), emit), at, item, emit)
  // A call with two names is neither.
  const isRenamed = known.role === 'call' && isOther(known.name, identity.name)
  if (isRenamed && !known.damaged) repairCall('TextContradicted', 0, known.key, emit)
  const damaged = isRenamed || whole.items[at]?.damaged === true || cutWords.includes(statusOf(field(item, 'status')))
  return withItem(whole, at, { done: true, whole: true, damaged, begun: null })
}
