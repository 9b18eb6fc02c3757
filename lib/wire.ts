/**
 * `deltafold/wire`: the codecs of what providers send, and the combinators of which they are made.
 *
 * @since 0.1.0
 */

// combinators
export { numeric, textual } from './codec/acrossTypes.ts'
export { asItCame } from './codec/asItCame.ts'
export { content } from './codec/content.ts'
export type { Either } from './codec/either.ts'
export { either } from './codec/either.ts'
export type { Table } from './codec/isObjectOf.ts'
export type { Keyed, OneOf } from './codec/keyed.ts'
export { keyed } from './codec/keyed.ts'
export { kind } from './codec/kind.ts'
export { leftOutOf } from './codec/leftOutOf.ts'
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

// Anthropic Messages
export * from './protocols/anthropicMessages/wire/besides.ts'
export * from './protocols/anthropicMessages/wire/blocks.ts'
export * from './protocols/anthropicMessages/wire/callers.ts'
export * from './protocols/anthropicMessages/wire/citations.ts'
export * from './protocols/anthropicMessages/wire/codeResults.ts'
export * from './protocols/anthropicMessages/wire/commandResults.ts'
export * from './protocols/anthropicMessages/wire/deltas.ts'
export * from './protocols/anthropicMessages/wire/error.ts'
export * from './protocols/anthropicMessages/wire/events.ts'
export * from './protocols/anthropicMessages/wire/message.ts'
export * from './protocols/anthropicMessages/wire/otherResults.ts'
export * from './protocols/anthropicMessages/wire/resultBlocks.ts'
export * from './protocols/anthropicMessages/wire/textBlocks.ts'
export * from './protocols/anthropicMessages/wire/toolBlocks.ts'
export * from './protocols/anthropicMessages/wire/usage.ts'
export * from './protocols/anthropicMessages/wire/webResults.ts'
