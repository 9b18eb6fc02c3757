/**
 * io-ts codecs of states and of their fields. A state is read back from a file or a database, so its numbers have
 * ranges: `t.number` would also accept a negative size and half a byte.
 *
 * Modules used by programs without codecs (the framings) import the codecs of their states from here only, so that the
 * bundle of such a program does not import io-ts.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

// -------------------------------------------------------------------------------------
// io-ts
// -------------------------------------------------------------------------------------

/** @internal */
export const string = t.string

/** @internal */
export const boolean = t.boolean

/** @internal */
export const list = t.readonlyArray

/** @internal */
export const oneOf = t.keyof

// -------------------------------------------------------------------------------------
// numbers
// -------------------------------------------------------------------------------------

const inRange = (name: string, isOf: (n: number) => boolean): t.Type<number, number> => {
  const is = (u: unknown): u is number => typeof u === 'number' && isOf(u)
  return new t.Type(name, is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context)), t.identity)
}

/**
 * Whole numbers from `least` to `most`.
 *
 * @internal
 */
export const wholeNumber = (name: string, least: number, most = Number.MAX_SAFE_INTEGER): t.Type<number, number> =>
  inRange(name, (n) => Number.isSafeInteger(n) && n >= least && n <= most)

/**
 * Counts, sizes, offsets and keys.
 *
 * @internal
 */
export const natural = /* @__PURE__ */ wholeNumber('a whole number from 0', 0)

/**
 * Counts, sizes, offsets and keys; -1 = missing.
 *
 * @internal
 */
export const index = /* @__PURE__ */ wholeNumber('a whole number from -1', -1)

/**
 * Hashes of 32 bits, with their sign.
 *
 * @internal
 */
export const hash = /* @__PURE__ */ wholeNumber('a 32-bit hash', -(2 ** 31), 2 ** 31 - 1)

/** @internal */
export const byte = /* @__PURE__ */ wholeNumber('a byte', 0, 0xff)

/**
 * UTF-16 code units.
 *
 * @internal
 */
export const codeUnit = /* @__PURE__ */ wholeNumber('a UTF-16 code unit', 0, 0xffff)

/**
 * Times and costs.
 *
 * @internal
 */
export const amount = /* @__PURE__ */ inRange('a number from 0', (n) => Number.isFinite(n) && n >= 0)

/**
 * Limits and codes, which are chosen by a user or a provider.
 *
 * @internal
 */
export const finite = /* @__PURE__ */ inRange('a finite number', Number.isFinite)

// -------------------------------------------------------------------------------------
// records
// -------------------------------------------------------------------------------------

/**
 * The record type of a table of codecs. An interface that extends it has a name in editors and keeps the docblocks of
 * the fields.
 *
 * @category model
 * @since 0.1.0
 */
export type RecordOf<F extends () => t.Props> = {
  readonly [K in keyof ReturnType<F>]: t.TypeOf<ReturnType<F>[K]>
}

/**
 * The same as `RecordOf` with every field optional.
 *
 * @category model
 * @since 0.1.0
 */
export type PartialOf<F extends () => t.Props> = {
  readonly [K in keyof ReturnType<F>]?: t.TypeOf<ReturnType<F>[K]>
}

/**
 * The codec of a record. The table of its fields is a function, so that bundlers can drop it together with the codec:
 * they keep the calls in an object literal.
 *
 * @internal
 */
export const record = <P extends t.Props>(name: string, fields: () => P): t.Type<RecordOf<() => P>, unknown> =>
  t.type(fields(), name)

/** @internal */
export const partial = <P extends t.Props>(name: string, fields: () => P): t.Type<PartialOf<() => P>, unknown> =>
  t.partial(fields(), name)
