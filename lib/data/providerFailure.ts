import type { Position, ProviderFailure } from './Failure.ts'
import { fault } from './Failure.ts'

const LONGEST_MESSAGE = 4096

// A number that JSON cannot round-trip (`1e999` parses as infinity) is not a valid code; adding 0 turns -0 into 0.
const codeSaid = (code: ProviderFailure['code']): Pick<ProviderFailure, 'code'> => {
  if (typeof code === 'number') return Number.isFinite(code) ? { code: code + 0 } : {}
  return code === undefined ? {} : { code }
}

/**
 * The failure for an error that a provider reports, with its message cut to a limit and only a code that JSON can hold.
 *
 * @since 0.1.0
 *
 * @internal
 */
export const providerFailure = (
  { message, code, ...said }: Omit<ProviderFailure, '_tag' | keyof Position>,
  at: Position
): ProviderFailure => ({
  ...fault('ProviderFailure', message.slice(0, LONGEST_MESSAGE), at),
  ...codeSaid(code),
  ...said
})
