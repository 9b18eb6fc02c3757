/**
 * What an error of the system or of the platform is called. Its text may name hosts and URLs, so only a code made of
 * letters is kept.
 *
 * @since 0.1.0
 */
import { field } from './field.ts'

const isCode = (u: unknown): u is string => typeof u === 'string' && /^[A-Za-z_0-9]{1,64}$/.test(u)

/** @internal */
export const codeOf = (error: unknown): string | undefined =>
  [field(error, 'code'), field(field(error, 'cause'), 'code'), field(error, 'name')].find(isCode)
