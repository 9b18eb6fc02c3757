/**
 * The beginnings of steps.
 *
 * A step is identified by its index, and an index that is used again is a new step. A step may begin with its content, as in
 * a JSON body, or as a shell that its deltas fill.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming, https://ai.google.dev/api/interactions-api
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf, isNothing, scalarText, textOf } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import type { Delta, Extra } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { inputOf } from '../argumentsOf.ts'
import { blockAt, withBlock } from '../blocks.ts'
import { repairCall, repairDigits } from '../repair.ts'
import { idFields } from '../syntheticId.ts'
import { withAnnotations, withMedia, withPiece, withText } from './contents.ts'
import { emitWhole, makeWay } from './held.ts'
import type { InteractionsState } from './state.ts'
import { newStep } from './state.ts'
import type { InteractionsContent } from './wire/contents.ts'
import type { InteractionsStep } from './wire/steps.ts'

const choice = 0

type Fields = Readonly<Record<string, unknown>>

// -------------------------------------------------------------------------------------
// fields of a step
// -------------------------------------------------------------------------------------

const ofCall: ReadonlyArray<string> = ['type', 'id', 'name', 'arguments']

/**
 * The other fields of a call; an empty one is none.
 *
 * @internal
 */
export const extraOf = (fields: Fields): { readonly extra?: Extra } => {
  const entries = Object.entries(fields).filter(
    ([key, value]) => !ofCall.includes(key) && !isNothing(value) && value !== ''
  )
  return entries.length === 0 ? {} : { extra: Object.fromEntries(entries) }
}

/**
 * Whether this is the kind of a call that the provider runs itself.
 *
 * @internal
 */
export const isServerCall = (kind: string): boolean => kind.endsWith('_call') && kind !== 'function_call'

/**
 * The name of the tool in a call of the provider: that of its kind, if the call has none.
 *
 * @internal
 */
export const toolOf = (kind: string): string => (isServerCall(kind) ? kind.slice(0, -'_call'.length) : '')

// -------------------------------------------------------------------------------------
// content
// -------------------------------------------------------------------------------------

/**
 * The state after a piece of content.
 *
 * @internal
 */
export const withContent = (
  state: InteractionsState,
  index: number,
  content: InteractionsContent,
  emit: Emit<Delta>
): InteractionsState => {
  switch (content.type) {
    case 'text':
      return withAnnotations(withText(state, index, content.text ?? '', emit), index, content.annotations, emit)
    case 'image':
    case 'audio':
    case 'video':
    case 'document':
      return withMedia(state, index, content, emit)
    default: {
      const step = { type: 'model_output', content: [plain(asItCame(content))] }
      return emitWhole(withPiece(state, index, emit), index, step, emit)
    }
  }
}

/**
 * The state after a piece of the summary of a thought. An image in it is kept as an unknown part.
 *
 * @internal
 */
export const withSummary = (
  state: InteractionsState,
  key: number,
  content: unknown,
  emit: Emit<Delta>
): InteractionsState => {
  const raw = asItCame(content)
  const { type, text } = fieldsOf(raw)
  if (typeof raw === 'string' || ((type === 'text' || isNothing(type)) && typeof text === 'string')) {
    const said = typeof raw === 'string' ? raw : textOf(text)
    if (said !== '') emit({ _tag: 'ReasoningDelta', choice, key, kind: 'summary', text: said, signature: '' })
    return { ...state, last: key }
  }
  emit({ _tag: 'UnrecognisedDelta', choice, key: state.parts, raw: { summary: [raw] } })
  return { ...state, parts: state.parts + 1, last: key }
}

// -------------------------------------------------------------------------------------
// beginnings
// -------------------------------------------------------------------------------------

const withCall = (state: InteractionsState, index: number, fields: Fields, emit: Emit<Delta>): InteractionsState => {
  const key = state.parts
  const id = scalarText(fields['id'])
  if (id === '') repairCall('SyntheticId', choice, key, emit)
  const name = textOf(fields['name'])
  emit({ _tag: 'ToolCallDelta', choice, key, ...idFields(id, choice, key), name, arguments: '', ...extraOf(fields) })
  repairDigits(fields['arguments'], choice, key, emit)
  return withBlock(state, newStep(index, key, 'call', { input: inputOf(fields['arguments']) }))
}

const withServerCall = (
  state: InteractionsState,
  index: number,
  kind: string,
  fields: Fields,
  emit: Emit<Delta>
): InteractionsState => {
  const key = state.parts
  const name = textOf(fields['name']) || toolOf(kind)
  const id = scalarText(fields['id'])
  emit({ _tag: 'ServerToolCallDelta', choice, key, kind, id, name, arguments: '', ...extraOf(fields) })
  return withBlock(state, newStep(index, key, 'server', { input: inputOf(fields['arguments']) }))
}

const begin = (
  state: InteractionsState,
  index: number,
  step: InteractionsStep,
  emit: Emit<Delta>
): InteractionsState => {
  const key = state.parts
  const raw = fieldsOf(asItCame(step))
  const kind = textOf(raw['type'])
  switch (step.type) {
    case 'model_output':
      return (step.content ?? []).reduce<InteractionsState>(
        (next, content) => withContent(next, index, content, emit),
        state
      )
    case 'thought': {
      const signature = step.signature ?? ''
      emit({ _tag: 'ReasoningDelta', choice, key, kind: 'summary', text: '', signature })
      const begun = withBlock(state, newStep(index, key, 'thought', { signature }))
      return (step.summary ?? []).reduce<InteractionsState>(
        (next, content) => withSummary(next, key, content, emit),
        begun
      )
    }
    case 'function_call':
      if ((step.name ?? '') !== '') return withCall(state, index, raw, emit)
      repairCall('NamelessCall', choice, key, emit)
      break
    // The input of the user, which a stored interaction has before the answer.
    case 'user_input':
      return state
    case 'function_result':
      if (state.parts === 0) return state
      break
  }
  if (isServerCall(kind)) return withServerCall(state, index, kind, raw, emit)
  return emitWhole(state, index, plain(raw), emit)
}

/**
 * The state after the beginning of a step.
 *
 * @internal
 */
export const withStart = (
  state: InteractionsState,
  index: number,
  step: InteractionsStep,
  emit: Emit<Delta>
): InteractionsState => {
  const ready = makeWay(state, index, emit)
  const isReused = index !== -1 && blockAt(ready, index)?.kind === 'call'
  if (isReused && step.type === 'function_call') repairCall('SlotReused', choice, ready.parts, emit)
  return begin(
    { ...ready, blocks: ready.blocks.filter((block) => block.index !== index || block.kind === 'call') },
    index,
    step,
    emit
  )
}

/**
 * The state after a delta whose step never began or is of another kind: the delta begins a step.
 *
 * @internal
 */
export const withStray = (
  state: InteractionsState,
  index: number,
  step: InteractionsStep,
  emit: Emit<Delta>
): InteractionsState => {
  const ready = makeWay(state, -1, emit)
  if (blockAt(ready, index) !== undefined) repairCall('KindMismatch', choice, ready.parts, emit)
  return begin(ready, index, step, emit)
}
