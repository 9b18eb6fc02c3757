/**
 * The starts of calls among addressed blocks, some of which are those of earlier calls.
 *
 * @since 0.1.0
 */
import type { Delta, Extra } from '../data/Delta.ts'
import type { Emit } from '../machine/Machine.ts'
import type { AnyBlocks, BlockIn } from './blocks.ts'
import { blockAt, callsBefore, mayGrow, withBlock } from './blocks.ts'
import type { CallIdentity } from './CallIdentity.ts'
import { emitCallStart, isNamesake } from './CallIdentity.ts'
import type { Held } from './sizes.ts'
import { nothingHeld } from './sizes.ts'

const choice = 0

/**
 * The state after the start of a call. One with the id and the name of an earlier call is emitted when it is closed, unless it
 * has the arguments of the earlier one, too: then it is that call.
 *
 * @internal
 */
export const withCallBlock = <S extends AnyBlocks>(
  state: S,
  block: BlockIn<S>,
  { id, name, extra }: { readonly id: string; readonly name: string; readonly extra?: Extra | undefined },
  emit: Emit<Delta>
): S => {
  const call: BlockIn<S> = { ...block, id, name }
  const earlier = state.blocks.find((known) => known.again === null && isNamesake(known, call))
  if (earlier !== undefined) {
    return withBlock(state, { ...call, again: { of: earlier.key, arguments: '', extra: extra ?? null } })
  }
  emitCallStart(callsBefore(state, call), choice, call, { extra, text: '' }, emit)
  return withBlock(state, call)
}

/**
 * The call that begins again at its index before it had any arguments.
 *
 * @internal
 */
export const begunAgain = <S extends AnyBlocks>(
  state: S,
  index: number,
  said: Pick<CallIdentity, 'id' | 'name'>
): BlockIn<S> | undefined => {
  const block: BlockIn<S> | undefined = blockAt(state, index, mayGrow)
  return block !== undefined && block.size === 0 && isNamesake(block, said) ? block : undefined
}

/**
 * The size of what is held of calls that may be earlier ones, and then the number of parts, because some were not emitted.
 *
 * @internal
 */
export const heldOf = ({ parts, blocks }: AnyBlocks): Held => {
  let isAny = false
  let size = 0
  for (const { again } of blocks) {
    if (again === null) continue
    isAny = true
    size += again.arguments.length
  }
  return isAny ? { ...nothingHeld, parts, size } : nothingHeld
}
