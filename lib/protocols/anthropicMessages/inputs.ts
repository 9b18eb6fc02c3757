/**
 * The input that a block begins with, which in a stream is almost always a placeholder. It is used only if no fragment
 * of input follows, so it is held until the end of its block.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @since 0.1.0
 */
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { closeAll, closeEnded, endBlocks } from '../blocks.ts'
import { repairCall } from '../repair.ts'
import { withArguments } from '../withInput.ts'
import { flushCompactions } from './compaction.ts'
import type { AnthropicState, BlockState } from './state.ts'

const withInputs = (
  before: AnthropicState,
  isMeant: (block: BlockState) => boolean,
  emit: Emit<Delta>
): AnthropicState =>
  before.blocks.reduce<AnthropicState>((state, block) => {
    if (block.input === '' || !isMeant(block)) return state
    repairCall('ArgumentsSerialised', 0, block.key, emit)
    const known = { ...block, input: '' }
    const blocks = state.blocks.map((other) => (other.key === block.key ? known : other))
    return { ...withArguments({ ...state, blocks }, known, block.input, emit), last: before.last }
  }, before)

/**
 * The state in which a block may begin at an index.
 *
 * @internal
 */
export const makeWay = (state: AnthropicState, index: number, emit: Emit<Delta>): AnthropicState =>
  closeEnded(
    withInputs(state, (block) => block.index === index, emit),
    index,
    emit
  )

/**
 * The state after the end of the block at an index.
 *
 * @internal
 */
export const withStop = (state: AnthropicState, index: number, emit: Emit<Delta>): AnthropicState =>
  endBlocks(
    flushCompactions(
      withInputs(state, (block) => block.index === index && !block.ended, emit),
      (block) => block.index === index,
      emit
    ),
    (block: BlockState) => block.index === index
  )

/**
 * The state after the end of the message.
 *
 * @internal
 */
export const withEnd = (state: AnthropicState, emit: Emit<Delta>): AnthropicState =>
  closeAll(
    flushCompactions(
      withInputs(state, () => true, emit),
      () => true,
      emit
    ),
    emit
  )
