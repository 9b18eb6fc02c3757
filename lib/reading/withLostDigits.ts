import type { Delta } from '../data/Delta.ts'
import { isRounded } from '../machine/json/jsonDigits.ts'

// The values of the wire that a delta keeps unchanged. Most deltas keep none.
const keptIn = (delta: Delta): unknown => {
  if (!('key' in delta)) return undefined
  return 'raw' in delta ? delta.raw : 'extra' in delta ? delta.extra : undefined
}

/**
 * Deltas, with `DigitsLost` for each part that keeps a value of the wire with an integer that JavaScript rounds. Arguments are
 * text, which has their digits.
 *
 * @internal
 */
export const withLostDigits = (deltas: ReadonlyArray<Delta>): ReadonlyArray<Delta> => {
  if (!deltas.some((delta) => isRounded(keptIn(delta)))) return deltas
  const told = new Set<string>()
  return deltas.flatMap((delta): ReadonlyArray<Delta> => {
    if (!('key' in delta) || !isRounded(keptIn(delta))) return [delta]
    const { choice, key } = delta
    const place = `${choice} ${key}`
    if (told.has(place)) return [delta]
    told.add(place)
    return [delta, { _tag: 'RepairDelta', repair: { _tag: 'DigitsLost', choice, key } }]
  })
}
