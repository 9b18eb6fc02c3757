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
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, isNothing, isObject, textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { isRight } from '../../data/Result.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { withIgnored } from '../ignored.ts'
import type { Held } from '../sizes.ts'
import { toIndex } from '../toIndex.ts'
import { audioIn, withAudio } from './audio.ts'
import { withAnnounced } from './begun.ts'
import { withAllClosed, withClosedCalls } from './calls.ts'
import { isExplained } from './errors.ts'
import { statusOf } from './finishReason.ts'
import { NEW, placeOfBegun, placeOfWhole } from './identity.ts'
import type { CustomTools } from './items.ts'
import { withEnd, withMetadata } from './response.ts'
import type { ResponsesState } from './state.ts'
import { initialResponses, loseEvent, withSequence } from './state.ts'
import type { TextEvent } from './texts.ts'
import { textIn } from './texts.ts'
import { withBegunAgain, withNewItem, withWholeItem } from './wholes.ts'
import type { ResponsesChunk } from './wire/events.ts'
import type { ResponsesItem } from './wire/item.ts'
import { ResponsesPlace } from './wire/place.ts'
import { ResponsesSnapshot } from './wire/snapshot.ts'
import { ResponsesUsage } from './wire/usage.ts'
import { withPart, withSource, withText, withWholeTextOf } from './withText.ts'

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
// the end
// -------------------------------------------------------------------------------------

// A failure without its reason is not the end: the reason may follow.
const end = (
  state: ResponsesState,
  event: unknown,
  said: ResponsesSnapshot,
  status: string,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  // Usage may be beside the response.
  const usage = field(event, 'usage')
  const response = isNothing(said.usage) && ResponsesUsage.is(usage) ? { ...said, usage } : said
  const next = withEnd(state, response, status, customTools, emit)
  return isExplained(asItCame(event)) ? next : { ...next, ended: false }
}

// -------------------------------------------------------------------------------------
// other events
// -------------------------------------------------------------------------------------

type Json = Readonly<Record<string, unknown>>

const placeIn = (json: Json): ResponsesPlace => {
  const decoded = ResponsesPlace.decode(json)
  return isRight(decoded) ? decoded.right : {}
}

// The event itself may be the response.
const snapshotIn = (json: Json): ResponsesSnapshot => {
  const { response } = json
  const decoded = ResponsesSnapshot.decode(isObject(response) ? response : json)
  return isRight(decoded) ? decoded.right : {}
}

/** The state after an event of a kind of other servers, or after one without its content. */
const withOther = (state: ResponsesState, event: Json, customTools: CustomTools, emit: Say): ResponsesState => {
  const type = textOf(event['type'])
  const text = textIn(type)
  if (text !== undefined) return withText(state, placeIn(event), text, event[text.isDelta ? 'delta' : text.whole], emit)
  switch (type) {
    case 'response.output_text.annotation.added':
      return withSource(state, placeIn(event), event['annotation'], emit)
    case 'response.completed':
    case 'response.incomplete':
    case 'response.failed':
    case 'response.cancelled':
    case 'response.canceled':
    case 'response.done': {
      const response = snapshotIn(event)
      const status = type === 'response.done' ? 'completed' : statusOf(type.slice('response.'.length))
      return end(withIgnored(state, response, emit), event, response, status, customTools, emit)
    }
    default: {
      const audio = audioIn(type)
      return audio === undefined ? state : withAudio(state, audio, event['delta'], emit)
    }
  }
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

// Whole arguments of another type were read as their JSON text, which is a repair.
const valueOf = (event: ResponsesChunk, { kind, whole, isDelta }: TextEvent): unknown =>
  isDelta ? field(event, 'delta') : field(kind === 'arguments' ? asItCame(event) : event, whole)

const step =
  (customTools: CustomTools) =>
  (before: ResponsesState, event: ResponsesChunk, emit: Say): ResponsesState => {
    const state = withSequence(withIgnored(before, event, emit), toIndex(event.sequence_number))
    const text = textIn(event.type)
    // The codecs of the texts have these fields.
    if (text !== undefined) return withText(state, event, text, valueOf(event, text), emit)
    switch (event.type) {
      case 'response.output_item.added':
        return begin(state, toIndex(event.output_index), event.item, customTools, emit)
      case 'response.output_item.done':
        return finish(state, toIndex(event.output_index), event.item, customTools, emit)
      case 'response.content_part.done':
        return withPart(state, event, event.part, emit)
      case 'response.reasoning_summary_part.done':
        return withWholeTextOf(state, event, 'summary', toIndex(event.summary_index), event.part.text ?? '', emit)
      case 'response.output_text.annotation.added':
        return withSource(state, event, asItCame(event.annotation), emit)
      case 'response.queued':
      case 'response.created':
      case 'response.in_progress':
        return withMetadata(state, event.response, emit)
      case 'response.completed':
        return end(state, event, event.response, 'completed', customTools, emit)
      case 'response.incomplete':
        return end(state, event, event.response, 'incomplete', customTools, emit)
      case 'response.failed':
        return end(state, event, event.response, 'failed', customTools, emit)
      default:
        return withOther(state, fieldsOf(asItCame(event)), customTools, emit)
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
