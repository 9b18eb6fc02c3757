import { isEqual } from '../../data/isEqual.ts'
import { emptyPrefix, extend, isWhole } from './jsonPrefix.ts'
import { isMalformed, parseJson } from './parseJson.ts'

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g

// Of a complete JSON text.
const withDigits = (text: string): string =>
  text.replace(TOKEN, (token) => (token.startsWith('"') ? token : `"${token}"`))

const isComplete = (text: string): boolean => isWhole(extend(emptyPrefix, text)) && !isMalformed(parseJson(text))

/**
 * Whether two texts are complete JSON of the same value: white space, escapes and the order of fields do not count; the digits
 * of numbers do, so that `1.0` is not `1`.
 *
 * Laws: symmetric; `isSameJson(x, x)` for complete JSON; nothing else is the same, not even as itself.
 *
 * @internal
 */
export const isSameJson = (first: string, second: string): boolean =>
  isComplete(first) &&
  isComplete(second) &&
  isEqual(parseJson(first), parseJson(second)) &&
  isEqual(parseJson(withDigits(first)), parseJson(withDigits(second)))
