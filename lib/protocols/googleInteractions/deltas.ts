/**
 * The deltas of steps. A delta whose step never began or is of another kind begins a step; arguments without a call are
 * appended to the last open call. Unknown kinds are kept unchanged.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, isNothing, isObject, textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { isRight } from '../../data/Result.ts'
import type { Emit } from '../../machine/Machine.ts'
import { inputOf } from '../argumentsOf.ts'
import { blockAt, replaceBlock, touch, withPart } from '../blocks.ts'
import { repairDigits } from '../repair.ts'
import { loseFragment, withInput } from '../withInput.ts'
import { withAnnotations, withMedia, withText } from './contents.ts'
import { withFields } from './held.ts'
import type { InteractionsState, StepState } from './state.ts'
import { extraOf, isServerCall, withStray, withSummary } from './steps.ts'
import type { InteractionsStepDelta } from './wire/events.ts'
import { InteractionsStep } from './wire/steps.ts'

const choice = 0

type Fields = Readonly<Record<string, unknown>>

const isThought = ({ kind }: StepState): boolean => kind === 'thought'

const isCall = ({ kind }: StepState): boolean => kind === 'call' || kind === 'server'

// -------------------------------------------------------------------------------------
// thoughts
// -------------------------------------------------------------------------------------

// The thought at an index, which may begin with this delta.
const withThought = (
  state: InteractionsState,
  index: number,
  isMeant: (block: StepState) => boolean,
  emit: Emit<Delta>,
  change: (state: InteractionsState, block: StepState) => InteractionsState
): InteractionsState => {
  const known = blockAt(state, index, isThought) ?? state.blocks.findLast((block) => isThought(block) && isMeant(block))
  if (known !== undefined) return change(state, known)
  const begun = withStray(state, index, { type: 'thought' }, emit)
  const block = begun.blocks.at(-1)
  return block === undefined ? begun : change(begun, block)
}

const withContentOfThought = (
  state: InteractionsState,
  index: number,
  content: unknown,
  emit: Emit<Delta>
): InteractionsState =>
  withThought(
    state,
    index,
    (block) => !block.ended,
    emit,
    (next, { key }) => (isNothing(content) ? next : withSummary(next, key, content, emit))
  )

// The signature may arrive in pieces, or again. That of a call is a field of it.
const withSignature = (
  state: InteractionsState,
  index: number,
  signature: string,
  emit: Emit<Delta>
): InteractionsState => {
  if (signature === '') return state
  const call = blockAt(state, index, (block) => isCall(block) && block.index === index)
  if (call !== undefined) return withCallFields(state, call, { signature }, emit)
  return withThought(
    state,
    index,
    (block) => block.signature === '',
    emit,
    (next, block) => {
      if (signature === block.signature) return touch(next, block.key)
      emit({ _tag: 'ReasoningDelta', choice, key: block.key, kind: 'summary', text: '', signature })
      return replaceBlock(next, { ...block, signature: block.signature + signature })
    }
  )
}

// -------------------------------------------------------------------------------------
// calls
// -------------------------------------------------------------------------------------

// Fragments of arguments replace those that the call began with.
const withFragment = (
  state: InteractionsState,
  index: number,
  text: string,
  emit: Emit<Delta>
): InteractionsState | undefined => {
  const block = blockAt(state, index, isCall)
  const isBegun = text !== '' && block !== undefined && block.input !== ''
  return withInput(isBegun ? replaceBlock(state, { ...block, input: '' }) : state, index, text, emit)
}

// Fields of a call: its arguments as an object, and what is beside them.
const withCallFields = (
  state: InteractionsState,
  block: StepState,
  fields: Fields,
  emit: Emit<Delta>
): InteractionsState => {
  const { key } = block
  const extra = extraOf(fields)
  const nothing = { choice, key, id: '', name: '', arguments: '' }
  if ('extra' in extra) {
    emit(
      block.kind === 'call'
        ? { _tag: 'ToolCallDelta', ...nothing, ...extra }
        : { _tag: 'ServerToolCallDelta', ...nothing, kind: '', ...extra }
    )
  }
  const input = inputOf(fields['arguments'])
  if (input === '' || input === block.input) return touch(state, key)
  repairDigits(fields['arguments'], choice, key, emit)
  return replaceBlock(state, { ...block, input })
}

// -------------------------------------------------------------------------------------
// kinds
// -------------------------------------------------------------------------------------

/**
 * The state after a fragment that was not understood. It may be a fragment of a call, which then had the last fragment.
 *
 * @internal
 */
