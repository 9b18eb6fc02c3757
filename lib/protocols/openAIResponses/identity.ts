/**
 * The item to which an event belongs. No single field decides: servers omit indexes (llama.cpp), use one index for
 * several items (gateways to Chat Completions), send the end of an item with the index of the next one (SGLang), give
 * every event another item id (GitHub Copilot), or change the `call_id` of a call. So ids, index, kind, name, order and
 * the streamed text are combined.
 *
 * @since 0.1.0
 */
import { contentsOf, joinedText } from './contents.ts'
import { hashed, hashJoined } from './hash.ts'
import type { Identity } from './items.ts'
import { argumentsIn, familyOf, identityOf, takes, typeOf } from './items.ts'
import type { Joined, Streamed } from './joined.ts'
import { streamedOf } from './joined.ts'
import type { ItemState, PieceKind, ResponsesState } from './state.ts'
import { pieceKinds } from './state.ts'
import type { ResponsesItem } from './wire/item.ts'
import type { ResponsesPlace } from './wire/place.ts'

// No item.
/** @internal */
export const NEW = -1

// -------------------------------------------------------------------------------------
// ids
// -------------------------------------------------------------------------------------

const isEqual = (first: string, second: string): boolean => first !== '' && first === second

/** @internal */
export const isOther = (first: string, second: string): boolean => first !== '' && second !== '' && first !== second

/**
 * Whether the ids that two items have in common all differ.
 *
 * @internal
 */
export const isStranger = (known: Identity, { id, callId }: Identity): boolean =>
  (isOther(known.id, id) || isOther(known.callId, callId)) && !isEqual(known.id, id) && !isEqual(known.callId, callId)

/**
 * Whether an event names an item by its id, or by that of its call.
 *
 * @internal
 */
export const isNamed = ({ id, callId }: Identity, place: ResponsesPlace): boolean => {
  const named = place.item_id ?? ''
  return isEqual(id, named) || isEqual(callId, named) || isEqual(callId, place.call_id ?? '')
}

// -------------------------------------------------------------------------------------
// fragments
// -------------------------------------------------------------------------------------

/**
 * The position of the item to which a text of a kind belongs, by index, item id and call id; `NEW` = none so far. A
 * complete item is continued if the event has its id, or if no other item began since.
 *
 * @internal
 */
export const placeOfText = (
  items: ReadonlyArray<ItemState>,
  kind: PieceKind,
  index: number,
  id: string,
  callId: string
): number => {
  let named = NEW
  let namedDone = NEW
  let here = NEW
  let hereDone = NEW
  let open = NEW
  // The number of items with the id: some servers use one id for all.
  let owners = 0
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at]
    if (item === undefined) continue
    const isId = id !== '' && item.id === id
    if (isId) owners += 1
    if (!takes(item, kind)) continue
    const isIt = isId || isEqual(item.callId, id) || isEqual(item.callId, callId)
    const isHere = index !== -1 && item.index === index
    if (item.done) {
      if (isIt && (namedDone === NEW || isHere)) namedDone = at
      if (isHere && hereDone === NEW) hereDone = at
      continue
    }
    if (isIt && isHere) return at
    if (isIt && named === NEW) named = at
    if (isHere && here === NEW) here = at
    if (open === NEW) open = at
  }
  if (named !== NEW) return named
  if (here !== NEW) return here
  if (namedDone !== NEW && owners < 2 && (index === -1 || namedDone === hereDone)) return namedDone
  if (kind === 'arguments') return hereDone === NEW ? open : hereDone
  if (hereDone !== NEW) {
    const isNext = hereDone < items.length - 1 || isOther(items[hereDone]?.id ?? '', id)
    return isNext ? NEW : hereDone
  }
  // Events without an index belong to items without one.
  const last = items[open]
  return index === -1 || (last?.index === -1 && !isOther(last.id, id)) ? open : NEW
}

/**
 * The position of the last incomplete item that was announced under another index, if nothing of it came so far; `NEW`
 * = none. Some servers count the items of their texts otherwise than the items.
 *
 * @internal
 */
