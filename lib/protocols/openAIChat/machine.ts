/**
 * OpenAI Chat Completions: chunks to deltas.
 *
 * Nothing is final before the machine's end, which is the provider's terminal: calls and usage also arrive after a
 * finish reason. A later null finish reason erases nothing.
 *
 * Held in memory: names and ids of the tool calls, and the progress of each part; no text of the answer.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/streaming
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, isNothing } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { isCutShort } from '../../data/FinishReason.ts'
import { replaced } from '../../data/replaced.ts'
import { isCut } from '../../machine/json/jsonPrefix.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { withIgnored } from '../ignored.ts'
import { closeCalls } from '../row.ts'
import type { Counts, Held } from '../sizes.ts'
import { lengthOf, noCounts } from '../sizes.ts'
import { toIndex, withIndex } from '../toIndex.ts'
import { callFragment, callsOf } from './callFragment.ts'
import { flushHeld, withCall, withoutPlaceholders } from './calls.ts'
import { flushSources, withAnnotations, withSources } from './citations.ts'
import { withContent, withRefusal, withText } from './content.ts'
import { isCancelled, toFinishReason } from './finishReason.ts'
import { withAudio, withImages } from './media.ts'
import { withReasoning } from './reasoning.ts'
import { withExecutedTools, withToolMessage } from './serverTools.ts'
import type { ChatState, ChoiceState } from './state.ts'
import { initialChat, initialChoice, loseEventOf } from './state.ts'
import { toUsage, usageOf, withCounted } from './usage.ts'
import { usedTools } from './usedTools.ts'
import { withWholeMessage } from './wholeMessage.ts'
import type { ChatChoice, ChatChunk } from './wire/chunk.ts'
import type { ChatDelta } from './wire/delta.ts'
import type { ChatToolCall } from './wire/toolCalls.ts'

// -------------------------------------------------------------------------------------
// calls
// -------------------------------------------------------------------------------------

// An index that is neither a number nor its digits was left out.
const indexIn = (one: { readonly index?: number | null }): unknown => one.index ?? field(asItCame(one), 'index')

const withCalls = (choice: ChoiceState, calls: ReadonlyArray<ChatToolCall>, emit: Emit<Delta>): ChoiceState =>
  calls.reduce(
    (next, call) => withCall(withIndex(next, next.index, indexIn(call), emit), callFragment(call), emit),
    choice
  )

// -------------------------------------------------------------------------------------
// choices
// -------------------------------------------------------------------------------------

const withDelta = (choice: ChoiceState, delta: ChatDelta, emit: Emit<Delta>): ChoiceState => {
  const raw = fieldsOf(asItCame(delta))
  const { annotations, images, audio, executed_tools: executed, type, content_list: list } = raw
  if (delta.role === 'tool') return withToolMessage(choice, raw, emit)
  let next = withReasoning(choice, delta, raw, emit)
  if (executed !== undefined) next = withExecutedTools(next, executed, emit)
  next = withContent(next, delta.content, emit)
  if (!isNothing(delta.refusal)) next = withRefusal(next, delta.refusal, emit)
  if (annotations !== undefined) next = withAnnotations(next, annotations, emit)
  if (images !== undefined) next = withImages(next, images, emit)
  if (audio !== undefined) next = withAudio(next, audio, emit)
  if (delta.tool_calls !== undefined || delta.function_call !== undefined) next = withCalls(next, callsOf(delta), emit)
  if (type !== undefined || list !== undefined) next = withCalls(next, usedTools(raw), emit)
  return next
}

const withFinish = (choice: ChoiceState, wire: ChatChoice, emit: Emit<Delta>): ChoiceState => {
  const { native_finish_reason: native, finish_details: details } = wire
  const upstream = native ?? ''
  const isError = toFinishReason(upstream) === 'error'
  const word = (wire.finish_reason ?? details?.type ?? '') || (isError ? upstream : '')
  if (word === '') return choice
  const finish = isError ? 'error' : toFinishReason(word)
  const rawFinishReason = upstream || word
  const next = withoutPlaceholders(choice, emit)
  emit({ _tag: 'FinishDelta', choice: choice.index, finishReason: finish, rawFinishReason })
  return { ...next, finish: isCancelled(word) || isCancelled(upstream) ? 'error' : finish }
}

// Some providers stream messages instead of deltas, or plain text like the older completions; others send the whole message
// after its deltas.
const withSaid = (choice: ChoiceState, wire: ChatChoice, emit: Emit<Delta>): ChoiceState => {
  const { delta, message } = wire
  if (!isNothing(delta)) return withDelta(choice, delta, emit)
  if (!isNothing(message)) {
    if (choice.parts > 0 && !choice.messages) return withWholeMessage(choice, message, emit)
    return withDelta(choice.messages ? choice : { ...choice, messages: true }, message, emit)
  }
  return withText(choice, wire.text ?? '', emit)
}

const withChoice = (
  choices: ReadonlyArray<ChoiceState>,
  wire: ChatChoice,
  position: number,
  emit: Emit<Delta>
): ReadonlyArray<ChoiceState> => {
  const said = toIndex(wire.index)
  const index = said === -1 ? position : said
  const at = choices.findIndex((choice) => choice.index === index)
  const before = withIndex(choices[at] ?? initialChoice(index), index, indexIn(wire), emit)
  const after = withFinish(withSaid(before, wire, emit), wire, emit)
  return after === choices[at] ? choices : replaced(choices, at, after)
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const step = (state: ChatState, chunk: ChatChunk, emit: Emit<Delta>): ChatState => {
  let { id, model, choices, sources, sourcesSize, counted } = state
  const raw = fieldsOf(asItCame(chunk))
  const newId = id ? '' : (chunk.id ?? '')
  const newModel = chunk.model ?? ''
  if (newId !== '' || (newModel !== '' && newModel !== model)) {
    emit({ _tag: 'ResponseMetadata', id: newId, model: newModel })
    id ||= newId !== ''
    model = newModel || model
  }
  const wire = chunk.choices
  if (wire !== undefined && wire !== null) {
    for (let i = 0; i < wire.length; i++) {
      const choice = wire[i]
      if (choice !== undefined) choices = withChoice(choices, choice, i, emit)
    }
  }
  if (raw['citations'] !== undefined || raw['search_results'] !== undefined || sources.length > 0) {
    const whole = withSources({ choices, sources }, raw, emit)
    choices = whole.choices
    if (whole.sources !== sources) sourcesSize = JSON.stringify(whole.sources).length
    sources = whole.sources
  }
  const said = usageOf(chunk)
  if (said !== undefined) {
    const usage = toUsage(said, counted)
    emit({ _tag: 'UsageDelta', usage })
    counted = withCounted(counted, usage)
  }
  const isSame = id === state.id && model === state.model && choices === state.choices && sources === state.sources
  return isSame && counted === state.counted
    ? state
    : { id, model, choices, sources, sourcesSize, counted, ignored: state.ignored }
}

/**
 * The machine of every provider of OpenAI Chat.
 *
 * @category machines
 * @since 0.1.0
 */
