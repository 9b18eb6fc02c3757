/**
 * Ids for calls that came without one. They say where a call stands, and do not go back to the provider.
 *
 * @since 0.1.0
 */

/** @internal */
export const syntheticId = (choice: number, key: number): string => `call_${choice}_${key}`

/**
 * Whether the id of the call with this key was given by us.
 *
 * @internal
 */
export const isSyntheticId = (id: string, key: number): boolean => {
  const [first, choice = '', last, ...more] = id.split('_')
  return first === 'call' && String(Number(choice)) === choice && last === String(key) && more.length === 0
}
