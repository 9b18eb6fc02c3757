import { field, isObject, textOf } from '../codec/field.ts'

const keepAlives: ReadonlyArray<string> = ['ping', 'keepalive', 'keep-alive', 'heartbeat']

const isOne = (word: unknown): boolean => keepAlives.includes(textOf(word).toLowerCase())

/**
 * Whether data that is not JSON only keeps the connection open: a comment that a gateway sent as data, or text under the event
 * type of a keep-alive.
 *
 * @internal
 */
export const isKeepAlive = (text: string, event: string): boolean => text.startsWith(':') || isOne(event)

// The fields of a report of progress, which servers of every protocol send while a request waits.
const progress: ReadonlyArray<string> = ['status', 'message', 'code', 'detail', 'error']

/**
 * Whether a JSON value only keeps the connection open: an object without fields or with a report of progress, or one whose
 * type is a keep-alive.
 *
 * @internal
 */
export const isIdle = (json: unknown, event: string): boolean =>
  isOne(event) ||
  isOne(field(json, 'type')) ||
  (isObject(json) && Object.keys(json).every((name) => progress.includes(name) && !isObject(json[name])))
