import { misuse } from '../../codec/misuse.ts'

/**
 * Throws where something given as a piece of a body is neither a string nor a `Uint8Array`, as a `Buffer` is. That of another
 * realm is known by its tag only.
 *
 * @internal
 */
export const checkPiece = (piece: unknown): void => {
  if (typeof piece === 'string' || piece instanceof Uint8Array) return
  if (Object.prototype.toString.call(piece) === '[object Uint8Array]') return
  misuse('a piece of a body is a string or a Uint8Array', piece)
}
