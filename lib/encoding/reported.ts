/**
 * Failures in the words of the targets.
 *
 * @since 0.1.0
 */
import type { Failure } from '../data/Failure.ts'

/**
 * A failure as an error that a server reports.
 *
 * @internal
 */
export interface Reported {
  readonly message: string
  readonly type: string
  readonly code: string | undefined
  /** From 400 to 599. */
  readonly status: number
}

const isStatus = (u: unknown): u is number => typeof u === 'number' && Number.isInteger(u) && u >= 400 && u <= 599

const BAD_GATEWAY = 502

/** @internal */
export const reported = (failure: Failure): Reported => {
  const { message, _tag } = failure
  if (_tag === 'HttpFailure') {
    const status = isStatus(failure.status) ? failure.status : BAD_GATEWAY
    return { message, type: 'server_error', code: String(failure.status), status }
  }
  if (_tag !== 'ProviderFailure') return { message, type: 'server_error', code: _tag, status: BAD_GATEWAY }
  const { code, type = 'server_error', status } = failure
  const known = isStatus(status) ? status : isStatus(code) ? code : isStatus(Number(code)) ? Number(code) : undefined
  return { message, type, code: code === undefined ? undefined : String(code), status: known ?? BAD_GATEWAY }
}
