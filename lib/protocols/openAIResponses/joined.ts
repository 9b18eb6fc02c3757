/**
 * Streamed texts, joined: their size and hash, which decide whether a whole text begins with them.
 *
 * @since 0.1.0
 */
import { hashed, hashJoined } from './hash.ts'
import type { PieceKind, PieceState, ResponsesState } from './state.ts'

const nothing = { size: 0, hash: 0 }

/**
 * Texts of one kind of an item, joined in the order in which they began.
 *
 * @internal
 */
export interface Joined {
  readonly size: number
  readonly hash: number
  /** Their pieces. */
  readonly pieces: ReadonlyArray<PieceState>
}

/** @internal */
export const joined = (pieces: ReadonlyArray<PieceState>): Joined =>
  pieces.reduce<Joined>(
    (before, { size, hash }) => ({
      size: before.size + size,
      hash: hashJoined(before.hash, hash, size),
      pieces
    }),
    { size: 0, hash: 0, pieces }
  )

/** @internal */
export const joinedOf = (state: ResponsesState, at: number, kind: PieceKind): Joined =>
  joined(state.pieces.filter((piece) => piece.item === at && piece.kind === kind))

/**
 * The streamed texts of each item, by kind.
 *
 * @internal
 */
export type Streamed = ReadonlyMap<PieceKind, Pick<Joined, 'size' | 'hash'>>

/** @internal */
export const streamedOf = ({ items, pieces }: ResponsesState): ReadonlyArray<Streamed> => {
  const all = items.map(() => new Map<PieceKind, Pick<Joined, 'size' | 'hash'>>())
  for (const { item, kind, size, hash } of pieces) {
    const before = all[item]?.get(kind) ?? nothing
    all[item]?.set(kind, { size: before.size + size, hash: hashJoined(before.hash, hash, size) })
  }
  return all
}

/**
 * Whether a text begins with the streamed text.
 *
 * @internal
 */
export const continues = (whole: string, { size, hash }: Pick<Joined, 'size' | 'hash'>): boolean =>
  whole.length >= size && hashed(0, whole.slice(0, size)) === hash
