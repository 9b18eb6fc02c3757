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
import { field, textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { isWhole as isWholeJson } from '../../machine/json/jsonPrefix.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { ignoreOutput } from '../../machine/Machine.ts'
import { repairCall } from '../repair.ts'
import type { Held } from '../sizes.ts'
import { toIndex } from '../toIndex.ts'
import { audioIn, withAudio } from './audio.ts'
import { withAllClosed, withClosedCalls } from './calls.ts'
import { withAnnotation } from './citations.ts'
import type { ResponsesChunk, ResponsesItem } from './codec.ts'
import { ResponsesSnapshot } from './codec.ts'
import { contentOf } from './contents.ts'
import { isExplained } from './errors.ts'
import { isNamed, NEW, placeOfBegun, placeOfContent, placeOfText, placeOfWhole } from './identity.ts'
import type { CustomTools } from './items.ts'
import { takes } from './items.ts'
import { indexOfLast, withFragment, withSameArguments, withWholeText } from './pieces.ts'
import { withEnd, withMetadata } from './response.ts'
import type { ItemState, PieceKind, ResponsesState } from './state.ts'
import { initialResponses, loseEvent, placeOfPiece, withItem, withSequence } from './state.ts'
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
  if (at === NEW) return withClosedCalls(withNewItem(state, index, item, customTools, emit), emit)
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
const withUnsaid = (state: ResponsesState, event: ResponsesChunk, kind: PieceKind, emit: Say): ResponsesState => {
  const index = toIndex(event.output_index)
  const here = index === -1 ? [] : state.items.filter((item) => item.index === index)
  if (here.length > 0 && !here.some((item) => takes(item, kind))) {
    repairCall('KindMismatch', 0, state.parts, emit)
  }
  const type = isReasoning(kind) ? 'reasoning' : 'message'
  return withClosedCalls(withNewItem(state, index, { type }, 'client', ignoreOutput), emit)
}

/** Whether a complete call may still grow: its arguments ended too early. */
const isUnended = (state: ResponsesState, at: number, { closed, role }: ItemState): boolean => {
  const json = state.pieces[placeOfPiece(state, at, 'arguments', 0)]?.json
  return role === 'call' && !closed && json !== '' && (json === undefined || !isWholeJson(json))
}

// GitHub Copilot encrypts the fragments of arguments and then sends them whole: a fragment that cannot begin a JSON object is
// encrypted.
const isEncrypted = (state: ResponsesState, at: number, event: ResponsesChunk, text: string): boolean =>
  field(event, 'obfuscation') !== undefined &&
  event.type === 'response.function_call_arguments.delta' &&
  (state.pieces[placeOfPiece(state, at, 'arguments', 0)]?.size ?? 0) === 0 &&
  (text.trimStart()[0] ?? '{') !== '{'

/** The state after arguments arrived, as a fragment or whole. */
const withArguments = (
  before: ResponsesState,
  event: ResponsesChunk,
  isDelta: boolean,
  text: string,
  emit: Say
): ResponsesState => {
  const at = placeOf(before, event, 'arguments')
  const item = before.items[at]
  if (item === undefined || (isDelta && isEncrypted(before, at, event, text))) return before
  const index = toIndex(event.output_index)
  const isDoubtful = index !== -1 && item.index !== index && item.index !== -1 && !isNamed(item, event)
  // A call without a name has no part yet: its arguments are taken from the complete item.
  const isLost = item.key === -1 && text !== ''
  const state = (isDoubtful || isLost) && !item.done ? withItem(before, at, { damaged: true }) : before
  if (item.key === -1) return state
  if (!item.done || isUnended(state, at, item)) {
    return isDelta
      ? withFragment(state, at, 'arguments', 0, text, emit)
      : withWholeText(state, at, 'arguments', 0, text, emit)
  }
  return isDelta ? state : withSameArguments(state, at, text, emit)
}

const withText = (
  state: ResponsesState,
  event: ResponsesChunk,
  { kind, whole, isDelta }: TextEvent,
  emit: Say
): ResponsesState => {
  const text = textOf(isDelta ? event.delta : event[whole])
  if (kind === 'arguments') return withArguments(state, event, isDelta, text, emit)
  if (text === '') return state
  const index = toIndex(kind === 'summary' ? event.summary_index : event.content_index)
  if (!isDelta) return withWholeTextOf(state, event, kind, index, text, emit)
  const known = placeOf(state, event, kind)
  const next = known === NEW ? withUnsaid(state, event, kind, emit) : state
  const at = known === NEW ? next.items.length - 1 : known
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
  const next = known === NEW ? withUnsaid(state, event, kind, emit) : state
  const at = known === NEW ? next.items.length - 1 : known
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
  const known = placeOf(state, event, 'text')
  const next = known === NEW ? withUnsaid(state, event, 'text', emit) : state
  const content = Math.max(0, toIndex(event.content_index))
  const number = toIndex(event.annotation_index)
  return withAnnotation(next, known === NEW ? next.items.length - 1 : known, content, number, event.annotation, emit)
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

// The event itself may be the response.
const responseOf = (event: ResponsesChunk): ResponsesSnapshot =>
  event.response ?? (ResponsesSnapshot.is(event) ? event : {})

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
      case 'response.done':
        return end(
          state,
          event,
          type === 'response.done' ? 'completed' : type.slice('response.'.length),
          customTools,
          emit
        )
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
