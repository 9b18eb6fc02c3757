/**
 * Bedrock's Converse: events to deltas.
 *
 * The events contain neither an id nor a model. The usage is in the metadata, before or after the stop of the message, so the
 * message ends when both have arrived. If the body ends cleanly after the stop, the message is complete without metadata.
 *
 * Held in memory: the positions of the blocks, the signature of each, the results so far of tools that Bedrock ran; no
 * text of the answer.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
 *
 * @since 0.1.0
 */
import type { Delta } from '../../data/Delta.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { closeAll, endBlocks, loseEvent, restartMessage, withFinish } from '../blocks.ts'
import { toIndex, withIndex } from '../toIndex.ts'
import { withStart } from './blocks.ts'
import type { ConverseChunk } from './codec.ts'
import { deltaIn, withDelta } from './deltas.ts'
import { toFinishReason } from './finishReason.ts'
import { flushResults } from './results.ts'
import type { BlockState, ConverseState } from './state.ts'
import { initialConverse } from './state.ts'
import { toUsage } from './usage.ts'

const CHOICE = 0

const withStop = (state: ConverseState, index: number, emit: Emit<Delta>): ConverseState =>
  endBlocks(flushResults(state, index, emit), (block: BlockState) => block.index === index)

const step = (before: ConverseState, chunk: ConverseChunk, emit: Emit<Delta>): ConverseState => {
  const { contentBlockDelta, contentBlockStart, contentBlockStop, messageStop, metadata } = chunk
  let state = chunk.messageStart && before.parts > 0 ? restartMessage(before, emit) : before
  if (contentBlockStart) {
    const { contentBlockIndex: index, start } = contentBlockStart
    const ready = withIndex(state, CHOICE, index, emit)
    const delta = deltaIn(start)
    state =
      delta === undefined
        ? withStart(ready, toIndex(index), start, emit)
        : withDelta(ready, toIndex(index), { contentBlockDelta: { contentBlockIndex: index, delta } }, emit)
  }
  if (contentBlockDelta) {
    const { contentBlockIndex: index } = contentBlockDelta
    state = withDelta(withIndex(state, CHOICE, index, emit), toIndex(index), chunk, emit)
  }
  if (contentBlockStop) {
    const { contentBlockIndex: index } = contentBlockStop
    state = withStop(withIndex(state, CHOICE, index, emit), toIndex(index), emit)
  }
  if (messageStop) state = { ...withFinish(state, messageStop.stopReason ?? '', toFinishReason, emit), stopped: true }
  if (metadata) {
    const { usage } = metadata
    if (usage && Object.keys(usage).length > 0) emit({ _tag: 'UsageDelta', usage: toUsage(usage) })
    state = { ...state, measured: true }
  }
  return state
}

/**
 * The machine of every provider of Bedrock's Converse.
 *
 * @category machines
 * @since 0.1.0
 */
export const converseMachine: Machine<ConverseState, ConverseChunk, Delta> = {
  initial: initialConverse,
  step,
  end: (state, emit) => closeAll(flushResults(state, -1, emit), emit),
  done: () => false
}

/**
 * Whether the stop of the message and the metadata have arrived.
 *
 * @internal
 */
export const converseEnded = ({ stopped, measured }: ConverseState): boolean => stopped && measured

/**
 * Whether a stop reason came.
 *
 * @internal
 */
export const converseFinished = ({ finish }: ConverseState): boolean => finish !== ''

/**
 * The state after an event was lost.
 *
 * @internal
 */
export const converseLost = (state: ConverseState): ConverseState => loseEvent(state)
