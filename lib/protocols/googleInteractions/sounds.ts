/**
 * Sounds, whose pieces are base64 of their own: a piece that does not end at a group of three bytes is padded, so that the
 * pieces cannot be joined as texts.
 *
 * @since 0.1.0
 */

interface Grouped {
  /** Groups of four digits without padding. */
  readonly whole: string
  /** The last group, if it is padded. */
  readonly rest: string
}

const GROUP = 4

const split = (data: string): Grouped => {
  if (!data.endsWith('=')) return { whole: data, rest: '' }
  const at = Math.max(data.length - GROUP, 0)
  return { whole: data.slice(0, at), rest: data.slice(at) }
}

/**
 * A piece of base64 after the padded group in which the pieces before it ended. Data that is not base64 is joined as text.
 *
 * Law: the wholes of all pieces and the last rest, joined, are the base64 of all bytes.
 *
 * @internal
 */
export const grouped = (rest: string, data: string): Grouped => {
  if (rest === '' || data === '') return rest === '' ? split(data) : { whole: '', rest }
  try {
    return split(btoa(atob(rest) + atob(data)))
  } catch {
    return split(rest + data)
  }
}
