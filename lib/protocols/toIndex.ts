import { isNothing } from '../codec/field.ts'
import type { Delta } from '../data/Delta.ts'
import type { Emit } from '../machine/Machine.ts'

/**
 * An index of the wire: an integer from 0 to 2^31 - 1, or -1 for any other value.
 *
 * @internal
 */
export const toIndex = (u: unknown): number =>
  // Adding 0 turns -0 into 0, because JSON does not preserve -0.
  typeof u === 'number' && Number.isInteger(u) && u >= 0 && u < 2 ** 31 ? u + 0 : -1

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
