const MALFORMED = Symbol('malformed JSON')

/**
 * `JSON.parse` that never throws: text that is not JSON gives a value that `isMalformed` recognises.
 *
 * @internal
 */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // V8 puts a part of the text into its message, so nothing of the error is kept.
    return MALFORMED
  }
}

/** @internal */
export const isMalformed = (json: unknown): boolean => json === MALFORMED