export const withUnknown = (
  state: InteractionsState,
  index: number,
  raw: unknown,
  emit: Emit<Delta>
): InteractionsState => {
  emit({ _tag: 'UnrecognisedDelta', choice, key: state.parts, raw })
  const type = field(field(raw, 'delta'), 'type')
  const isOfCall = isNothing(type) || type === 'arguments_delta'
  return withPart(isOfCall ? loseFragment(state, index) : state, blockAt(state, index)?.key)
}

// A delta of which the type is missing, by its content.
const withUntyped = (
  state: InteractionsState,
  index: number,
  { text, signature, arguments: said, content, annotations }: Fields,
  emit: Emit<Delta>
): InteractionsState | undefined => {
  if (typeof text === 'string') {
    const block = blockAt(state, index, isThought)
    return block === undefined ? withText(state, index, text, emit) : withSummary(state, block.key, text, emit)
  }
  if (typeof signature === 'string') return withSignature(state, index, signature, emit)
  if (typeof said === 'string') return withFragment(state, index, said, emit)
  if (isObject(content)) return withContentOfThought(state, index, content, emit)
  return Array.isArray(annotations) ? withAnnotations(state, index, annotations, emit) : undefined
}

// A delta with fields of its step, whose kind it names; or one that was not understood.
const withOther = (
  state: InteractionsState,
  index: number,
  chunk: InteractionsStepDelta,
  emit: Emit<Delta>
): InteractionsState => {
  const delta = fieldsOf(asItCame(chunk.delta))
  const type = textOf(delta['type'])
  if (isNothing(delta['type'])) {
    return withUntyped(state, index, delta, emit) ?? withUnknown(state, index, asItCame(chunk), emit)
  }
  const block = blockAt(state, index)
  if (block !== undefined && block.kind === 'whole' && block.fields?.['type'] === type) {
    return withFields(state, block, delta, emit)
  }
  const isOfCall =
    block?.kind === 'call' && (type === 'function_call' || (type === 'arguments_delta' && isObject(delta['arguments'])))
  if (block !== undefined && (isOfCall || (block.kind === 'server' && isServerCall(type)))) {
    return withCallFields(state, block, delta, emit)
  }
  const step = type.endsWith('_call') || type.endsWith('_result') ? InteractionsStep.decode(delta) : undefined
  return step !== undefined && isRight(step)
    ? withStray(state, index, step.right, emit)
    : withUnknown(state, index, asItCame(chunk), emit)
}

/**
 * The state after one more delta of the step at an index.
 *
 * @internal
 */
export const withDelta = (
  state: InteractionsState,
  index: number,
  chunk: InteractionsStepDelta,
  emit: Emit<Delta>
): InteractionsState => {
  const { delta } = chunk
  switch (delta.type) {
    case 'text':
      return withText(state, index, delta.text ?? '', emit)
    case 'arguments_delta':
      return withFragment(state, index, delta.arguments ?? '', emit) ?? withUnknown(state, index, asItCame(chunk), emit)
    case 'thought_signature':
      return withSignature(state, index, delta.signature ?? '', emit)
    case 'thought_summary':
      return withContentOfThought(state, index, delta.content, emit)
    case 'text_annotation_delta':
      return withAnnotations(state, index, delta.annotations, emit)
    case 'image':
    case 'audio':
    case 'video':
    case 'document':
      return withMedia(state, index, delta, emit)
    default:
      return withOther(state, index, chunk, emit)
  }
}
