/**
 * OpenAI Responses: events to deltas.
 *
 * Items are told apart by `output_index`, their texts by `content_index` and `summary_index`; never by the id of the item,
 * which may change between its events. A call is closed when it came whole and another item began, or at the end of the
 * response. What the response that is over has, and no event had, is added; nothing is said twice.
 *
 * Held in memory: what the items are known by, and how much of each text has come; nothing of the answer's text.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @since 0.1.0
 */
import { textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { ignoreOutput } from '../../machine/Machine.ts'
import { emitEnd } from '../closing.ts'
import type { Held } from '../sizes.ts'
import { toIndex } from '../toIndex.ts'
import { withAnnotation } from './citations.ts'
import type { ResponsesChunk, ResponsesItem, ResponsesResponse, ResponsesSnapshot } from './codec.ts'
import { toFinish } from './finishReason.ts'
import type { CustomTools } from './items.ts'
import { identityOf, typeOf } from './items.ts'
import { placesOf } from './outputs.ts'
import { withFragment, withWholeText } from './pieces.ts'
import type { ItemState, PieceKind, ResponsesState } from './state.ts'
import { endingOf, initialResponses, loseEvent, placeOf, withItem, withSequence } from './state.ts'
import type { TextEvent } from './texts.ts'
import { textIn } from './texts.ts'
import { toUsage } from './usage.ts'
import { withContent, withNewItem, withSummary, withWholeItem } from './wholes.ts'

type Say = Emit<Delta>

// -------------------------------------------------------------------------------------
// items
// -------------------------------------------------------------------------------------

/** Calls that came whole, and after which another item began. */
const withClosedCalls = (state: ResponsesState, emit: Say): ResponsesState => {
  const isReady = ({ role, key, done, closed }: ItemState, at: number): boolean =>
    role === 'call' && key !== -1 && done && !closed && at < state.items.length - 1
  if (!state.items.some(isReady)) return state
  const items = state.items.map((item, at) => {
    if (!isReady(item, at)) return item
    emitEnd(0, endingOf(state, at, item), { cutShort: state.cut, last: state.last }, emit)
    return { ...item, closed: true }
  })
  return { ...state, items }
}

const begin = (
  state: ResponsesState,
  index: number,
  item: ResponsesItem,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  const known = index === -1 ? undefined : state.items[placeOf(state, index)]
  // Said twice, unless the index is used once more.
  if (known !== undefined && !known.done && known.type === typeOf(item)) return state
  return withClosedCalls(withNewItem(state, index, item, customTools, emit), emit)
}

/** Whether an item that came whole is another one than that which came whole under its index before. */
const isAnother = ({ index, type, callId, done }: ItemState, item: ResponsesItem): boolean =>
  done && (index === -1 || type !== typeOf(item) || callId !== identityOf(item).callId)

const finish = (
  state: ResponsesState,
  index: number,
  item: ResponsesItem,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  const at = placeOf(state, index)
  const known = state.items[at]
  const isNew = known === undefined || isAnother(known, item)
  const begun = isNew ? withNewItem(state, index, item, customTools, emit) : state
  const whole = withWholeItem(begun, isNew ? begun.items.length - 1 : at, item, customTools, emit)
  return withClosedCalls(whole, emit)
}

// -------------------------------------------------------------------------------------
// texts
// -------------------------------------------------------------------------------------

const isReasoning = (kind: PieceKind): boolean => kind === 'summary' || kind === 'reasoning'

/** The state in which the item of a text has begun, also where the server did not say so. */
const withItemOf = (state: ResponsesState, index: number, kind: PieceKind): ResponsesState => {
  if (kind === 'arguments' || placeOf(state, index) !== -1) return state
  return withNewItem(state, index, { type: isReasoning(kind) ? 'reasoning' : 'message' }, 'client', ignoreOutput)
}

const withText = (
  state: ResponsesState,
  event: ResponsesChunk,
  { kind, whole, isDelta }: TextEvent,
  emit: Say
): ResponsesState => {
  const output = toIndex(event.output_index)
  const next = withItemOf(state, output, kind)
  const at = placeOf(next, output)
  const item = next.items[at]
  // A call without a name has no part yet: it waits for the whole of it.
  if (item === undefined || item.done || (kind === 'arguments' && item.key === -1)) return state
  const index = Math.max(0, toIndex(kind === 'summary' ? event.summary_index : event.content_index))
  const text = textOf(isDelta ? event.delta : event[whole])
  return isDelta ? withFragment(next, at, kind, index, text, emit) : withWholeText(next, at, kind, index, text, emit)
}

/** What an event says of a part of an item. */
const withPartOfItem = (
  state: ResponsesState,
  event: ResponsesChunk,
  kind: PieceKind,
  change: (state: ResponsesState, at: number) => ResponsesState
): ResponsesState => {
  const index = toIndex(event.output_index)
  const next = withItemOf(state, index, kind)
  const at = placeOf(next, index)
  return next.items[at]?.done === false ? change(next, at) : state
}

// -------------------------------------------------------------------------------------
// the response
// -------------------------------------------------------------------------------------

const withMetadata = (state: ResponsesState, response: ResponsesSnapshot, emit: Say): ResponsesState => {
  const id = state.id ? '' : textOf(response.id)
  const model = state.model ? '' : textOf(response.model)
  if (id !== '' || model !== '') emit({ _tag: 'ResponseMetadata', id, model })
  const { usage, store } = response
  if (usage !== undefined && usage !== null && Object.keys(usage).length > 0) {
    emit({ _tag: 'UsageDelta', usage: toUsage(usage) })
  }
  return {
    ...state,
    id: state.id || id !== '',
    model: state.model || model !== '',
    stored: typeof store === 'boolean' ? store : state.stored
  }
}

const withOutput = (
  before: ResponsesState,
  output: ReadonlyArray<ResponsesItem>,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  const places = placesOf(before.items, output)
  return output.reduce<ResponsesState>((state, item, i) => {
    const at = places[i] ?? -1
    const begun = at === -1 ? withNewItem(state, i, item, customTools, emit) : state
    const whole = withWholeItem(begun, at === -1 ? begun.items.length - 1 : at, item, customTools, emit)
    return withClosedCalls(whole, emit)
  }, before)
}

const withEnd = (
  before: ResponsesState,
  response: ResponsesSnapshot,
  status: string,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  const state = withOutput(withMetadata(before, response, emit), response.output ?? [], customTools, emit)
  const hasCall = state.items.some(({ role, key }) => role === 'call' && key !== -1)
  const { finishReason, rawFinishReason, cut } = toFinish(status, response.incomplete_details?.reason, hasCall)
  emit({ _tag: 'FinishDelta', choice: 0, finishReason, rawFinishReason })
  return { ...state, ended: true, cut }
}

const statusOf = ({ status }: ResponsesSnapshot): string => textOf(status) || 'completed'

/**
 * Whether a response that came as one JSON body is over: one that runs in the background may still be on its way.
 *
 * @internal
 */
export const isWhole = (response: ResponsesResponse): boolean => !['queued', 'in_progress'].includes(statusOf(response))

/**
 * The state after a response that came as one JSON body.
 *
 * @internal
 */
export const responsesAnswer =
  (customTools: CustomTools) =>
  (response: ResponsesResponse, emit: Say): ResponsesState => {
    if (isWhole(response)) return withEnd(initialResponses, response, statusOf(response), customTools, emit)
    return withOutput(withMetadata(initialResponses, response, emit), response.output, customTools, emit)
  }

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const step =
  (customTools: CustomTools) =>
  (before: ResponsesState, event: ResponsesChunk, emit: Say): ResponsesState => {
    const state = withSequence(before, toIndex(event.sequence_number))
    const type = textOf(event.type)
    const text = textIn(type)
    if (text !== undefined) return withText(state, event, text, emit)
    const index = toIndex(event.output_index)
    const content = Math.max(0, toIndex(event.content_index))
    const { item, response } = event
    switch (type) {
      case 'response.output_item.added':
        return item ? begin(state, index, item, customTools, emit) : state
      case 'response.output_item.done':
        return item ? finish(state, index, item, customTools, emit) : state
      case 'response.content_part.done':
        return withPartOfItem(state, event, 'text', (next, at) => withContent(next, at, content, event.part, emit))
      case 'response.reasoning_summary_part.done': {
        const summary = Math.max(0, toIndex(event.summary_index))
        return withPartOfItem(state, event, 'summary', (next, at) => withSummary(next, at, summary, event.part, emit))
      }
      case 'response.output_text.annotation.added': {
        const number = toIndex(event.annotation_index)
        return withPartOfItem(state, event, 'text', (next, at) =>
          event.annotation === undefined ? next : withAnnotation(next, at, content, number, event.annotation, emit)
        )
      }
      case 'response.queued':
      case 'response.created':
      case 'response.in_progress':
        return response ? withMetadata(state, response, emit) : state
      case 'response.completed':
      case 'response.incomplete':
      case 'response.failed':
      case 'response.cancelled':
        return withEnd(state, response ?? {}, type.slice('response.'.length), customTools, emit)
      default:
        return state
    }
  }

const end = (state: ResponsesState, emit: Say): ResponsesState =>
  state.items.reduce<ResponsesState>((next, item, at) => {
    const { role, key, closed } = item
    if (role !== 'call' || key === -1 || closed) return next
    emitEnd(0, endingOf(state, at, item), { cutShort: state.cut, last: state.last }, emit)
    return withItem(next, at, { closed: true })
  }, state)

/**
 * The machine of the protocol; `customTools` says who runs the tools of `custom_tool_call` items.
 *
 * @internal
 */
export const responsesMachine = (customTools: CustomTools): Machine<ResponsesState, ResponsesChunk, Delta> => ({
  initial: initialResponses,
  step: step(customTools),
  end,
  done: () => false
})

/**
 * What the items are known by.
 *
 * @internal
 */
export const responsesHeld = ({ held, items, pieces }: ResponsesState): Held => ({
  choices: 0,
  calls: 0,
  parts: Math.max(items.length, pieces.length),
  size: held
})

/**
 * The state after an event was lost.
 *
 * @internal
 */
export const responsesLost = loseEvent

/**
 * Whether the response is over.
 *
 * @internal
 */
export const responsesEnded = ({ ended }: ResponsesState): boolean => ended
