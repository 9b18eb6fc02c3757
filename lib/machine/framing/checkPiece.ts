import { misuse, typeOf } from '../../codec/misuse.ts'

/**
 * Throws a `TypeError` unless the value is a string or a `Uint8Array`; a `Buffer` is one. A `Uint8Array` of another
 * realm is recognised by its type name.
 *
 * @internal
 */
export const checkPiece = (piece: unknown): void => {
  if (typeof piece === 'string' || piece instanceof Uint8Array || typeOf(piece) === 'Uint8Array') return
  misuse('a piece of a body must be a string or a Uint8Array', piece)
}
