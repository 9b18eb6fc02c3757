/**
 * io-ts codecs of numbers with a range, for values that come back from a file or a database: `t.number` would also accept a
 * negative size and half a byte.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

const inRange = (name: string, isIn: (n: number) => boolean): t.Type<number> => {
  const is = (u: unknown): u is number => typeof u === 'number' && isIn(u)
  return new t.Type(name, is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context)), t.identity)
}

/**
 * Counts, sizes, offsets and keys.
 *
 * @internal
 */
export const Natural = /* @__PURE__ */ inRange('a whole number from 0', (n) => Number.isSafeInteger(n) && n >= 0)

/**
 * Times and costs.
 *
 * @internal
 */
export const Amount = /* @__PURE__ */ inRange('a number from 0', (n) => Number.isFinite(n) && n >= 0)

/**
 * Limits and codes, which a user or a provider chose.
 *
 * @internal
 */
export const Finite = /* @__PURE__ */ inRange('a finite number', Number.isFinite)
