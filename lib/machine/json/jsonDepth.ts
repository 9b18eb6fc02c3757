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

/** How often a character occurs, as far as a limit. */
const count = (text: string, character: string, limit: number): number => {
  let found = 0
  for (let at = text.indexOf(character); at !== -1 && found <= limit; at = text.indexOf(character, at + 1)) found += 1
  return found
}

/**
 * Whether a JSON text is nested deeper than the limit. The text is walked only when it holds more opening brackets than
 * the limit allows levels, which a native search finds out. Most texts are too short even for that: a level of an object
 * takes four characters at least (`{"":`), but for the last, and a level of an array one.
 *
 * @internal
 */
export const isTooDeep = (text: string, limit: number): boolean => {
  if (text.length <= limit) return false
  const arrays = count(text, '[', limit)
  if (text.length <= 4 * limit - 3 * arrays) return false
  return arrays + count(text, '{', limit) > limit && scan(text, limit)
}
