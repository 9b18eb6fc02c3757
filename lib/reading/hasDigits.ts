import type { Delta } from '../data/Delta.ts'
import { keepDigits } from '../machine/json/jsonDigits.ts'
import { beginsJson } from '../machine/json/jsonProgress.ts'
import type { Held } from '../protocols/sizes.ts'

// Arguments that came as a value begin so; those that came as text seldom do, but at their beginning.
const mayBeSerialised = (delta: Delta): boolean =>
  delta._tag === 'ToolCallDelta' || delta._tag === 'ServerToolCallDelta'
    ? beginsJson(delta.arguments)
    : delta._tag === 'RepairDelta' && delta.repair._tag === 'DigitsLost'

/**
 * Whether arguments, emitted or held back, were made of values that parsing had rounded: then the values now have their digits.
 *
 * @internal
 */
export const hasDigits = (deltas: ReadonlyArray<Delta>, held: Held, wire: unknown, text: string): boolean =>
  text !== '' && (held.size > 0 || deltas.some(mayBeSerialised)) && keepDigits(wire, text)
