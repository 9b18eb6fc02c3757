/**
 * Bedrock's Converse: events to deltas.
 *
 * Neither an id nor a model is said. The usage comes in the metadata, before or after the stop of the message, so the
 * message is over when both have come: a body that breaks off between them was cut.
 *
 * Held in memory: the places of the blocks, the signature of each, what tools that Bedrock ran gave so far; nothing of the
 * answer's text.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
 *
 * @since 0.1.0
 */
import type { Delta } from '../../data/Delta.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { isInvalidIndex, toIndex } from '../toIndex.ts'
import { withStart } from './blocks.ts'
import type { ConverseChunk } from './codec.ts'
import { withDelta } from './deltas.ts'
import { withEnd, withStop } from './ends.ts'
import { toFinishReason } from './finishReason.ts'
import type { ConverseState } from './state.ts'
import { initialConverse } from './state.ts'
import { toUsage } from './usage.ts'

const choice = 0

const withIndex = (state: ConverseState, index: unknown, emit: Emit<Delta>): ConverseState => {
  if (state.misindexed || !isInvalidIndex(index)) return state
  emit({ _tag: 'RepairDelta', repair: { _tag: 'InvalidIndex', choice } })
  return { ...state, misindexed: true }
}

const withFinish = (state: ConverseState, word: string, emit: Emit<Delta>): ConverseState => {
  if (word === '') return state
  const finish = toFinishReason(word)
  emit({ _tag: 'FinishDelta', choice, finishReason: finish, rawFinishReason: word })
  return { ...state, finish }
}

const step = (before: ConverseState, chunk: ConverseChunk, emit: Emit<Delta>): ConverseState => {
  const { contentBlockDelta, contentBlockStart, contentBlockStop, messageStop, metadata } = chunk
  let state = before
  if (contentBlockStart) {
    const { contentBlockIndex: index, start } = contentBlockStart
    state = withStart(withIndex(state, index, emit), toIndex(index), start, emit)
  }
  if (contentBlockDelta) {
    const { contentBlockIndex: index } = contentBlockDelta
    state = withDelta(withIndex(state, index, emit), toIndex(index), chunk, emit)
  }
  if (contentBlockStop) {
    const { contentBlockIndex: index } = contentBlockStop
    state = withStop(withIndex(state, index, emit), toIndex(index))
  }
  if (messageStop) state = { ...withFinish(state, messageStop.stopReason ?? '', emit), stopped: true }
  if (metadata) {
    const { usage } = metadata
    if (usage && Object.keys(usage).length > 0) emit({ _tag: 'UsageDelta', usage: toUsage(usage) })
    state = { ...state, measured: true }
  }
  return state
}

/**
 * @category machines
 * @since 0.1.0
 */
export const converseMachine: Machine<ConverseState, ConverseChunk, Delta> = {
  initial: initialConverse,
  step,
  end: withEnd,
  done: () => false
}

/**
 * Whether the stop of the message and the metadata came.
 *
 * @internal
 */
export const converseEnded = ({ stopped, measured }: ConverseState): boolean => stopped && measured
