import { blanks, isBlank } from '../machine/json/jsonProgress.ts'

const OPENING_BRACE = 123
const BOM = 0xfeff

/**
 * Data without a BOM before it and JSON white space around it.
 *
 * @internal
 */
export const bareData = (data: string): string => {
  if (data.charCodeAt(0) === OPENING_BRACE) return data
  const text = data.charCodeAt(0) === BOM ? data.slice(1) : data
  let end = text.length
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1
  return text.slice(blanks(text.slice(0, end)), end)
}
