/**
 * A programmer's mistake: something was given that is not of the type asked for. It is a `TypeError` that names the type
 * of the given value, never the value itself, and it is no failure of the answer: no operator turns it into one.
 *
 * @since 0.1.0
 */
import { field } from './field.ts'
import { raise } from './raise.ts'

// Shared with errors that stand for failures. `instanceof` would not know an error of another copy of this library.
const brand = 'deltafold'

/**
 * The type of a value, the same for values of other realms: `Null`, `String`, `Uint8Array`, `Response`.
 *
 * @internal
 */
export const typeOf = (u: unknown): string => Object.prototype.toString.call(u).slice(8, -1)

/**
 * Throws the `TypeError`: `wanted` says what takes what.
 *
 * @internal
 */
export const misuse = (wanted: string, given: unknown): never =>
  raise(Object.assign(new TypeError(`${wanted}, not ${typeOf(given)}`), { [brand]: 'misuse' }))

/** @internal */
export const isMisuse = (error: unknown): boolean => field(error, brand) === 'misuse'
