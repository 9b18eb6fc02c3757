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
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { loseEvent, restartMessage, withFinish } from '../blocks.ts'
import { heldOf } from '../callBlocks.ts'
import { withIgnored } from '../ignored.ts'
import type { Held } from '../sizes.ts'
import { toIndex, withIndex } from '../toIndex.ts'
import { withStart } from './blocks.ts'
import { withDelta, withUnknown } from './deltas.ts'
import { toFinishReason } from './finishReason.ts'
import { withEnd, withStop } from './inputs.ts'
import type { AnthropicState } from './state.ts'
import { initialAnthropic } from './state.ts'
import { fromMetrics, merged, toUsage } from './usage.ts'
import { eventsOf } from './whole.ts'
import type { AnthropicBlock } from './wire/blocks.ts'
import type {
  AnthropicChunk,
  AnthropicContentBlockDelta,
  AnthropicContentBlockStart,
  AnthropicContentBlockStop,
  AnthropicMessageStop
} from './wire/events.ts'
import type { AnthropicMessage } from './wire/message.ts'
import type { AnthropicUsage } from './wire/usage.ts'

const CHOICE = 0

type AnthropicPlaced = AnthropicContentBlockStart | AnthropicContentBlockDelta | AnthropicContentBlockStop

// Only a start that has the id of the message is a repeated one.
const withRestart = (state: AnthropicState, id: string, emit: Emit<Delta>): AnthropicState =>
  state.parts === 0 || (id !== '' && id === state.id) ? state : restartMessage(state, emit)

const blocksOf = (content: AnthropicMessage['content']): ReadonlyArray<AnthropicBlock> =>
  typeof content === 'string' ? (content === '' ? [] : [{ type: 'text', text: content }]) : (content ?? [])

// A message may start with content, as whole blocks like those of a JSON body. A repeated start repeats it.
const withMessage = (before: AnthropicState, message: AnthropicMessage, emit: Emit<Delta>): AnthropicState => {
  const id = message.id ?? ''
  const model = message.model ?? ''
  const restarted = withRestart(before, id, emit)
  if (id !== '' || model !== '') emit({ _tag: 'ResponseMetadata', id, model })
  const isRepeated = before.parts > 0 && restarted === before
  const begun = (isRepeated ? [] : blocksOf(message.content))
    .flatMap((block) => eventsOf(block, null))
    .reduce<AnthropicState>((state, event) => step(state, event, emit), {
      ...restarted,
      id: id === '' ? before.id : id
    })
  return withUsage(withFinish(begun, message.stop_reason ?? '', toFinishReason, emit), message.usage, emit)
}

const withUsage = (
  state: AnthropicState,
  said: AnthropicUsage | null | undefined,
  emit: Emit<Delta>
): AnthropicState => {
  const raw = fieldsOf(asItCame(said))
  if (Object.keys(raw).length === 0) return state
  const usage = merged(state.usage, plain(raw))
  emit({ _tag: 'UsageDelta', usage: toUsage(usage) })
  return { ...state, usage }
}

const withMetrics = (state: AnthropicState, chunk: AnthropicMessageStop, emit: Emit<Delta>): void => {
  const usage = state.usage === null ? fromMetrics(chunk) : undefined
  if (usage !== undefined) emit({ _tag: 'UsageDelta', usage })
}

// An index that is neither a number nor its digits was left out.
const indexIn = (chunk: AnthropicPlaced): unknown => chunk.index ?? field(asItCame(chunk), 'index')

// A known event without its content.
const withDamaged = (state: AnthropicState, raw: unknown, emit: Emit<Delta>): AnthropicState => {
  const { type, index } = fieldsOf(raw)
  if (type !== 'content_block_delta' && type !== 'content_block_start') return state
  const placed = withIndex(state, CHOICE, index, emit)
  return type === 'content_block_start'
    ? withStart(placed, toIndex(index), {}, emit)
    : withUnknown(placed, toIndex(index), raw, emit)
}

function step(state: AnthropicState, chunk: AnthropicChunk, emit: Emit<Delta>): AnthropicState {
  switch (chunk.type) {
    case 'content_block_delta':
      return withDelta(withIndex(state, CHOICE, indexIn(chunk), emit), toIndex(chunk.index), chunk, emit)
    case 'content_block_start':
      return withStart(withIndex(state, CHOICE, indexIn(chunk), emit), toIndex(chunk.index), chunk.content_block, emit)
    case 'content_block_stop':
      return withStop(withIndex(state, CHOICE, indexIn(chunk), emit), toIndex(chunk.index), emit)
    case 'message_start':
      return withMessage(state, chunk.message, emit)
    case 'message_delta':
      return withUsage(withFinish(state, chunk.delta?.stop_reason ?? '', toFinishReason, emit), chunk.usage, emit)
    case 'message_stop':
      withMetrics(state, chunk, emit)
      return { ...state, ended: true }
    case 'ping':
    case 'error':
      return state
    default:
      return withDamaged(state, asItCame(chunk), emit)
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
  step: (state, chunk, emit) => step(withIgnored(state, chunk, emit), chunk, emit),
  end: withEnd,
  done: () => false
}

/**
 * The size of the input held until the end of its block, and of calls that may be earlier ones.
 *
 * @internal
 */
export const anthropicHeld = (state: AnthropicState): Held => {
  const held = heldOf(state)
  let { size } = held
  for (const { input } of state.blocks) size += input.length
  return size === held.size ? held : { ...held, size }
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
