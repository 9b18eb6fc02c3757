import { beginsJson } from '../machine/json/jsonProgress.ts'

// The name of the field that was written into a line of another event.
const FIELD = 'data:'

/**
 * The lines of data that is not JSON. A gateway that breaks off inside a line may write the next event behind it, with the
 * name of its field.
 *
 * @internal
 */
export const linesOf = (text: string): ReadonlyArray<string> => {
  const lines = text.split('\n')
  const at = text.lastIndexOf(FIELD)
  const rest = text.slice(at + FIELD.length)
  return lines.length === 1 && at > 0 && beginsJson(rest) ? [text.slice(0, at), rest] : lines
}
