/**
 * Texts that arrive in fragments, and then whole. The whole text adds an end that the fragments lack; if it contradicts
 * them, the streamed text is kept. A server may omit all fragments (LM Studio), or the whole.
 *
 * Laws: a text that is sent twice is added once; fragments and then their whole = the whole alone.
 *
 * @since 0.1.0
 */
import type { Delta, Extra } from '../../data/Delta.ts'
import { replaced } from '../../data/replaced.ts'
import { append } from '../../data/rope.ts'
import type { JsonPrefix } from '../../machine/json/jsonPrefix.ts'
import { isSameJson } from '../../machine/json/sameJson.ts'
import type { Emit } from '../../machine/Machine.ts'
import { withMore } from '../closing.ts'
import { repairCall } from '../repair.ts'
import { hashed } from './hash.ts'
import { continues, joined, joinedOf } from './joined.ts'
import type { ItemState, PieceKind, PieceState, ResponsesState } from './state.ts'
import { placeOfPiece, startOf, withItem, withPart, withPiece } from './state.ts'

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const newPiece = (item: number, kind: PieceKind, index: number, key: number, json: JsonPrefix): PieceState => ({
  item,
  kind,
  index,
  key,
  size: 0,
  hash: 0,
  json,
  text: '',
  whole: false,
  disputed: false,
  citations: []
})

const grown = (
  { item, kind, index, key, size, hash, json, text: before, whole, disputed, citations }: PieceState,
  text: string
): PieceState => ({
  item,
  kind,
  index,
  key,
  size: size + text.length,
  hash: hashed(hash, text),
  json: withMore(json, text),
  text: json === '' ? '' : append(before, text),
  whole,
  disputed,
  citations
})

// -------------------------------------------------------------------------------------
// deltas of a fragment
// -------------------------------------------------------------------------------------

const messageExtra = ({ id, phase }: ItemState): Extra | undefined =>
  id === '' && phase === '' ? undefined : { ...(id === '' ? {} : { id }), ...(phase === '' ? {} : { phase }) }

const say = (item: ItemState, { kind, index, key, size }: PieceState, text: string, emit: Emit<Delta>): void => {
  const isFirst = size === 0
  switch (kind) {
    case 'text': {
      const extra = isFirst ? messageExtra(item) : undefined
      const delta: Delta = { _tag: 'TextDelta', choice: 0, key, text }
      emit(extra === undefined ? delta : { ...delta, extra })
      return
    }
    case 'refusal':
      emit({ _tag: 'RefusalDelta', choice: 0, key, text })
      return
    case 'summary':
    case 'reasoning': {
      const as = kind === 'summary' ? 'summary' : 'text'
      const delta: Delta = { _tag: 'ReasoningDelta', choice: 0, key, kind: as, text, signature: '' }
      emit(isFirst ? { ...delta, ...(item.id === '' ? {} : { id: item.id }), index } : delta)
      return
    }
    case 'arguments':
      emit(
        item.role === 'call'
          ? { _tag: 'ToolCallDelta', choice: 0, key, id: '', name: '', arguments: text }
          : { _tag: 'ServerToolCallDelta', choice: 0, key, kind: '', id: '', name: '', arguments: text }
      )
  }
}

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/** The state with a new text as its last piece, in a new part; arguments are in the part of their call. */
const withNewPiece = (state: ResponsesState, at: number, kind: PieceKind, index: number): ResponsesState => {
  const item = state.items[at]
  if (kind !== 'arguments') return withPiece(withPart(state), -1, newPiece(at, kind, index, state.parts, ''))
  return withPiece(state, -1, newPiece(at, kind, index, item?.key ?? -1, item === undefined ? '' : startOf(item)))
}

/**
 * The state after one more fragment of a text.
 *
 * @internal
 */
export const withFragment = (
  state: ResponsesState,
  at: number,
  kind: PieceKind,
  index: number,
  text: string,
  emit: Emit<Delta>
): ResponsesState => {
  if (text === '') return state
  const known = placeOfPiece(state, at, kind, index)
  const next = known === -1 ? withNewPiece(state, at, kind, index) : state
  const place = known === -1 ? next.pieces.length - 1 : known
  const piece = next.pieces[place]
  const item = next.items[at]
  if (piece === undefined || item === undefined) return state
  say(item, piece, text, emit)
  return withPiece(next, place, grown(piece, text))
}

/**
 * The state after a whole text that differs from the streamed one. Contradicted arguments must not run; any other text
 * is kept as it streamed.
 */
