/**
 * A programmer's mistake: an argument of the wrong type. It is a `TypeError` that names the type of the argument, never
 * its value. It is not a failure of the answer, so no operator turns it into a Left.
 *
 * @since 0.1.0
 */
import { field } from './field.ts'
import { raise } from './raise.ts'

// Shared with errors that carry failures. `instanceof` does not recognise an error of another copy of this library.
const brand = 'deltafold'

/**
 * The type of a value, the same for values of other realms: `Null`, `String`, `Uint8Array`, `Response`.
 *
 * @internal
 */
export const typeOf = (u: unknown): string => Object.prototype.toString.call(u).slice(8, -1)

/**
 * Throws the `TypeError` with the message `<wanted>, not <type of given>`.
 *
 * @internal
 */
export const misuse = (wanted: string, given: unknown): never =>
  raise(
    Object.assign(new TypeError(`${wanted}, not ${Number.isNaN(given) ? 'NaN' : typeOf(given)}`), { [brand]: 'misuse' })
  )

/** @internal */
export const isMisuse = (error: unknown): boolean => field(error, brand) === 'misuse'
