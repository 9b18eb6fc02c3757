/**
 * Content blocks as they end.
 *
 * A tool call is closed when the next block begins after its own end, or at the end of the message: its own end does not
 * close it, for a call that was cut by a limit is ended in the same way.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @since 0.1.0
 */
import type { Delta } from '../../data/Delta.ts'
import { isCutShort } from '../../data/FinishReason.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { AnthropicState, BlockState } from './state.ts'
import { blockAt, changed } from './state.ts'

const choice = 0

/**
 * More of the input of a call.
 *
 * @internal
 */
export const emitInput = ({ kind, key }: BlockState, text: string, emit: Emit<Delta>): void => {
  emit(
    kind === 'server'
      ? { _tag: 'ServerToolCallDelta', choice, key, id: '', name: '', arguments: text, kind: '' }
      : { _tag: 'ToolCallDelta', choice, key, id: '', name: '', arguments: text }
  )
}

// The input that a block began with counts where no fragment of input came.
const flushed = (block: BlockState, emit: Emit<Delta>): BlockState => {
  if (block.input === '') return block
  emit({ _tag: 'RepairDelta', repair: { _tag: 'ArgumentsSerialised', choice, key: block.key } })
  emitInput(block, block.input, emit)
  return { ...block, input: '' }
}

const isOpenCall = ({ kind, closed }: BlockState): boolean => kind === 'call' && !closed

const closed = (block: BlockState, state: 'Closed' | 'Truncated', emit: Emit<Delta>): BlockState => {
  const whole = flushed(block, emit)
  emit({ _tag: 'ToolCallEnd', choice, key: block.key, state })
  return { ...whole, closed: true }
}

/**
 * The state in which a block may begin under an index: calls that have ended are closed, and so is one that was there
 * before, for nothing more can reach it.
 *
 * @internal
 */
export const makeWay = (state: AnthropicState, index: number, emit: Emit<Delta>): AnthropicState => {
  const isOver = (block: BlockState): boolean => block.stopped || block.index === index
  if (!state.blocks.some((block) => isOver(block) && (isOpenCall(block) || block.input !== ''))) return state
  const blocks = state.blocks.map((block) => {
    if (!isOver(block)) return block
    return isOpenCall(block) ? closed(block, 'Closed', emit) : flushed(block, emit)
  })
  return { ...state, blocks }
}

/**
 * The state after the end of the block under an index.
 *
 * @internal
 */
export const withStop = (state: AnthropicState, index: number, emit: Emit<Delta>): AnthropicState => {
  const block = blockAt(state, index)
  return block === undefined || block.stopped ? state : changed(state, { ...flushed(block, emit), stopped: true })
}

/**
 * The state after the end of the message. Where the answer was cut short, the call that had the last fragment is
 * truncated, and so is a call that the provider had not ended.
 *
 * @internal
 */
export const withEnd = (state: AnthropicState, emit: Emit<Delta>): AnthropicState => {
  const isCut = isCutShort(state.finish === '' ? undefined : state.finish)
  const blocks = state.blocks.map((block) => {
    if (!isOpenCall(block)) return flushed(block, emit)
    return closed(block, isCut && (!block.stopped || block.key === state.last) ? 'Truncated' : 'Closed', emit)
  })
  return { ...state, blocks }
}