const withContradiction = (
  state: ResponsesState,
  at: number,
  kind: PieceKind,
  index: number,
  emit: Emit<Delta>
): ResponsesState => {
  const place = placeOfPiece(state, at, kind, index)
  const piece = state.pieces[place]
  if (piece === undefined || piece.disputed) return state
  repairCall('TextContradicted', 0, piece.key, emit)
  const next = { ...state, pieces: replaced(state.pieces, place, { ...piece, disputed: true }) }
  return kind === 'arguments' ? withItem(next, at, { damaged: true }) : next
}

const withWhole = (state: ResponsesState, at: number, kind: PieceKind, index: number): ResponsesState => {
  const place = placeOfPiece(state, at, kind, index)
  const piece = state.pieces[place]
  const next =
    piece === undefined || piece.whole
      ? state
      : { ...state, pieces: replaced(state.pieces, place, { ...piece, whole: true }) }
  return kind === 'arguments' ? withItem(next, at, { damaged: false, whole: true }) : next
}

const nothing = { size: 0, hash: 0, text: '' }

/**
 * The index of the text of an event that has no index: the last of its kind, or the next one if the last is complete.
 *
 * @internal
 */
export const indexOfLast = ({ pieces }: ResponsesState, at: number, kind: PieceKind, whole: string): number => {
  const last = pieces.findLast((piece) => piece.item === at && piece.kind === kind)
  if (last === undefined) return 0
  const isIt = !last.whole || (whole.length === last.size && hashed(0, whole) === last.hash)
  return isIt ? last.index : last.index + 1
}

/**
 * The state after the whole text with this index. Arguments that agree with their fragments are complete, whatever was
 * lost before; they agree if both are the same JSON value, and the streamed text is kept.
 *
 * @internal
 */
export const withWholePiece = (
  state: ResponsesState,
  at: number,
  kind: PieceKind,
  index: number,
  whole: string,
  emit: Emit<Delta>
): ResponsesState => {
  if (whole === '') return state
  const known = state.pieces[placeOfPiece(state, at, kind, index)] ?? nothing
  if (!continues(whole, known)) {
    return isSameJson(known.text, whole)
      ? withWhole(state, at, kind, index)
      : withContradiction(state, at, kind, index, emit)
  }
  return withWhole(withFragment(state, at, kind, index, whole.slice(known.size), emit), at, kind, index)
}

/**
 * The state after an event with a whole text. Its index may differ from those of the fragments, so it is compared first
 * with all streamed text of the item, joined, and then with the text since the last complete one.
 *
 * @internal
 */
export const withWholeText = (
  state: ResponsesState,
  at: number,
  kind: PieceKind,
  index: number,
  whole: string,
  emit: Emit<Delta>
): ResponsesState => {
  if (kind === 'arguments' || whole === '') return withWholePiece(state, at, kind, index, whole, emit)
  const all = joinedOf(state, at, kind)
  const last = all.pieces.at(-1)
  if (last !== undefined && whole.length === all.size && continues(whole, all)) {
    return withWhole(state, at, kind, last.index)
  }
  const isKnown = all.pieces.some((piece) => piece.index === index)
  const open = joined(all.pieces.slice(all.pieces.findLastIndex((piece) => piece.whole) + 1))
  const isOne = isKnown && open.pieces.length < 2
  if (last === undefined || open.size === 0 || isOne || !continues(whole, open)) {
    return withWholePiece(state, at, kind, index, whole, emit)
  }
  if (isKnown && open.size < whole.length) return withWholePiece(state, at, kind, index, whole, emit)
  const next = withFragment(state, at, kind, last.index, whole.slice(open.size), emit)
  return withWhole(next, at, kind, last.index)
}

/**
 * The state after the arguments of a call were repeated: a call that may have been run does not grow.
 *
 * @internal
 */
export const withSameArguments = (
  state: ResponsesState,
  at: number,
  whole: string,
  emit: Emit<Delta>
): ResponsesState => {
  const { size, hash, text } = state.pieces[placeOfPiece(state, at, 'arguments', 0)] ?? nothing
  const isSame = whole === '' || (whole.length === size && hashed(0, whole) === hash) || isSameJson(text, whole)
  return isSame ? state : withContradiction(state, at, 'arguments', 0, emit)
}

/**
 * The state in which a text has a part, even if it is still empty.
 *
 * @internal
 */
export const withOpenText = (state: ResponsesState, at: number, index: number, emit: Emit<Delta>): ResponsesState => {
  if (placeOfPiece(state, at, 'text', index) !== -1) return state
  const next = withNewPiece(state, at, 'text', index)
  const item = next.items[at]
  const piece = next.pieces.at(-1)
  if (item !== undefined && piece !== undefined) say(item, piece, '', emit)
  return next
}
