/**
 * Texts that come in fragments, and then whole. What comes whole adds what the fragments left out at the end; where it
 * contradicts them, what streamed is kept. A server may leave out all fragments (LM Studio), or the whole.
 *
 * Laws: a text said twice is there once; fragments and then their whole = the whole alone.
 *
 * @since 0.1.0
 */
import type { Delta, Extra } from '../../../data/Delta.ts'
import type { Emit } from '../../../machine/Machine.ts'
import type { ItemState, PieceKind, PieceState, ResponsesState } from './state.ts'
import { withPart, withPiece } from './state.ts'

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const SEED = 0x811c9dc5

// FNV-1a over UTF-16 code units: it goes on where the last fragment ended.
const hashed = (hash: number, text: string): number => {
  let next = hash
  for (let i = 0; i < text.length; i++) next = Math.imul(next ^ text.charCodeAt(i), 0x01000193)
  return next
}

const newPiece = (kind: PieceKind, index: number, key: number): PieceState => ({
  kind,
  index,
  key,
  size: 0,
  hash: SEED,
  citations: 0
})

// -------------------------------------------------------------------------------------
// what a fragment says
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

interface Opened {
  readonly state: ResponsesState
  readonly place: number
}

/** The place of a piece in its item; a new one is a part of its own, but for arguments, which are in their call's. */
const opened = (state: ResponsesState, at: number, kind: PieceKind, index: number): Opened => {
  const item = state.items[at]
  const pieces = item?.pieces ?? []
  const place = pieces.findIndex((piece) => piece.kind === kind && piece.index === index)
  if (place !== -1) return { state, place }
  const isOfCall = kind === 'arguments'
  const piece = newPiece(kind, index, isOfCall ? (item?.key ?? -1) : state.parts)
  return { state: withPiece(isOfCall ? state : withPart(state), at, pieces.length, piece), place: pieces.length }
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
  const { state: next, place } = opened(state, at, kind, index)
  const item = next.items[at]
  const piece = item?.pieces[place]
  if (item === undefined || piece === undefined) return state
  say(item, piece, text, emit)
  const { index: number, key, size, hash, citations } = piece
  const grown = { kind, index: number, key, size: size + text.length, hash: hashed(hash, text), citations }
  return withPiece(next, at, place, grown)
}

/**
 * The state after a text came whole.
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
  const piece = state.items[at]?.pieces.find((one) => one.kind === kind && one.index === index)
  const { size, hash } = piece ?? { size: 0, hash: SEED }
  if (whole.length <= size || hashed(SEED, whole.slice(0, size)) !== hash) return state
  return withFragment(state, at, kind, index, whole.slice(size), emit)
}

/**
 * The state in which a text has a part, whether or not anything of it has come; and the piece that it is.
 *
 * @internal
 */
export const withOpenText = (state: ResponsesState, at: number, index: number, emit: Emit<Delta>): ResponsesState => {
  const { state: next, place } = opened(state, at, 'text', index)
  const item = next.items[at]
  const piece = item?.pieces[place]
  if (next !== state && item !== undefined && piece !== undefined) say(item, piece, '', emit)
  return next
}