export const chatMachine: Machine<ChatState, ChatChunk, Delta> = {
  initial: initialChat,
  step: (state, chunk, emit) => step(withIgnored(state, chunk, emit), chunk, emit),
  end: (state, emit) => {
    for (const choice of flushSources(state, emit)) {
      flushHeld(choice, emit)
      closeCalls(choice, choice.index, emit)
    }
    return state
  },
  done: () => false
}

/**
 * The size of the fragments held until their name, of arguments that may stand for others, and of the sources held until the text.
 *
 * @internal
 */
export const chatHeld = ({ choices, sourcesSize }: ChatState): Held => {
  let calls = 0
  let size = sourcesSize
  for (const { held, calls: named } of choices) {
    calls = Math.max(calls, held.length)
    for (const call of named) if (call.held) size += call.size
    for (const call of held) size += call.size
  }
  return { choices: choices.length, calls, parts: 0, size }
}

/**
 * Whether there is a choice with a finish reason, and every choice with parts has one.
 *
 * @internal
 */
export const chatFinished = ({ choices }: ChatState): boolean =>
  choices.some(({ finish }) => finish !== '') && choices.every(({ finish, parts }) => finish !== '' || parts === 0)

/**
 * Whether the answer is complete if the body ends here: every choice has a finish reason, and no arguments stop in the middle,
 * which would show that the rest of the body is missing.
 *
 * @internal
 */
export const chatEnded = ({ choices }: ChatState): boolean =>
  choices.length > 0 &&
  choices.every(
    ({ finish, calls }) =>
      finish !== '' && (isCutShort(finish) || !calls.some(({ json }) => json !== '' && isCut(json)))
  )

/**
 * The number of entries in the lists of a chunk or of a response.
 *
 * @internal
 */
export const chatCounts = (json: unknown): Counts => {
  const { choices } = fieldsOf(json)
  if (!Array.isArray(choices)) return noCounts
  let calls = 0
  let parts = 0
  for (const choice of choices) {
    const { delta, message } = fieldsOf(choice)
    const { tool_calls: said, content, reasoning_details: details } = fieldsOf(delta ?? message)
    calls = Math.max(calls, lengthOf(said))
    parts = Math.max(parts, lengthOf(content), lengthOf(details))
  }
  return { choices: choices.length, calls, parts }
}

/**
 * The state after an event was lost.
 *
 * @internal
 */
export const chatLost = (state: ChatState): ChatState => ({ ...state, choices: state.choices.map(loseEventOf) })
