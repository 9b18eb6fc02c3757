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
 * Converts a JavaScript value to a JSON value: bytes to base64, a date to its ISO text, a `bigint` to a number;
 * undefined fields are dropped. Returns `TOO_DEEP` for a value nested deeper than the limit, such as a cycle, and a
 * value that is JSON already unchanged.
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
