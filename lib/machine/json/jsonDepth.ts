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

/** The number of times that a character occurs, counted up to a limit. */
const count = (text: string, character: string, limit: number): number => {
  let found = 0
  for (let at = text.indexOf(character); at !== -1 && found <= limit; at = text.indexOf(character, at + 1)) found += 1
  return found
}

/**
 * Whether a JSON text is nested deeper than the limit. `JSON.parse` accepts millions of levels, and the next function
 * that walks the value (a codec, a logger, `postMessage`) overflows the stack.
 *
 * The text is scanned only if a native search counts more opening brackets than the limit. Most texts are too short
 * even to be counted: a level of an object takes at least four characters (`{"":`), except for the last, and a level of
 * an array one.
 *
 * @internal
 */
export const isTooDeep = (text: string, limit: number): boolean => {
  if (text.length <= limit) return false
  const arrays = count(text, '[', limit)
  if (text.length <= 4 * limit - 3 * arrays) return false
  return arrays + count(text, '{', limit) > limit && scan(text, limit)
}
