/**
 * OpenAI Chat Completions: chunks to deltas.
 *
 * Nothing is final before the machine's end, which is the provider's terminal: calls and usage also arrive after a finish
 * reason. A later null finish reason erases nothing.
 *
 * Held in memory: names and ids of the tool calls, and how far each part has come; nothing of the answer's text.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @since 0.1.0
 */
import type { Delta } from '../../../data/Delta.ts'
import { field } from '../../../data/field.ts'
import { isCutShort } from '../../../data/FinishReason.ts'
import type { Emit, Machine } from '../../../machine/Machine.ts'
import type { Held } from '../sizes.ts'
import { nothingHeld } from '../sizes.ts'
import { callFragment, flushHeld, withCall } from './calls.ts'
import type { ChatChunk, ChatDelta, ChatToolCall } from './codec.ts'
import { toFinishReason } from './finishReason.ts'
import { withReasoning } from './reasoning.ts'
import type { ChatState, ChoiceState } from './state.ts'
import { initialChat, initialChoice } from './state.ts'
import { isInvalidIndex, toIndex } from './toIndex.ts'
import { toUsage, usageOf } from './usage.ts'

// -------------------------------------------------------------------------------------
// content
// -------------------------------------------------------------------------------------

const withText = (choice: ChoiceState, open: 'text' | 'refusal', text: string, emit: Emit<Delta>): ChoiceState => {
  if (text === '') return choice
  const continues = choice.open === open
  const key = continues ? choice.openKey : choice.parts
  emit({ _tag: open === 'text' ? 'TextDelta' : 'RefusalDelta', choice: choice.index, key, text })
  return continues ? choice : { ...choice, parts: key + 1, open, openKey: key }
}

// `{"type": "thinking", "thinking": [{"type": "text", "text": "…"}]}`, or the text itself.
const thinkingOf = (item: unknown): string => {
  const thinking = field(item, 'thinking')
  if (typeof thinking === 'string') return thinking
  return Array.isArray(thinking) ? thinking.map((part) => textOf(part)).join('') : ''
}

const textOf = (item: unknown): string => {
  const text = field(item, 'text')
  return typeof item === 'string' ? item : typeof text === 'string' ? text : ''
}

const withItem = (choice: ChoiceState, item: unknown, emit: Emit<Delta>): ChoiceState => {
  const type = field(item, 'type')
  if (typeof item === 'string' || type === 'text') return withText(choice, 'text', textOf(item), emit)
  if (type === 'thinking') return withReasoning(choice, { reasoning: thinkingOf(item) }, emit)
  const key = choice.parts
  emit({ _tag: 'UnrecognisedDelta', choice: choice.index, key, raw: item })
  return { ...choice, parts: key + 1, open: 'other', openKey: key }
}

const withContent = (choice: ChoiceState, content: ChatDelta['content'], emit: Emit<Delta>): ChoiceState => {
  if (content === undefined || content === null) return choice
  if (typeof content === 'string') return withText(choice, 'text', content, emit)
  return content.reduce<ChoiceState>((next, item) => withItem(next, item, emit), choice)
}

// -------------------------------------------------------------------------------------
// calls
// -------------------------------------------------------------------------------------

const withIndex = (choice: ChoiceState, index: unknown, emit: Emit<Delta>): ChoiceState => {
  if (choice.misindexed || !isInvalidIndex(index)) return choice
  emit({ _tag: 'RepairDelta', repair: { _tag: 'InvalidIndex', choice: choice.index } })
  return { ...choice, misindexed: true }
}

const withCalls = (choice: ChoiceState, calls: ReadonlyArray<ChatToolCall>, emit: Emit<Delta>): ChoiceState =>
  calls.reduce((next, call) => withCall(withIndex(next, call.index, emit), callFragment(call), emit), choice)

// -------------------------------------------------------------------------------------
// choices
// -------------------------------------------------------------------------------------

