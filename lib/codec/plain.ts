/**
 * Values of a wire that are kept as they came, as plain JSON: what JSON cannot say again (`1e999` is read as infinite, `-0`
 * keeps its sign) would make a state differ from the state that was written down.
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
 * The same value where it is plain; otherwise with `null` for what is not finite and without the sign of 0.
 *
 * Law: `JSON.parse(JSON.stringify(plain(u)))` equals `plain(u)`, for every `u` that `JSON.parse` gives.
 *
 * @internal
 */
export const plain = <A>(u: A): A => (isPlain(u) ? u : (JSON.parse(JSON.stringify(u)) as A)) // the same but for numbers that JSON does not have

const keepsWire = (delta: Delta): boolean => {
  switch (delta._tag) {
    case 'TextDelta':
    case 'ToolCallDelta':
      return delta.extra !== undefined
    case 'UsageDelta':
    case 'UnrecognisedDelta':
    case 'ServerToolResultDelta':
    case 'CitationDelta':
      return true
    default:
      return 'extra' in delta
  }
}

/**
 * A delta as plain JSON.
 *
 * @internal
 */
export const plainDelta = (delta: Delta): Delta => (keepsWire(delta) ? plain(delta) : delta)
