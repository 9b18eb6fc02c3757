import { misuse } from '../../codec/misuse.ts'

/**
 * Throws where something given as a piece of a body is neither a string nor a `Uint8Array`. (A `Buffer` is one; so is the
 * `Uint8Array` of another realm, which `instanceof` would not know.)
 *
 * @internal
 */
export const checkPiece = (piece: unknown): void => {
  if (typeof piece === 'string' || Object.prototype.toString.call(piece) === '[object Uint8Array]') return
  misuse('a piece of a body is a string or a Uint8Array', piece)
}
