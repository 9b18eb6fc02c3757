/**
 * The texts of items in events: fragments, whole texts, parts and sources. The item of a text may never have been announced.
 *
 * @since 0.1.0
 */
import { field } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { ignoreOutput } from '../../machine/Machine.ts'
import { repairCall } from '../repair.ts'
import { toIndex } from '../toIndex.ts'
import { fragmentOf, withArguments } from './arguments.ts'
import { withClosedCalls } from './calls.ts'
import { withAnnotation } from './citations.ts'
import { contentOf } from './contents.ts'
import { NEW, placeOfContent, placeOfShifted, placeOfText } from './identity.ts'
import { itemOf, takes } from './items.ts'
import { indexOfLast, withFragment, withWholeText } from './pieces.ts'
import type { PieceKind, ResponsesState } from './state.ts'
import { withItem } from './state.ts'
import type { TextEvent } from './texts.ts'
import { withNewItem } from './wholes.ts'
import type { ResponsesPart } from './wire/parts.ts'
import type { ResponsesPlace } from './wire/place.ts'

type Say = Emit<Delta>

const isReasoning = (kind: PieceKind): boolean => kind === 'summary' || kind === 'reasoning'

const placeOf = ({ items }: ResponsesState, event: ResponsesPlace, kind: PieceKind): number =>
  placeOfText(items, kind, toIndex(event.output_index), event.item_id ?? '', event.call_id ?? '')

/** The state after the start of an item that the server did not announce; it becomes the last one. */
const withUnannounced = (state: ResponsesState, event: ResponsesPlace, kind: PieceKind, emit: Say): ResponsesState => {
  const index = toIndex(event.output_index)
  const here = index === -1 ? [] : state.items.filter((item) => item.index === index)
  if (here.length > 0 && !here.some((item) => takes(item, kind))) {
    repairCall('KindMismatch', 0, state.parts, emit)
  }
  const type = isReasoning(kind) ? 'reasoning' : 'message'
  return withClosedCalls(withNewItem(state, index, itemOf({ type }), 'client', ignoreOutput), emit)
}

/** The state in which a text has an item, and the position of the item. */
const withItemOf = (
  state: ResponsesState,
  event: ResponsesPlace,
  kind: PieceKind,
  known: number,
  emit: Say
): readonly [state: ResponsesState, at: number] => {
  if (known !== NEW) return [state, known]
  const index = toIndex(event.output_index)
  const shifted = placeOfShifted(state, kind, index, event.item_id ?? '')
  if (shifted !== NEW) return [withItem(state, shifted, { index }), shifted]
  return [withUnannounced(state, event, kind, emit), state.items.length]
}

/**
 * The state after a fragment of a text, or after the whole.
 *
 * @internal
 */
export const withText = (
  state: ResponsesState,
  event: ResponsesPlace,
  { kind, isDelta }: TextEvent,
  value: unknown,
  emit: Say
): ResponsesState => {
  if (kind === 'arguments') return withArguments(state, placeOf(state, event, kind), event, isDelta, value, emit)
  const text = fragmentOf(value)
  if (text === '') return state
  const index = toIndex(kind === 'summary' ? event.summary_index : event.content_index)
  if (!isDelta) return withWholeTextOf(state, event, kind, index, text, emit)
  const [next, at] = withItemOf(state, event, kind, placeOf(state, event, kind), emit)
  return withFragment(next, at, kind, index === -1 ? indexOfLast(next, at, kind, '') : index, text, emit)
}

/**
 * The state after a whole text, whose address may not match any item.
 *
 * @internal
 */
export const withWholeTextOf = (
  state: ResponsesState,
  event: ResponsesPlace,
  kind: PieceKind,
  index: number,
  text: string,
  emit: Say
): ResponsesState => {
  if (text === '') return state
  const addressed = placeOf(state, event, kind)
  const known =
    addressed === NEW ? placeOfContent(state, kind, text, toIndex(event.output_index), event.item_id ?? '') : addressed
  const [next, at] = withItemOf(state, event, kind, known, emit)
  return withWholeText(next, at, kind, index === -1 ? indexOfLast(next, at, kind, text) : index, text, emit)
}

/**
 * The state after a complete part of a message or of reasoning.
 *
 * @internal
 */
export const withPart = (
  state: ResponsesState,
  event: ResponsesPlace,
  part: ResponsesPart,
  emit: Say
): ResponsesState => {
  const { kind, index, text } = contentOf(part, toIndex(event.content_index))
  if (kind === 'other') return state
  // SGLang sends parts of reasoning as `output_text`.
  const isThought = kind === 'text' && placeOf(state, event, kind) === NEW && placeOf(state, event, 'reasoning') !== NEW
  return withWholeTextOf(state, event, isThought ? 'reasoning' : kind, index, text, emit)
}

/**
 * The state after a source of a text.
 *
 * @internal
 */
export const withSource = (
  state: ResponsesState,
  event: ResponsesPlace,
  annotation: unknown,
  emit: Say
): ResponsesState => {
  if (annotation === undefined) return state
  const [next, at] = withItemOf(state, event, 'text', placeOf(state, event, 'text'), emit)
  const content = Math.max(0, toIndex(event.content_index))
  const number = toIndex(field(event, 'annotation_index'))
  return withAnnotation(next, at, content, number, annotation, emit)
}
