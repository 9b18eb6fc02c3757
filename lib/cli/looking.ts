import type { Piece } from '../machine/framing/utf8.ts'

/**
 * The beginning of a body, kept to detect its provider.
 *
 * @internal
 */
export interface Looking {
  readonly push: (piece: Piece) => void
  readonly seen: () => Uint8Array
}

/**
 * Keeps pieces of a body up to `most` bytes.
 *
 * @internal
 */
export const looking = (most: number): Looking => {
  const pieces: Uint8Array[] = []
  let size = 0
  return {
    push: (piece) => {
      if (size >= most) return
      pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece)
      size += piece.length
    },
    seen: () => Buffer.concat(pieces)
  }
}
