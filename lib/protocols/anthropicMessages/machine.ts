/**
 * Anthropic Messages: events to deltas.
 *
 * What an event is, its `type` says; the name of the SSE event is not looked at. A ping, and an event of a type that is
 * not known, say nothing. The message is over at `message_stop`.
 *
 * Held in memory: the places of the blocks, the signature of each, the usage; nothing of the answer's text.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @since 0.1.0
 */
import { textOf } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import type { Held } from '../sizes.ts'
import { nothingHeld } from '../sizes.ts'
import { isInvalidIndex, toIndex } from '../toIndex.ts'
import { withStart } from './blocks.ts'
import type { AnthropicChunk, AnthropicUsage } from './codec.ts'
import { withDelta } from './deltas.ts'
import { withEnd, withStop } from './ends.ts'
import { toFinishReason } from './finishReason.ts'
import type { AnthropicState } from './state.ts'
import { initialAnthropic } from './state.ts'
import { fromMetrics, merged, toUsage } from './usage.ts'

const choice = 0

const withMetadata = ({ message }: AnthropicChunk, emit: Emit<Delta>): void => {
  const id = textOf(message?.id)
  const model = textOf(message?.model)
  if (id !== '' || model !== '') emit({ _tag: 'ResponseMetadata', id, model })
}

const withUsage = (
  state: AnthropicState,
  said: AnthropicUsage | null | undefined,
  emit: Emit<Delta>
): AnthropicState => {
  if (said === undefined || said === null || Object.keys(said).length === 0) return state
  const usage = merged(state.usage, plain(said))
  emit({ _tag: 'UsageDelta', usage: toUsage(usage) })
  return { ...state, usage }
}

const withMetrics = (state: AnthropicState, chunk: AnthropicChunk, emit: Emit<Delta>): void => {
  const usage = state.usage === null ? fromMetrics(chunk) : undefined
  if (usage !== undefined) emit({ _tag: 'UsageDelta', usage })
}

const withFinish = (state: AnthropicState, { delta }: AnthropicChunk, emit: Emit<Delta>): AnthropicState => {
  const word = delta?.stop_reason ?? ''
  if (word === '') return state
  const finish = toFinishReason(word)
  emit({ _tag: 'FinishDelta', choice, finishReason: finish, rawFinishReason: word })
  return { ...state, finish }
}

const withIndex = (state: AnthropicState, index: unknown, emit: Emit<Delta>): AnthropicState => {
  if (state.misindexed || !isInvalidIndex(index)) return state
  emit({ _tag: 'RepairDelta', repair: { _tag: 'InvalidIndex', choice } })
  return { ...state, misindexed: true }
}

const step = (state: AnthropicState, chunk: AnthropicChunk, emit: Emit<Delta>): AnthropicState => {
  switch (chunk.type) {
    case 'content_block_delta':
      return withDelta(withIndex(state, chunk.index, emit), toIndex(chunk.index), chunk, emit)
    case 'content_block_start':
      return withStart(withIndex(state, chunk.index, emit), toIndex(chunk.index), chunk.content_block ?? {}, emit)
    case 'content_block_stop':
      return withStop(withIndex(state, chunk.index, emit), toIndex(chunk.index), emit)
    case 'message_start':
      withMetadata(chunk, emit)
      return withUsage(state, chunk.message?.usage, emit)
    case 'message_delta':
      return withUsage(withFinish(state, chunk, emit), chunk.usage, emit)
    case 'message_stop':
      withMetrics(state, chunk, emit)
      return { ...state, ended: true }
    default:
      return state
  }
}

/**
 * @category machines
 * @since 0.1.0
 */
export const anthropicMachine: Machine<AnthropicState, AnthropicChunk, Delta> = {
  initial: initialAnthropic,
  step,
  end: withEnd,
  done: () => false
}

/**
 * Input that waits for the end of its block.
 *
 * @internal
 */
export const anthropicHeld = ({ blocks }: AnthropicState): Held => {
  let size = 0
  for (const { input } of blocks) size += input.length
  return size === 0 ? nothingHeld : { ...nothingHeld, size }
}

/**
 * Whether `message_stop` came.
 *
 * @internal
 */
export const anthropicEnded = ({ ended }: AnthropicState): boolean => ended
