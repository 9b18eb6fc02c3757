/**
 * The version of the package, as in its package.json.
 *
 * @internal
 */
export const version = '0.1.0'
