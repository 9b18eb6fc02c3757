/**
 * Fields of server-sent events.
 *
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 *
 * @since 0.1.0
 */

const SPACE = 32

/**
 * The text after the colon, and after one space that follows it.
 *
 * @internal
 */
export const valueOf = (line: string, colon: number): string =>
  line.slice(line.charCodeAt(colon + 1) === SPACE ? colon + 2 : colon + 1)

/** @internal */
export const isDigits = (text: string): boolean => /^[0-9]+$/.test(text)

/**
 * The number of characters kept of a comment or of an unknown field, neither of which is part of an event.
 *
 * @internal
 */
export const LONGEST_COMMENT = 4096

/**
 * Whether an unfinished line begins with the name of a known field and a colon.
 *
 * @internal
 */
export const isOfEvent = (line: string): boolean => /^(?:data|event|id|retry):/.test(line.slice(0, 6))

/**
 * Whether an unfinished line is a comment, a field of an event, or the beginning of one.
 *
 * @internal
 */
export const mayBeField = (line: string): boolean =>
  line.startsWith(':') || isOfEvent(line) || ['data:', 'event:', 'id:', 'retry:'].some((name) => name.startsWith(line))