export const placeOfShifted = (
  { items, pieces }: ResponsesState,
  kind: PieceKind,
  index: number,
  id: string
): number => {
  const at = items.findLastIndex((item) => !item.done && takes(item, kind))
  const isTaken = items.some((item) => item.index === index && takes(item, kind))
  const isOthers = isTaken || isOther(items[at]?.id ?? '', id)
  return index === -1 || isOthers || pieces.some(({ item }) => item === at) ? NEW : at
}

/**
 * The position of an incomplete item with exactly this text, alone or as one of its pieces; or of a complete one with this text
 * and the index, and no other id: then the text was sent again.
 *
 * @internal
 */
export const placeOfContent = (
  { items, pieces }: ResponsesState,
  kind: PieceKind,
  text: string,
  index: number,
  id: string
): number => {
  const mayBe = (item: ItemState | undefined): boolean =>
    item !== undefined && (!item.done || (index !== -1 && item.index === index && !isOther(item.id, id)))
  const joined = new Map<number, Omit<Joined, 'pieces'>>()
  const own = hashed(0, text)
  const isText = ({ size, hash }: Omit<Joined, 'pieces'>): boolean => size === text.length && hash === own
  for (const piece of pieces) {
    if (piece.kind !== kind || !mayBe(items[piece.item])) continue
    if (isText(piece)) return piece.item
    const { size, hash } = joined.get(piece.item) ?? { size: 0, hash: 0 }
    joined.set(piece.item, { size: size + piece.size, hash: hashJoined(hash, piece.hash, piece.size) })
  }
  for (const [at, all] of joined) if (isText(all)) return at
  return NEW
}

// -------------------------------------------------------------------------------------
// content
// -------------------------------------------------------------------------------------

/**
 * The agreement of the streamed text of an item with a complete item: another text, nothing to compare, its beginning,
 * or all of it.
 *
 * @internal
 */
export type Agreement = 'other' | 'nothing' | 'beginning' | 'all'

/**
 * A whole text of an item.
 *
 * @internal
 */
export interface Whole {
  readonly kind: PieceKind
  readonly text: string
  /** Hashes of its beginnings that were computed so far, by size. */
  readonly hashes: Map<number, number>
}

/**
 * The whole texts of an item, by kind; empty ones are left out.
 *
 * @internal
 */
export const wholesOf = (item: ResponsesItem): ReadonlyArray<Whole> => {
  const contents = contentsOf(item)
  return pieceKinds
    .map((kind) => ({
      kind,
      text: kind === 'arguments' ? argumentsIn(item) : joinedText(contents, kind),
      hashes: new Map<number, number>()
    }))
    .filter(({ text }) => text !== '')
}

// The most beginnings of a text that are compared, besides the whole: servers that need it have few items open.
const BEGINNINGS = 16

const beginsWith = ({ text, hashes }: Whole, { size, hash }: Omit<Joined, 'pieces'>): boolean => {
  if (size > text.length) return false
  const known = hashes.get(size)
  if (known !== undefined) return known === hash
  if (hashes.size >= BEGINNINGS && size < text.length) return false
  const own = hashed(0, text.slice(0, size))
  hashes.set(size, own)
  return own === hash
}

/** @internal */
export const agreementOf = (
  known: ItemState,
  streamed: Streamed,
  name: string,
  wholes: ReadonlyArray<Whole>
): Agreement => {
  if (isOther(known.name, name)) return 'other'
  let agreement: Agreement = 'nothing'
  for (const whole of wholes) {
    const { size, hash } = streamed.get(whole.kind) ?? { size: 0, hash: 0 }
    if (size > 0 && !beginsWith(whole, { size, hash })) return 'other'
    if (size > 0 && size < whole.text.length) agreement = 'beginning'
    if (size === whole.text.length && agreement === 'nothing') agreement = 'all'
  }
  return agreement
}

// -------------------------------------------------------------------------------------
// items
// -------------------------------------------------------------------------------------

