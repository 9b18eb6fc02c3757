import type { Position, TransportFailure } from '../data/Failure.ts'
import { fault } from '../data/Failure.ts'
import { field } from './field.ts'

const isCode = (u: unknown): u is string => typeof u === 'string' && /^[A-Za-z_0-9]{1,64}$/.test(u)

// The code of an error, otherwise that of its cause, otherwise its name. The message of an error may contain hosts and URLs, so
// only a code of letters, digits and underscores is returned.
const codeOf = (error: unknown): string | undefined =>
  [field(error, 'code'), field(field(error, 'cause'), 'code'), field(error, 'name')].find(isCode)

/**
 * The failure for an error of the source of the bytes. Only the code or the name of the error is kept.
 *
 * @example
 * import { transportFailure } from 'deltafold'
 *
 * const reset = Object.assign(new Error('https://host/?key=secret'), { code: 'ECONNRESET' })
 * assert.deepStrictEqual(transportFailure(reset, { atByte: 0, atEvent: 0 }).message, 'the transport failed (ECONNRESET)')
 *
 * @category constructors
 * @since 0.1.0
 */
export const transportFailure = (error: unknown, at: Position): TransportFailure => {
  const code = codeOf(error)
  return code === undefined
    ? fault('TransportFailure', 'the transport failed', at)
    : { ...fault('TransportFailure', `the transport failed (${code})`, at), code }
}
