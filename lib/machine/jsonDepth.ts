/**
 * Guards what `JSON.parse` does not: nesting. `JSON.parse` reads millions of levels, and whatever walks the value
 * afterwards (a codec, a logger, `postMessage`) dies of them.
 *
 * @since 0.1.0
 */

const QUOTE = 34
const BACKSLASH = 92

const scan = (text: string, limit: number): boolean => {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (inString) {
      if (unit === BACKSLASH) i += 1
      else if (unit === QUOTE) inString = false
    } else if (unit === QUOTE) inString = true
    else if (unit === 123 || unit === 91) {
      depth += 1
      if (depth > limit) return true
    } else if (unit === 125 || unit === 93) depth -= 1
  }
  return false
}

/**
 * Whether a JSON text is nested deeper than the limit. The text is walked only when it holds more opening brackets than
 * the limit allows levels, which a native search finds out.
 *
 * @internal
 */
export const isTooDeep = (text: string, limit: number): boolean => {
  if (text.length <= limit) return false
  let openings = 0
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
      openings += 1
      if (openings > limit) return scan(text, limit)
    }
  }
  return false
}