const withDelta = (choice: ChoiceState, delta: ChatDelta, emit: Emit<Delta>): ChoiceState => {
  let next = withReasoning(choice, delta, emit)
  next = withContent(next, delta.content, emit)
  if (typeof delta.refusal === 'string') next = withText(next, 'refusal', delta.refusal, emit)
  if (Array.isArray(delta.tool_calls)) next = withCalls(next, delta.tool_calls, emit)
  // The older form of a call: at most one, without id and index.
  if (delta.function_call) next = withCalls(next, [{ function: delta.function_call }], emit)
  return next
}

type WireChoice = NonNullable<ChatChunk['choices']>[number]

const withFinish = (choice: ChoiceState, wire: WireChoice, emit: Emit<Delta>): ChoiceState => {
  const word = wire.finish_reason
  if (word === undefined || word === null || word === '') return choice
  const native = wire.native_finish_reason
  const finish = toFinishReason(word)
  const rawFinishReason = native === undefined || native === null || native === '' ? word : native
  emit({ _tag: 'FinishDelta', choice: choice.index, finishReason: finish, rawFinishReason })
  return { ...choice, finish }
}

const withChoice = (
  choices: ReadonlyArray<ChoiceState>,
  wire: WireChoice,
  position: number,
  emit: Emit<Delta>
): ReadonlyArray<ChoiceState> => {
  const said = toIndex(wire.index)
  const index = said === -1 ? position : said
  const at = choices.findIndex((choice) => choice.index === index)
  const before = withIndex(choices[at] ?? initialChoice(index), wire.index, emit)
  const after = withFinish(withDelta(before, wire.delta ?? {}, emit), wire, emit)
  if (after === choices[at]) return choices
  const next = choices.slice()
  next[at === -1 ? next.length : at] = after
  return next
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const nonEmpty = (u: unknown): string => (typeof u === 'string' ? u : typeof u === 'number' ? String(u) : '')

const step = (state: ChatState, chunk: ChatChunk, emit: Emit<Delta>): ChatState => {
  let { id, model, choices } = state
  if (!id || !model) {
    const newId = id ? '' : nonEmpty(chunk.id)
    const newModel = model ? '' : nonEmpty(chunk.model)
    if (newId !== '' || newModel !== '') emit({ _tag: 'ResponseMetadata', id: newId, model: newModel })
    id ||= newId !== ''
    model ||= newModel !== ''
  }
  const wire = chunk.choices
  if (wire !== undefined && wire !== null) {
    for (let i = 0; i < wire.length; i++) {
      const choice = wire[i]
      if (choice !== undefined) choices = withChoice(choices, choice, i, emit)
    }
  }
  const usage = usageOf(chunk)
  if (usage !== undefined && Object.keys(usage).length > 0) emit({ _tag: 'UsageDelta', usage: toUsage(usage) })
  return id === state.id && model === state.model && choices === state.choices ? state : { id, model, choices }
}

const closeCalls = ({ index, calls, finish, open, openKey }: ChoiceState, emit: Emit<Delta>): void => {
  for (const { key } of calls) {
    const isCut = isCutShort(finish === '' ? undefined : finish) && open === 'call' && openKey === key
    emit({ _tag: 'ToolCallEnd', choice: index, key, state: isCut ? 'Truncated' : 'Closed' })
  }
}

/**
 * @category machines
 * @since 0.1.0
 */
export const chatMachine: Machine<ChatState, ChatChunk, Delta> = {
  initial: initialChat,
  step,
  end: (state, emit) => {
    for (const choice of state.choices) {
      flushHeld(choice, emit)
      closeCalls(choice, emit)
    }
    return state
  },
  done: () => false
}

/**
 * What waits for a name.
 *
 * @internal
 */
export const chatHeld = ({ choices }: ChatState): Held => {
  if (choices.every(({ held }) => held.length === 0)) return { ...nothingHeld, choices: choices.length }
  const sizes = choices.flatMap(({ held }) => held.map((call) => JSON.stringify(call).length))
  return {
    choices: choices.length,
    calls: Math.max(...choices.map(({ held }) => held.length)),
    size: sizes.reduce((sum, size) => sum + size, 0)
  }
}

/**
 * Whether every choice has a finish reason.
 *
 * @internal
 */
export const chatFinished = ({ choices }: ChatState): boolean =>
  choices.length > 0 && choices.every(({ finish }) => finish !== '')
