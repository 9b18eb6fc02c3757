/**
 * The data that is held until the end of its step: the arguments that a call began with, which are used unless fragments of
 * arguments follow, and the end of a sound. Also the steps that are kept as they are, to which deltas add fields.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @since 0.1.0
 */
import { isNothing, scalarText, textOf } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { closeAll, closeEnded, endBlocks, replaceBlock, withBlock } from '../blocks.ts'
import { repairCall } from '../repair.ts'
import { withArguments } from '../withInput.ts'
import { withRest } from './contents.ts'
import type { InteractionsState, StepState } from './state.ts'
import { newStep } from './state.ts'

const choice = 0

type Fields = Readonly<Record<string, unknown>>

// -------------------------------------------------------------------------------------
// whole steps
// -------------------------------------------------------------------------------------

const emitFields = (key: number, fields: Fields, emit: Emit<Delta>): void => {
  const kind = textOf(fields['type'])
  emit(
    kind.endsWith('_result')
      ? { _tag: 'ServerToolResultDelta', choice, key, kind, id: scalarText(fields['call_id']), raw: fields }
      : { _tag: 'UnrecognisedDelta', choice, key, raw: fields }
  )
}

/**
 * The state after the beginning of a step that is kept as it is: the result of a call, or a step of an unknown kind.
 *
 * @internal
 */
export const emitWhole = (
  state: InteractionsState,
  index: number,
  fields: Fields,
  emit: Emit<Delta>
): InteractionsState => {
  emitFields(state.parts, fields, emit)
  return withBlock(state, newStep(index, state.parts, 'whole', { fields }))
}

/**
 * The state after more fields of such a step; an empty one is none.
 *
 * @internal
 */
export const withFields = (
  state: InteractionsState,
  block: StepState,
  said: Fields,
  emit: Emit<Delta>
): InteractionsState => {
  const news = Object.entries(plain(said)).filter(([, value]) => !isNothing(value) && value !== '')
  const fields = { ...block.fields, ...Object.fromEntries(news) }
  emitFields(block.key, fields, emit)
  return replaceBlock(state, { ...block, fields })
}

// -------------------------------------------------------------------------------------
// the ends of steps
// -------------------------------------------------------------------------------------

// In a JSON body and in a call of the provider, arguments are always an object.
const withHeld =
  (isStreamed: boolean, emit: Emit<Delta>) =>
  (before: InteractionsState, block: StepState): InteractionsState => {
    const state = withRest(before, block, emit)
    if (block.input === '') return state
    if (isStreamed && block.kind === 'call') repairCall('ArgumentsSerialised', choice, block.key, emit)
    const known = { ...block, input: '' }
    const blocks = state.blocks.map((other) => (other.key === block.key ? known : other))
    return { ...withArguments({ ...state, blocks }, known, block.input, emit), last: before.last }
  }

const flushed = (
  state: InteractionsState,
  isMeant: (block: StepState) => boolean,
  isStreamed: boolean,
  emit: Emit<Delta>
): InteractionsState => state.blocks.filter(isMeant).reduce(withHeld(isStreamed, emit), state)

/**
 * The state in which a step may begin at an index.
 *
 * @internal
 */
export const makeWay = (state: InteractionsState, index: number, emit: Emit<Delta>): InteractionsState =>
  closeEnded(
    flushed(state, (block) => block.index === index, true, emit),
    index,
    emit
  )

/**
 * The state after the end of the step at an index.
 *
 * @internal
 */
export const withStop = (
  state: InteractionsState,
  index: number,
  isStreamed: boolean,
  emit: Emit<Delta>
): InteractionsState =>
  endBlocks(
    flushed(state, (block) => block.index === index && !block.ended, isStreamed, emit),
    (block: StepState) => block.index === index
  )

/**
 * The state after the end of the interaction.
 *
 * @internal
 */
export const withEnd = (state: InteractionsState, emit: Emit<Delta>): InteractionsState =>
  closeAll(
    flushed(state, () => true, true, emit),
    emit
  )
