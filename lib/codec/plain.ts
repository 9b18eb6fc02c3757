/**
 * Wire values as plain JSON. `JSON.parse` reads `1e999` as `Infinity` and keeps the sign of `-0`, but `JSON.stringify`
 * writes neither, so a state that holds one would change when it is saved.
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
 * The value itself if it is plain; otherwise a copy with `null` for numbers that are not finite and 0 for -0.
 *
 * Law: `JSON.parse(JSON.stringify(plain(u)))` equals `plain(u)`, for every `u` that `JSON.parse` returns.
 *
 * @internal
 */
export const plain = <A>(u: A): A => (isPlain(u) ? u : (JSON.parse(JSON.stringify(u)) as A)) // the same shape: only numbers change

/**
 * A delta as plain JSON. Most deltas are text without a wire value.
 *
 * @internal
 */
export const plainDelta = (delta: Delta): Delta =>
  (delta._tag === 'TextDelta' || delta._tag === 'ToolCallDelta') && delta.extra === undefined ? delta : plain(delta)
