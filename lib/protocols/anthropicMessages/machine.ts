/**
 * Anthropic Messages: events to deltas.
 *
 * The `type` of an event determines its kind; the name of the SSE event is ignored. Pings and events of unknown types
 * emit nothing. The message ends at `message_stop`.
 *
 * Held in memory: the positions of the blocks, the signature of each, the usage; no text of the answer.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @since 0.1.0
 */
import { listOf, textOf } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { loseEvent, restartMessage, withFinish } from '../blocks.ts'
import type { Held } from '../sizes.ts'
import { nothingHeld } from '../sizes.ts'
import { toIndex, withIndex } from '../toIndex.ts'
import { withStart } from './blocks.ts'
import type { AnthropicChunk, AnthropicUsage } from './codec.ts'
import { AnthropicBlock } from './codec.ts'
import { withDelta } from './deltas.ts'
import { toFinishReason } from './finishReason.ts'
import { withEnd, withStop } from './inputs.ts'
import type { AnthropicState } from './state.ts'
import { initialAnthropic } from './state.ts'
import { fromMetrics, merged, toUsage } from './usage.ts'
import { eventsOf } from './whole.ts'

const CHOICE = 0

// Only a start that has the id of the message is a repeated one.
const withRestart = (state: AnthropicState, id: string, emit: Emit<Delta>): AnthropicState =>
  state.parts === 0 || (id !== '' && id === state.id) ? state : restartMessage(state, emit)

const blocksOf = (content: unknown): ReadonlyArray<AnthropicBlock> =>
  typeof content === 'string' && content !== ''
    ? [{ type: 'text', text: content }]
    : listOf(content).filter(AnthropicBlock.is)

// A message may start with content, as whole blocks like those of a JSON body. A repeated start repeats it.
const withMessage = (before: AnthropicState, { message }: AnthropicChunk, emit: Emit<Delta>): AnthropicState => {
  if (message === undefined || message === null) return before
  const id = textOf(message.id)
  const model = textOf(message.model)
  const restarted = withRestart(before, id, emit)
  if (id !== '' || model !== '') emit({ _tag: 'ResponseMetadata', id, model })
  const isRepeated = before.parts > 0 && restarted === before
  const begun = (isRepeated ? [] : blocksOf(message.content))
    .flatMap((block) => eventsOf(block, null))
    .reduce<AnthropicState>((state, event) => step(state, event, emit), {
      ...restarted,
      id: id === '' ? before.id : id
    })
  return withUsage(withFinish(begun, textOf(message.stop_reason), toFinishReason, emit), message.usage, emit)
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

function step(state: AnthropicState, chunk: AnthropicChunk, emit: Emit<Delta>): AnthropicState {
  switch (chunk.type) {
    case 'content_block_delta':
      return withDelta(withIndex(state, CHOICE, chunk.index, emit), toIndex(chunk.index), chunk, emit)
    case 'content_block_start':
      return withStart(
        withIndex(state, CHOICE, chunk.index, emit),
        toIndex(chunk.index),
        chunk.content_block ?? {},
        emit
      )
    case 'content_block_stop':
      return withStop(withIndex(state, CHOICE, chunk.index, emit), toIndex(chunk.index), emit)
    case 'message_start':
      return withMessage(state, chunk, emit)
    case 'message_delta':
      return withUsage(withFinish(state, textOf(chunk.delta?.stop_reason), toFinishReason, emit), chunk.usage, emit)
    case 'message_stop':
      withMetrics(state, chunk, emit)
      return { ...state, ended: true }
    default:
      return state
  }
}

/**
 * The machine of every provider of Anthropic Messages.
 *
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
 * The size of the input held until the end of its block.
 *
 * @internal
 */
export const anthropicHeld = ({ blocks }: AnthropicState): Held => {
  let size = 0
  for (const { input } of blocks) size += input.length
  return size === 0 ? nothingHeld : { ...nothingHeld, size }
}

/**
 * Whether `message_stop` has arrived.
 *
 * @internal
 */
export const anthropicEnded = ({ ended }: AnthropicState): boolean => ended

/**
 * The state after an event was lost.
 *
 * @internal
 */
export const anthropicLost = (state: AnthropicState): AnthropicState => loseEvent(state)
