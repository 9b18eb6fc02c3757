/**
 * An index as the wire has it: an integer from 0 to 2^31 - 1; anything else is none, which is -1.
 *
 * @internal
 */
export const toIndex = (u: unknown): number =>
  // Adding 0 makes 0 of -0, which JSON could not tell from it.
  typeof u === 'number' && Number.isInteger(u) && u >= 0 && u < 2 ** 31 ? u + 0 : -1

/**
 * Whether something stands where an index should, and is none.
 *
 * @internal
 */
export const isInvalidIndex = (u: unknown): boolean => u !== undefined && u !== null && toIndex(u) === -1
