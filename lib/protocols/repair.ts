import type { Delta } from '../data/Delta.ts'
import type { Repair } from '../data/Repair.ts'
import { hasLostDigits } from '../machine/json/jsonDigits.ts'
import type { Emit } from '../machine/Machine.ts'

/**
 * The kinds of repairs of a call.
 *
 * @internal
 */
export type CallRepair = Extract<Repair, { readonly key: number }>['_tag']

/**
 * Emits the repair of a call.
 *
 * @internal
 */
export const repairCall = (_tag: CallRepair, choice: number, key: number, emit: Emit<Delta>): void => {
  emit({ _tag: 'RepairDelta', repair: { _tag, choice, key } })
}

/**
 * Emits `DigitsLost` for arguments that arrived as a value, if their numbers were rounded.
 *
 * @internal
 */
export const repairDigits = (args: unknown, choice: number, key: number, emit: Emit<Delta>): void => {
  if (hasLostDigits(args)) repairCall('DigitsLost', choice, key, emit)
}
