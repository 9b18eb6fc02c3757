/**
 * The length and a hash of a text that grows: enough to recognise the text when it is repeated, without holding it.
 *
 * Laws: `moreHash(moreHash(h, x, p), y, extend(p, x)) = moreHash(h, x + y, p)`; of any text that begins with another one,
 * `repeated` is the rest.
 *
 * Source: http://www.isthe.com/chongo/tech/comp/fnv/
 *
 * @since 0.1.0
 */
import type { JsonPrefix } from '../machine/json/jsonPrefix.ts'
import { emptyPrefix, isInEscape, isInString } from '../machine/json/jsonPrefix.ts'
import { isBlank } from '../machine/json/jsonProgress.ts'

/**
 * The length and the hash of a text.
 *
 * @category model
 * @since 0.1.0
 */
export interface Fingerprint {
  /** UTF-16 code units. */
  readonly size: number
  readonly hash: number
}

/**
 * The hash of the empty text.
 *
 * @internal
 */
export const SEED = 0x811c9dc5 | 0

const QUOTE = 34
const BACKSLASH = 92

/**
 * The hash after more text, FNV-1a over UTF-16 code units: of JSON that has come as far as the prefix, or of free text
 * where that is `''`.
 *
 * @internal
 */
export const moreHash = (hash: number, text: string, json: JsonPrefix): number => {
  let next = hash
  let isQuoted = json === '' || isInString(json)
  let isEscaped = json !== '' && isInEscape(json)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isEscaped) isEscaped = false
    else if (unit === BACKSLASH) isEscaped = isQuoted
    else if (unit === QUOTE) isQuoted = json === '' || !isQuoted
    else if (!isQuoted && isBlank(unit)) continue
    next = Math.imul(next ^ unit, 0x01000193)
  }
  return next
}

/**
 * The rest of a text that repeats the one of the fingerprint, whole or with more behind it; `undefined` where it does not.
 *
 * @internal
 */
export const repeated = (
  text: string,
  { size, hash, json }: Fingerprint & { readonly json: JsonPrefix }
): string | undefined => {
  const start = json === '' ? '' : emptyPrefix
  if (text.length >= size && moreHash(SEED, text.slice(0, size), start) === hash) return text.slice(size)
  return moreHash(SEED, text, start) === hash ? '' : undefined
}
