/**
 * Contents (text or thinking), the plan that a model writes before it calls tools, and citations.
 *
 * Source: https://docs.cohere.com/docs/streaming, https://docs.cohere.com/docs/rag-citations
 *
 * @since 0.1.0
 */
import { field, isNothing, isObject } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { blockAt, closeEnded, newBlock, touch, withBlock, withPart } from '../blocks.ts'
import { otherThan } from '../otherFields.ts'
import type { CohereState, SlotState } from './state.ts'

const choice = 0

const makeWay = (state: CohereState, emit: Emit<Delta>): CohereState => closeEnded(state, -1, emit)

// -------------------------------------------------------------------------------------
// contents
// -------------------------------------------------------------------------------------

const emitContent = (key: number, kind: 'text' | 'thinking', text: string, emit: Emit<Delta>): void => {
  emit(
    kind === 'text'
      ? { _tag: 'TextDelta', choice, key, text }
      : { _tag: 'ReasoningDelta', choice, key, kind: 'text', text, signature: '' }
  )
}

// Even if it is still empty, so that parts have the order of the contents.
const withBeginning = (
  state: CohereState,
  index: number,
  kind: 'text' | 'thinking',
  text: string,
  emit: Emit<Delta>
): CohereState => {
  const ready = makeWay(state, emit)
  emitContent(ready.parts, kind, text, emit)
  return withBlock(ready, newBlock(index, ready.parts, kind))
}

const withFragment = (
  state: CohereState,
  index: number,
  kind: 'text' | 'thinking',
  text: string,
  emit: Emit<Delta>
): CohereState => {
  const slot = blockAt(state, index, (block) => block.kind === kind)
  if (slot === undefined) return withBeginning(state, index, kind, text, emit)
  if (text !== '') emitContent(slot.key, kind, text, emit)
  return touch(state, slot.key)
}

const withUnknown = (state: CohereState, index: number, raw: unknown, emit: Emit<Delta>): CohereState => {
  const ready = makeWay(state, emit)
  emit({ _tag: 'UnrecognisedDelta', choice, key: ready.parts, raw })
  return withBlock(ready, newBlock(index, ready.parts, 'other'))
}

/**
 * The state after the start of a content; in a complete answer it is the whole content, and may be a string.
 *
 * @internal
 */
export const withContent = (state: CohereState, index: number, content: unknown, emit: Emit<Delta>): CohereState => {
  const text = typeof content === 'string' ? content : field(content, 'text')
  const thinking = field(content, 'thinking')
  const type = field(content, 'type')
  if (typeof thinking === 'string' || (type === 'thinking' && isNothing(thinking))) {
    return withBeginning(state, index, 'thinking', typeof thinking === 'string' ? thinking : '', emit)
  }
  if (typeof text === 'string' || (type === 'text' && isNothing(text))) {
    return withBeginning(state, index, 'text', typeof text === 'string' ? text : '', emit)
  }
  return withUnknown(state, index, content ?? {}, emit)
}

/**
 * The state after more of a content; undefined if it is neither text nor thinking.
 *
 * @internal
 */
export const withMore = (
  state: CohereState,
  index: number,
  content: unknown,
  emit: Emit<Delta>
): CohereState | undefined => {
  const text = typeof content === 'string' ? content : field(content, 'text')
  const thinking = field(content, 'thinking')
  if (typeof text !== 'string' && typeof thinking !== 'string') {
    return isObject(content) && otherThan(content, ['type']) === undefined ? state : undefined
  }
  const next = typeof thinking === 'string' ? withFragment(state, index, 'thinking', thinking, emit) : state
  return typeof text === 'string' ? withFragment(next, index, 'text', text, emit) : next
}

// -------------------------------------------------------------------------------------
// the plan
// -------------------------------------------------------------------------------------

/**
 * The `format` that distinguishes a plan from other reasoning.
 *
 * @internal
 */
export const PLAN = 'tool_plan'

/**
 * The state after more of the plan, of which there is one.
 *
 * @internal
 */
export const withPlan = (state: CohereState, text: string, emit: Emit<Delta>): CohereState => {
  if (text === '') return state
  const isNew = state.plan === -1
  const ready = isNew ? makeWay(state, emit) : state
  const key = isNew ? ready.parts : ready.plan
  emit({ _tag: 'ReasoningDelta', choice, key, kind: 'text', text, signature: '', format: PLAN })
  return isNew ? { ...withPart(ready), plan: key } : touch(ready, key)
}

// -------------------------------------------------------------------------------------
// citations
// -------------------------------------------------------------------------------------

// The key of the part that a citation refers to: the content at its index, or else the first content of the kind in its type,
// or else the first text, or else the plan.
const partOf = (state: CohereState, citation: unknown): number | undefined => {
  const plan = state.plan === -1 ? undefined : state.plan
  const type = field(citation, 'type')
  if (type === 'PLAN') return plan
  const index = field(citation, 'content_index')
  const contents = state.blocks.filter(({ kind }) => kind !== 'call' && kind !== 'unknown')
  const named = typeof index === 'number' ? contents.findLast((slot) => slot.index === index) : undefined
  const ofKind = (wanted: SlotState['kind']): SlotState | undefined => contents.find(({ kind }) => kind === wanted)
  const thinking = type === 'THINKING_CONTENT' ? ofKind('thinking') : undefined
  return (named ?? thinking ?? ofKind('text'))?.key ?? plan
}

const isPlace = (u: unknown): u is number => Number.isSafeInteger(u)

const textIn = (sources: unknown, name: string): string | undefined => {
  const source: unknown = Array.isArray(sources) ? sources[0] : undefined
  const said = [field(source, 'document'), field(source, 'tool_output')].map((from) => field(from, name))
  return said.find((u): u is string => typeof u === 'string' && u !== '')
}

/**
 * The state after a citation. Its `text` is that of the answer between `start` and `end`, so it is not repeated.
 *
 * @internal
 */
export const withCitation = (state: CohereState, raw: unknown, emit: Emit<Delta>): CohereState => {
  const key = state.parts
  if (!isObject(raw)) {
    emit({ _tag: 'UnrecognisedDelta', choice, key, raw })
    return withPart(state)
  }
  const of = partOf(state, raw)
  const { start, end, sources } = raw
  const url = textIn(sources, 'url')
  const title = textIn(sources, 'title')
  emit({
    _tag: 'CitationDelta',
    choice,
    key,
    ...(of === undefined ? {} : { of }),
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    ...(isPlace(start) ? { start: start + 0 } : {}),
    ...(isPlace(end) ? { end: end + 0 } : {}),
    raw
  })
  // It is about a part, but not a fragment of one.
  return withPart(state, state.last)
}
