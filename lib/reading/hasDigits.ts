import type { Delta } from '../data/Delta.ts'
import { keepDigits } from '../machine/json/jsonDigits.ts'
import { beginsJson } from '../machine/json/jsonProgress.ts'

// Arguments that came as a value begin so; those that came as text seldom do, but at their beginning.
const mayBeSerialised = (delta: Delta): boolean =>
  delta._tag === 'ToolCallDelta' || delta._tag === 'ServerToolCallDelta'
    ? beginsJson(delta.arguments)
    : delta._tag === 'RepairDelta' && delta.repair._tag === 'DigitsLost'

/**
 * Whether arguments were made of values that parsing had rounded: then the values now have their digits, too.
 *
 * @internal
 */
export const hasDigits = (deltas: ReadonlyArray<Delta>, wire: unknown, text: string): boolean =>
  text !== '' && deltas.some(mayBeSerialised) && keepDigits(wire, text)
