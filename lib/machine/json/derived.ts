/**
 * Mutable values that follow a chain of immutable ones: `keep` stores a value under the last of the chain, `take` removes
 * it, and makes it where there is none. A value must be a function of its key, so that nothing depends on which it is.
 *
 * @internal
 */
export interface Derived<K, V> {
  readonly take: (key: K) => V
  readonly keep: (key: K, value: V) => void
}

/**
 * The values derived from keys. The last one is found at once, which is all that a single stream needs; those of other
 * streams live as long as their keys.
 *
 * @internal
 */
export const derived = <K extends object, V extends object>(make: (key: K) => V): Derived<K, V> => {
  const others = new WeakMap<K, V>()
  let lastKey: K | undefined
  let lastValue: V | undefined
  return {
    take: (key) => {
      if (lastKey === key && lastValue !== undefined) {
        const value = lastValue
        lastKey = undefined
        lastValue = undefined
        return value
      }
      const other = others.get(key)
      others.delete(key)
      return other ?? make(key)
    },
    keep: (key, value) => {
      if (lastKey !== undefined && lastValue !== undefined) others.set(lastKey, lastValue)
      lastKey = key
      lastValue = value
    }
  }
}
