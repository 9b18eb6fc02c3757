import { misuse, typeOf } from '../../codec/misuse.ts'

/**
 * Throws where something given as a piece of a body is neither a string nor a `Uint8Array`, as a `Buffer` is. Those of
 * another realm are known by their type only.
 *
 * @internal
 */
export const checkPiece = (piece: unknown): void => {
  if (typeof piece === 'string' || piece instanceof Uint8Array || typeOf(piece) === 'Uint8Array') return
  misuse('a piece of a body is a string or a Uint8Array', piece)
}
