/**
 * The message of an error that has none.
 *
 * @internal
 */
export const nothingSaid = 'the provider reported an error'