/** Whether a call is the same by all that identifies it; one id may be the id of all items of the server. */
const isSameCall = (known: ItemState, index: number, { id, callId, name }: Identity): boolean =>
  known.role === 'call' &&
  isEqual(known.callId, callId) &&
  !isOther(known.name, name) &&
  (isEqual(known.id, id) || (index !== -1 && known.index === index && !isOther(known.id, id)))

/**
 * The position of another call with the `call_id` and the name of the one at a position; `NEW` = none.
 *
 * @internal
 */
export const placeOfNamesake = (
  { items }: ResponsesState,
  at: number,
  { callId, name }: Pick<Identity, 'callId' | 'name'>
): number =>
  items.findIndex(
    (one, i) => i !== at && one.role === 'call' && one.key !== -1 && isEqual(one.callId, callId) && one.name === name
  )

/**
 * The position of the item that begins again; `NEW` = another item begins. An item with streamed text is the same only
 * if its ids are: some servers use one id, or one index, for all items. A complete call that begins again does not run
 * twice.
 *
 * @internal
 */
export const placeOfBegun = ({ items, pieces }: ResponsesState, index: number, item: ResponsesItem): number => {
  const type = typeOf(item)
  const identity = identityOf(item)
  const { id, callId } = identity
  return items.findLastIndex((known, at) => {
    if (known.type !== type) return false
    if (isSameCall(known, index, identity)) return true
    if (known.done || known.index !== index || isStranger(known, identity)) return false
    const isId = isEqual(known.id, id)
    if (isEqual(known.callId, callId)) return true
    if (isId && index !== -1 && !isOther(known.callId, callId)) return true
    return (isId || index !== -1) && !pieces.some((piece) => piece.item === at)
  })
}

/**
 * The position of a complete item; `NEW` = it never began.
 *
 * @internal
 */
export const placeOfWhole = (state: ResponsesState, index: number, item: ResponsesItem): number => {
  const type = typeOf(item)
  const { id, callId, name } = identityOf(item)
  const wholes = wholesOf(item)
  let streamed: ReadonlyArray<Streamed> | undefined
  const agrees = (known: ItemState, at: number, ...accepted: ReadonlyArray<Agreement>): boolean => {
    streamed ??= streamedOf(state)
    return accepted.includes(agreementOf(known, streamed[at] ?? new Map(), name, wholes))
  }
  /** The certainty that the item is the one at a position; 0 = it is not. */
  const certainty = (known: ItemState, at: number): number => {
    const isId = isEqual(known.id, id)
    const isUnsaid = known.role === 'other' && !known.done && (known.type === '' || isId)
    const isRetyped = isEqual(known.callId, callId) && familyOf(known.type) === familyOf(type)
    if (known.type !== type && !isUnsaid && !isRetyped) return 0
    const isHere = index !== -1 && known.index === index
    const certain = (isEqual(known.callId, callId) ? 8 : 0) + (isId ? 4 : 0) + (isHere ? 2 : 0) + (known.done ? 0 : 1)
    const isOtherId = isOther(known.id, id)
    const isOtherCall = isOther(known.callId, callId)
    if (isEqual(known.callId, callId)) return certain
    if (isId && isOtherCall) return !known.closed && agrees(known, at, 'nothing', 'beginning', 'all') ? certain : 0
    if (isId) return !known.done || isHere || agrees(known, at, 'nothing', 'beginning', 'all') ? certain : 0
    // A call that never began with this id: it is the same call if it equals the streamed one.
    const mayBeHere = isHere || index === -1 || known.index === -1
    if (isOtherCall) return mayBeHere && !known.done && agrees(known, at, 'all') ? certain : 0
    if (known.done) return (isHere || index === -1) && agrees(known, at, 'all') ? certain + 1 : 0
    if (isHere) return certain
    // Neither ids nor indexes agree: the order decides, or otherwise the streamed text.
    if (mayBeHere && !isOtherId) return certain
    return agrees(known, at, 'beginning', 'all') ? certain : 0
  }
  let best = NEW
  let most = 0
  state.items.forEach((known, at) => {
    const certain = certainty(known, at)
    if (certain > most) [best, most] = [at, certain]
  })
  return best
}
