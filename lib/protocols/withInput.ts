/**
 * The arguments of the calls among addressed blocks, and to which of them a fragment belongs.
 *
 * @since 0.1.0
 */
import type { Delta } from '../data/Delta.ts'
import { append } from '../data/rope.ts'
import { isEmpty, isOver } from '../machine/json/jsonPrefix.ts'
import type { Emit } from '../machine/Machine.ts'
import type { AnyBlocks, Block, BlockIn } from './blocks.ts'
import { blockAt, loseEvent, mayGrow, replaceBlock, touch, updated } from './blocks.ts'
import { withPrint } from './CallIdentity.ts'
import { withLoss, withMore } from './closing.ts'
import { repairCall } from './repair.ts'

const choice = 0

/**
 * The state after more arguments of a call, or of a tool that the provider runs.
 *
 * @internal
 */
export const withArguments = <S extends AnyBlocks>(state: S, block: BlockIn<S>, text: string, emit: Emit<Delta>): S => {
  if (text === '') return touch(state, block.key)
  const json = withMore(block.json, text)
  const { size, hash } = block.id === '' ? block : withPrint(block, text, block.json)
  const next = { ...block, json, size, hash }
  const { again } = block
  if (again !== null) {
    return replaceBlock(state, { ...next, again: { ...again, arguments: append(again.arguments, text) } })
  }
  const fragment = { choice, key: block.key, id: '', name: '', arguments: text }
  emit(
    block.kind === 'call'
      ? { _tag: 'ToolCallDelta', ...fragment }
      : { _tag: 'ServerToolCallDelta', ...fragment, kind: '' }
  )
  return json === block.json && next.size === block.size ? touch(state, block.key) : replaceBlock(state, next)
}

/**
 * Whether more arguments of a block may come.
 *
 * @internal
 */
export const isTool = ({ kind, closed }: Block<string>): boolean => (kind === 'call' || kind === 'server') && !closed

// Arguments under the index of an unknown block are that block's own.
const isForeign = (state: AnyBlocks, index: number): boolean =>
  index !== -1 && blockAt(state, index)?.kind === 'unknown'

// Arguments under the index of a call that was closed without any came too late: they are no other call's.
const isLate = (state: AnyBlocks, index: number): boolean => {
  const call = index === -1 ? undefined : blockAt(state, index, ({ kind }) => kind === 'call')
  return call?.closed === true && !call.damaged && call.json !== '' && isEmpty(call.json)
}

/**
 * The state after more arguments under an index: those of the call there, else of the last call whose arguments are not
 * over, which is a repair; nothing where there is none.
 *
 * @internal
 */
export const withInput = <S extends AnyBlocks>(
  state: S,
  index: number,
  text: string,
  emit: Emit<Delta>
): S | undefined => {
  const known: BlockIn<S> | undefined = blockAt(state, index, isTool)
  if (known !== undefined) return withArguments<S>(state, known, text, emit)
  if (isForeign(state, index) || isLate(state, index)) return undefined
  const stray: BlockIn<S> | undefined = state.blocks.findLast((block) => isTool(block) && !isOver(block.json))
  if (stray === undefined) return undefined
  if (index === -1 || stray.drifted) return withArguments<S>(state, stray, text, emit)
  repairCall('IndexDrift', choice, stray.key, emit)
  const drifted = { ...stray, drifted: true }
  return withArguments<S>(replaceBlock<S>(state, drifted), drifted, text, emit)
}

/**
 * The state after a fragment of arguments that cannot be read: its call has lost it, and where no call is under its index,
 * any call may have.
 *
 * @internal
 */
export const loseFragment = <S extends AnyBlocks>(state: S, index: number): S => {
  if (isForeign(state, index)) return state
  const isMeant = (block: BlockIn<S>): boolean => mayGrow(block) && block.index === index
  if (state.blocks.some(isMeant)) return updated<S>(state, isMeant, withLoss)
  return state.blocks.some(mayGrow) ? loseEvent<S>(state) : { ...state, orphan: index }
}
