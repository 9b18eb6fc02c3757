/**
 * Values that another program has parsed, as JSON.
 *
 * @since 0.1.0
 */

import { TOO_DEEP } from './parseAlike.ts'

const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

const bytesOf = (u: object): Uint8Array | undefined => {
  if (u instanceof ArrayBuffer) return new Uint8Array(u)
  return ArrayBuffer.isView(u) ? new Uint8Array(u.buffer, u.byteOffset, u.byteLength) : undefined
}

const isAbsent = (u: unknown): boolean => u === undefined || typeof u === 'function' || typeof u === 'symbol'

const ofList = (list: ReadonlyArray<unknown>, depth: number): unknown => {
  const values = list.map((one) => (isAbsent(one) ? null : toJsonValue(one, depth)))
  if (values.includes(TOO_DEEP)) return TOO_DEEP
  return values.every((value, i) => value === list[i]) ? list : values
}

const ofRecord = (record: object, depth: number): unknown => {
  const fields: ReadonlyArray<readonly [string, unknown]> = Object.entries(record)
  const values = fields.flatMap(([key, one]) => (isAbsent(one) ? [] : [[key, toJsonValue(one, depth)] as const]))
  if (values.some(([, value]) => value === TOO_DEEP)) return TOO_DEEP
  const isSame = values.length === fields.length && values.every(([, value], i) => value === fields[i]?.[1])
  return isSame ? record : Object.fromEntries(values)
}

/**
 * A value of JavaScript as a value that JSON has: bytes as base64, a date as its ISO text, a `bigint` as a number, without
 * fields that are undefined. A value nested deeper than the limit, as a cycle is, is `TOO_DEEP`. What is JSON already is
 * returned unchanged.
 *
 * Laws: total; `toJsonValue(u)` = `u` for every `u` that `JSON.parse` returns.
 *
 * @internal
 */
export const toJsonValue = (u: unknown, depth: number): unknown => {
  if (typeof u === 'bigint') return Number(u)
  if (isAbsent(u)) return null
  if (typeof u !== 'object' || u === null) return u
  if (depth <= 0) return TOO_DEEP
  if (Array.isArray(u)) return ofList(u, depth - 1)
  if (u instanceof Date) return Number.isNaN(u.getTime()) ? null : u.toISOString()
  const bytes = bytesOf(u)
  return bytes === undefined ? ofRecord(u, depth - 1) : toBase64(bytes)
}
