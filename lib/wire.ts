/**
 * `deltafold/wire`: the codecs of what providers send, and the combinators of which they are made.
 *
 * @since 0.1.0
 */

// combinators
export { asItCame } from './codec/asItCame.ts'
export type { Told } from './codec/decodeTelling.ts'
export { decodeTelling } from './codec/decodeTelling.ts'
export type { Either } from './codec/either.ts'
export { either } from './codec/either.ts'
export type { Table } from './codec/isObjectOf.ts'
export type { Keyed, OneOf } from './codec/keyed.ts'
export { keyed } from './codec/keyed.ts'
export { kind } from './codec/kind.ts'
export type { List } from './codec/list.ts'
export { list } from './codec/list.ts'
export type { Maybe } from './codec/maybe.ts'
export { maybe } from './codec/maybe.ts'
export type { Fields, Open } from './codec/open.ts'
export { open } from './codec/open.ts'
export type { Other, Unrecognised } from './codec/Other.ts'
export { kindOf } from './codec/Other.ts'
export type { Tagged } from './codec/tagged.ts'
export { tagged } from './codec/tagged.ts'
export type { Word } from './codec/word.ts'
export { word } from './codec/word.ts'
