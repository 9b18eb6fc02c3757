/**
 * The version of the package, as its package.json says it.
 *
 * @internal
 */
export const version = '0.1.0'
