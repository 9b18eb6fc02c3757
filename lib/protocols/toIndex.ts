import { isNothing } from '../codec/field.ts'
import type { Delta } from '../data/Delta.ts'
import type { Emit } from '../machine/Machine.ts'

/**
 * An index as the wire has it: an integer from 0 to 2^31 - 1, or its digits; anything else is none, which is -1.
 *
 * @internal
 */
export const toIndex = (u: unknown): number => {
  const index = typeof u === 'string' && String(Number(u)) === u ? Number(u) : u
  // Adding 0 makes 0 of -0, which JSON could not tell from it.
  return typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < 2 ** 31 ? index + 0 : -1
}

/**
 * The state after a provider's index was read: the first one that is not an index is a repair.
 *
 * @internal
 */
export const withIndex = <S extends { readonly misindexed: boolean }>(
  state: S,
  choice: number,
  index: unknown,
  emit: Emit<Delta>
): S => {
  if (state.misindexed || isNothing(index) || toIndex(index) !== -1) return state
  emit({ _tag: 'RepairDelta', repair: { _tag: 'InvalidIndex', choice } })
  return { ...state, misindexed: true }
}
