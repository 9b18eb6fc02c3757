/**
 * Content blocks as they end.
 *
 * A tool call is closed when the next block begins after its own end, or at the end of the message: its own end does not
 * close it, for a call that was cut by a limit is ended in the same way.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStopEvent.html
 *
 * @since 0.1.0
 */
import type { Delta } from '../../data/Delta.ts'
import { isCutShort } from '../../data/FinishReason.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { BlockState, ConverseState } from './state.ts'

const choice = 0

const isOpenCall = ({ kind, closed }: BlockState): boolean => kind === 'call' && !closed

const closed = (block: BlockState, state: 'Closed' | 'Truncated', emit: Emit<Delta>): BlockState => {
  emit({ _tag: 'ToolCallEnd', choice, key: block.key, state })
  return { ...block, closed: true }
}

/**
 * The state in which a block may begin: calls that have ended are closed, and so is one that was under its index before,
 * for nothing more can reach it; -1 = it has none.
 *
 * @internal
 */
export const makeWay = (state: ConverseState, index: number, emit: Emit<Delta>): ConverseState => {
  const isOver = (block: BlockState): boolean =>
    isOpenCall(block) && (block.stopped || (index !== -1 && block.index === index))
  if (!state.blocks.some(isOver)) return state
  return { ...state, blocks: state.blocks.map((block) => (isOver(block) ? closed(block, 'Closed', emit) : block)) }
}

/**
 * The state after the end of the block under an index.
 *
 * @internal
 */
export const withStop = (state: ConverseState, index: number): ConverseState => {
  const isOver = (block: BlockState): boolean => block.index === index && !block.stopped
  if (!state.blocks.some(isOver)) return state
  return { ...state, blocks: state.blocks.map((block) => (isOver(block) ? { ...block, stopped: true } : block)) }
}

/**
 * The state after the end of the message. Where the answer was cut short, the call that had the last fragment is
 * truncated, and so is a call that the provider had not ended.
 *
 * @internal
 */
export const withEnd = (state: ConverseState, emit: Emit<Delta>): ConverseState => {
  const isCut = isCutShort(state.finish === '' ? undefined : state.finish)
  const blocks = state.blocks.map((block) => {
    if (!isOpenCall(block)) return block
    return closed(block, isCut && (!block.stopped || block.key === state.last) ? 'Truncated' : 'Closed', emit)
  })
  return { ...state, blocks }
}
