import type { Delta } from '../data/Delta.ts'
import { keepDigits } from '../machine/json/jsonDigits.ts'
import { beginsJson } from '../machine/json/jsonProgress.ts'

// Arguments that arrived as a value begin like this; of those that arrived as text, usually only the first fragment does.
const mayBeSerialised = (delta: Delta): boolean =>
  delta._tag === 'ToolCallDelta' || delta._tag === 'ServerToolCallDelta'
    ? beginsJson(delta.arguments)
    : delta._tag === 'RepairDelta' && delta.repair._tag === 'DigitsLost'

const anySerialised = (deltas: ReadonlyArray<Delta>): boolean => {
  for (const delta of deltas) if (mayBeSerialised(delta)) return true
  return false
}

/**
 * Whether arguments, emitted or held back, were made from values that parsing had rounded. If so, it restores the digits of
 * the values, and the deltas have to be made again.
 *
 * @internal
 */
export const hasDigits = (deltas: ReadonlyArray<Delta>, isHeld: boolean, wire: unknown, text: string): boolean =>
  text !== '' && (isHeld || anySerialised(deltas)) && keepDigits(wire, text)
