/**
 * OpenAI Responses: events to deltas.
 *
 * Items are identified by all fields of an event (`identity.ts`), their texts by `content_index` and `summary_index`
 * and by the streamed text (`pieces.ts`, `contents.ts`). A call is closed when it is complete and another item began,
 * or at the end of the response. Parts of the final response that no event had are added; nothing is emitted twice.
 *
 * Held in memory: the identities of the items, and the progress of each text; no text of the answer.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @since 0.1.0
 */
import { field, isNothing, textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { ignoreOutput } from '../../machine/Machine.ts'
import { repairCall } from '../repair.ts'
import type { Held } from '../sizes.ts'
import { toIndex } from '../toIndex.ts'
import { fragmentOf, withArguments } from './arguments.ts'
import { audioIn, withAudio } from './audio.ts'
import { withAnnounced } from './begun.ts'
import { withAllClosed, withClosedCalls } from './calls.ts'
import { withAnnotation } from './citations.ts'
import type { ResponsesChunk, ResponsesItem } from './codec.ts'
import { ResponsesSnapshot, ResponsesUsage } from './codec.ts'
import { contentOf } from './contents.ts'
import { isExplained } from './errors.ts'
import { statusOf } from './finishReason.ts'
import { NEW, placeOfBegun, placeOfContent, placeOfShifted, placeOfText, placeOfWhole } from './identity.ts'
import type { CustomTools } from './items.ts'
import { takes } from './items.ts'
import { indexOfLast, withFragment, withWholeText } from './pieces.ts'
import { withEnd, withMetadata } from './response.ts'
import type { PieceKind, ResponsesState } from './state.ts'
import { initialResponses, loseEvent, withItem, withSequence } from './state.ts'
import type { TextEvent } from './texts.ts'
import { textIn } from './texts.ts'
import { withBegunAgain, withNewItem, withWholeItem } from './wholes.ts'

type Say = Emit<Delta>

// -------------------------------------------------------------------------------------
// items
// -------------------------------------------------------------------------------------

const begin = (
  state: ResponsesState,
  index: number,
  item: ResponsesItem,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  const at = placeOfBegun(state, index, item)
  if (at === NEW) return withClosedCalls(withAnnounced(state, index, item, customTools, emit), emit)
  return state.items[at]?.role === 'call' ? withBegunAgain(state, at, item, emit) : state
}

const finish = (
  state: ResponsesState,
  index: number,
  item: ResponsesItem,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  const at = placeOfWhole(state, index, item)
  const begun = at === NEW ? withNewItem(state, index, item, customTools, emit) : state
  const whole = withWholeItem(begun, at === NEW ? begun.items.length - 1 : at, item, customTools, emit)
  return withClosedCalls(whole, emit)
}

// -------------------------------------------------------------------------------------
// texts
// -------------------------------------------------------------------------------------

const isReasoning = (kind: PieceKind): boolean => kind === 'summary' || kind === 'reasoning'

const placeOf = ({ items }: ResponsesState, event: ResponsesChunk, kind: PieceKind): number =>
  placeOfText(items, kind, toIndex(event.output_index), textOf(event.item_id), textOf(event.call_id))

/** The state after the start of an item that the server did not announce; it becomes the last one. */
const withUnannounced = (state: ResponsesState, event: ResponsesChunk, kind: PieceKind, emit: Say): ResponsesState => {
  const index = toIndex(event.output_index)
  const here = index === -1 ? [] : state.items.filter((item) => item.index === index)
  if (here.length > 0 && !here.some((item) => takes(item, kind))) {
    repairCall('KindMismatch', 0, state.parts, emit)
  }
  const type = isReasoning(kind) ? 'reasoning' : 'message'
  return withClosedCalls(withNewItem(state, index, { type }, 'client', ignoreOutput), emit)
}

/** The state in which a text has an item, and the position of the item. */
const withItemOf = (
  state: ResponsesState,
  event: ResponsesChunk,
  kind: PieceKind,
  known: number,
  emit: Say
): readonly [state: ResponsesState, at: number] => {
  if (known !== NEW) return [state, known]
  const index = toIndex(event.output_index)
  const shifted = placeOfShifted(state, kind, index, textOf(event.item_id))
  if (shifted !== NEW) return [withItem(state, shifted, { index }), shifted]
  return [withUnannounced(state, event, kind, emit), state.items.length]
}

const withText = (
  state: ResponsesState,
  event: ResponsesChunk,
  { kind, whole, isDelta }: TextEvent,
  emit: Say
): ResponsesState => {
  const value = isDelta ? event.delta : event[whole]
  if (kind === 'arguments') return withArguments(state, placeOf(state, event, kind), event, isDelta, value, emit)
  // The older events have the text in an object.
  const text = fragmentOf(field(value, 'text') ?? value)
  if (text === '') return state
  const index = toIndex(kind === 'summary' ? event.summary_index : event.content_index)
  if (!isDelta) return withWholeTextOf(state, event, kind, index, text, emit)
  const [next, at] = withItemOf(state, event, kind, placeOf(state, event, kind), emit)
  return withFragment(next, at, kind, index === -1 ? indexOfLast(next, at, kind, '') : index, text, emit)
}

/** The state after a whole text, whose address may not match any item. */
const withWholeTextOf = (
  state: ResponsesState,
  event: ResponsesChunk,
  kind: PieceKind,
  index: number,
  text: string,
  emit: Say
): ResponsesState => {
  if (text === '') return state
  const addressed = placeOf(state, event, kind)
  const known =
    addressed === NEW
      ? placeOfContent(state, kind, text, toIndex(event.output_index), textOf(event.item_id))
      : addressed
  const [next, at] = withItemOf(state, event, kind, known, emit)
  return withWholeText(next, at, kind, index === -1 ? indexOfLast(next, at, kind, text) : index, text, emit)
}

/** The state after a complete part of a message or of reasoning. */
const withPart = (state: ResponsesState, event: ResponsesChunk, emit: Say): ResponsesState => {
  const { kind, index, text } = contentOf(event.part, toIndex(event.content_index))
  if (kind === 'other') return state
  // SGLang sends parts of reasoning as `output_text`.
  const isThought = kind === 'text' && placeOf(state, event, kind) === NEW && placeOf(state, event, 'reasoning') !== NEW
  return withWholeTextOf(state, event, isThought ? 'reasoning' : kind, index, text, emit)
}

const withSource = (state: ResponsesState, event: ResponsesChunk, emit: Say): ResponsesState => {
  if (event.annotation === undefined) return state
  const [next, at] = withItemOf(state, event, 'text', placeOf(state, event, 'text'), emit)
  const content = Math.max(0, toIndex(event.content_index))
  return withAnnotation(next, at, content, toIndex(event.annotation_index), event.annotation, emit)
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

// The event itself may be the response.
const responseOf = (event: ResponsesChunk): ResponsesSnapshot => {
  const { response } = event
  if (isNothing(response)) return ResponsesSnapshot.is(event) ? event : {}
  // Usage may be beside the response.
  const usage = response.usage ?? field(event, 'usage')
  return ResponsesUsage.is(usage) ? { ...response, usage } : response
}

// A failure without its reason is not the end: the reason may follow.
const end = (
  state: ResponsesState,
  event: ResponsesChunk,
  status: string,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  const next = withEnd(state, responseOf(event), status, customTools, emit)
  return isExplained(event) ? next : { ...next, ended: false }
}

const step =
  (customTools: CustomTools) =>
  (before: ResponsesState, event: ResponsesChunk, emit: Say): ResponsesState => {
    const state = withSequence(before, toIndex(event.sequence_number))
    const type = textOf(event.type)
    const text = textIn(type)
    if (text !== undefined) return withText(state, event, text, emit)
    const { item, response } = event
    switch (type) {
      case 'response.output_item.added':
        return item ? begin(state, toIndex(event.output_index), item, customTools, emit) : state
      case 'response.output_item.done':
        return item ? finish(state, toIndex(event.output_index), item, customTools, emit) : state
      case 'response.content_part.done':
        return withPart(state, event, emit)
      case 'response.reasoning_summary_part.done': {
        const summary = toIndex(event.summary_index)
        return withWholeTextOf(state, event, 'summary', summary, textOf(field(event.part, 'text')), emit)
      }
      case 'response.output_text.annotation.added':
        return withSource(state, event, emit)
      case 'response.queued':
      case 'response.created':
      case 'response.in_progress':
        return response ? withMetadata(state, response, emit) : state
      case 'response.completed':
      case 'response.incomplete':
      case 'response.failed':
      case 'response.cancelled':
      case 'response.canceled':
      case 'response.done': {
        const status = type === 'response.done' ? 'completed' : statusOf(type.slice('response.'.length))
        return end(state, event, status, customTools, emit)
      }
      default: {
        const audio = audioIn(type)
        return audio === undefined ? state : withAudio(state, audio, event.delta, emit)
      }
    }
  }

/**
 * The machine of the protocol; `customTools` is the side that runs the tools of `custom_tool_call` items.
 *
 * @internal
 */
export const responsesMachine = (customTools: CustomTools): Machine<ResponsesState, ResponsesChunk, Delta> => ({
  initial: initialResponses,
  step: step(customTools),
  end: withAllClosed,
  done: () => false
})

/**
 * The sizes of the values that the machine holds for the items.
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
 * Whether the response has ended.
 *
 * @internal
 */
export const responsesEnded = ({ ended }: ResponsesState): boolean => ended
