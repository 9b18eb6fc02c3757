/**
 * `JSON.parse` as a total function: what is no JSON gives a value that no JSON gives.
 *
 * @since 0.1.0
 */

const MALFORMED = Symbol('malformed JSON')

/** @internal */
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
