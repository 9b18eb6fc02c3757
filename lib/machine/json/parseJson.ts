const MALFORMED = Symbol('malformed JSON')

/**
 * `JSON.parse` that never throws: for text that is not JSON it returns a value that `isMalformed` recognises.
 *
 * @internal
 */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // V8's message quotes a part of the text, so nothing of the error is kept.
    return MALFORMED
  }
}

/** @internal */
export const isMalformed = (json: unknown): boolean => json === MALFORMED
