/**
 * Values of a wire as plain JSON. A number that JSON cannot write (`1e999` is read as infinite, `-0` keeps its sign) would
 * make a state differ from itself written down and read back.
 *
 * @since 0.1.0
 */
import type { Delta } from '../data/Delta.ts'

const isPlain = (u: unknown): boolean => {
  if (typeof u === 'number') return Number.isFinite(u) && !Object.is(u, -0)
  if (typeof u !== 'object' || u === null) return true
  return Array.isArray(u) ? u.every(isPlain) : Object.values(u).every(isPlain)
}

/**
 * The same value where it is plain; otherwise with `null` for a number that is not finite, and without the sign of 0.
 *
 * Law: `JSON.parse(JSON.stringify(plain(u)))` equals `plain(u)`, for every `u` that `JSON.parse` gives.
 *
 * @internal
 */
export const plain = <A>(u: A): A => (isPlain(u) ? u : (JSON.parse(JSON.stringify(u)) as A)) // the same but for numbers that JSON does not have

/**
 * A delta as plain JSON. By far the most are text without a value of the wire.
 *
 * @internal
 */
export const plainDelta = (delta: Delta): Delta =>
  (delta._tag === 'TextDelta' || delta._tag === 'ToolCallDelta') && delta.extra === undefined ? delta : plain(delta)
