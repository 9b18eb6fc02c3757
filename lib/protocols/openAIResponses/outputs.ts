/**
 * Matches each item of a complete output with one of the items that began, each at most once: first by certain keys
 * (both ids, the id of the call, the id of the item), then by index if the streamed text agrees, then by content, and
 * at last by index and by order. A call with other ids is the same only with the same name and arguments.
 *
 * @since 0.1.0
 */
import type { Content } from './contents.ts'
import { contentsOf, joinedText, withParts } from './contents.ts'
import { hashed } from './hash.ts'
import type { Agreement } from './identity.ts'
import { agreementOf, isStranger, NEW, wholesOf } from './identity.ts'
import { familyOf, identityOf, typeOf } from './items.ts'
import type { Streamed } from './joined.ts'
import { continues, joined, streamedOf } from './joined.ts'
import type { ItemState, ResponsesState } from './state.ts'
import { pieceKinds } from './state.ts'
import type { ResponsesItem } from './wire/item.ts'

/** A key by which items are matched; `undefined` = none. */
type Key = string | undefined

const keyOf = (...fields: ReadonlyArray<string | number>): string => JSON.stringify(fields)

const named = (type: string, ...ids: ReadonlyArray<string>): Key => (ids.includes('') ? undefined : keyOf(type, ...ids))

const keyOfContent = (type: string, name: string, contents: Streamed): Key => {
  const known = pieceKinds.flatMap((kind) => {
    const { size, hash } = contents.get(kind) ?? { size: 0, hash: 0 }
    return size === 0 ? [] : [kind, size, hash]
  })
  return known.length === 0 ? undefined : keyOf(type, name, ...known)
}

/**
 * For each item of the output, its position among the items that began; `NEW` = it never began.
 *
 * Law: no two items have the same place.
 *
 * @internal
 */
export const placesOf = (state: ResponsesState, output: ReadonlyArray<ResponsesItem>): ReadonlyArray<number> => {
  const { items } = state
  const taken = new Set<number>()
  const places: number[] = output.map(() => NEW)
  const wholes = output.map(wholesOf)
  const identities = output.map(identityOf)

  const streamed = streamedOf(state)

  const agreement = (at: number, i: number): Agreement => {
    const known = items[at]
    if (known === undefined) return 'other'
    return agreementOf(known, streamed[at] ?? new Map(), identities[i]?.name ?? '', wholes[i] ?? [])
  }

  const isOtherCall = (at: number, i: number): boolean => {
    const known = items[at]
    const identity = identities[i]
    return known?.role === 'call' && identity !== undefined && isStranger(known, identity)
  }

  /** Matches the first remaining item with the same key, if it is accepted. */
  const pass = (
    ofKnown: (known: ItemState, at: number) => Key,
    ofItem: (item: ResponsesItem, i: number) => Key,
    accepts: (at: number, i: number) => boolean
  ): void => {
    if (!places.includes(NEW)) return
    const left = new Map<string, number[]>()
    items.forEach((known, at) => {
      const key = taken.has(at) ? undefined : ofKnown(known, at)
      if (key === undefined) return
      const others = left.get(key)
      if (others === undefined) left.set(key, [at])
      else others.push(at)
    })
    for (const others of left.values()) others.reverse()
    output.forEach((item, i) => {
      const key = places[i] === NEW ? ofItem(item, i) : undefined
      const others = key === undefined ? undefined : left.get(key)
      const at = others?.at(-1)
      if (at === undefined || !accepts(at, i)) return
      others?.pop()
      taken.add(at)
      places[i] = at
    })
  }

  const always = (): boolean => true
  const id = (i: number): string => identities[i]?.id ?? ''
  const callId = (i: number): string => identities[i]?.callId ?? ''

  pass(
    (known) => named(known.type, known.id, known.callId),
    (item, i) => named(typeOf(item), id(i), callId(i)),
    always
  )
  pass(
    (known) => named(familyOf(known.type), known.callId),
    (item, i) => named(familyOf(typeOf(item)), callId(i)),
    always
  )
  pass(
    (known) => named(known.type, known.id),
    (item, i) => named(typeOf(item), id(i)),
    (at, i) => items[at]?.callId === callId(i) || agreement(at, i) !== 'other'
  )
  pass(
    ({ type, index }) => keyOf(type, index),
    (item, i) => keyOf(typeOf(item), i),
    (at, i) => (isOtherCall(at, i) ? agreement(at, i) === 'all' : agreement(at, i) !== 'other')
  )
  pass(
    ({ type, name }, at) => keyOfContent(type, name, streamed[at] ?? new Map()),
    (item, i) =>
      keyOfContent(
        typeOf(item),
        identities[i]?.name ?? '',
        new Map((wholes[i] ?? []).map(({ kind, text }) => [kind, { size: text.length, hash: hashed(0, text) }]))
      ),
    always
  )
  pass(
    ({ type, index }) => keyOf(type, index),
    (item, i) => keyOf(typeOf(item), i),
    (at, i) => !isOtherCall(at, i)
  )
  pass(
    ({ type }) => keyOf(type),
    (item) => keyOf(typeOf(item)),
    (at, i) => !isOtherCall(at, i)
  )
  return places
}

/**
 * The items of an output, without the texts of kinds that have streamed completely in other items: fragments without
 * addresses form one item, even if the output has several.
 *
 * @internal
 */
export const withoutRepeated = (
  state: ResponsesState,
  output: ReadonlyArray<ResponsesItem>,
  places: ReadonlyArray<number>
): ReadonlyArray<ResponsesItem> => {
  if (state.pieces.length === 0) return output
  const streamed = streamedOf(state)
  const isOdd = output.some((item, i) => {
    const wholes = wholesOf(item).filter(({ kind }) => kind !== 'arguments')
    const known = state.items[places[i] ?? NEW]
    const isKnown =
      known !== undefined && agreementOf(known, streamed[places[i] ?? NEW] ?? new Map(), '', wholes) === 'all'
    return wholes.length > 0 && !isKnown
  })
  if (!isOdd) return output
  const contents = output.flatMap(contentsOf)
  const repeated = pieceKinds.filter((kind) => {
    const whole = joinedText(contents, kind)
    const all = joined(state.pieces.filter((piece) => piece.kind === kind))
    return whole !== '' && whole.length === all.size && continues(whole, all)
  })
  const isRepeated = ({ kind }: Content): boolean => kind !== 'other' && repeated.includes(kind)
  return output.map((item) =>
    contentsOf(item).some(isRepeated) ? withParts(item, (content) => !isRepeated(content)) : item
  )
}
