/**
 * Tool calls: in a stream each event has one call, as an object.
 *
 * Source: https://docs.cohere.com/docs/tool-use-streaming
 *
 * @since 0.1.0
 */
import { field, isObject, textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { argumentsOf } from '../argumentsOf.ts'
import { blockAt, closeEnded, newBlock, withBlock } from '../blocks.ts'
import { withMore } from '../closing.ts'
import { around, otherThan } from '../otherFields.ts'
import { repairCall, repairDigits } from '../repair.ts'
import { idFields } from '../syntheticId.ts'
import { withInput } from '../withInput.ts'
import type { CohereState, SlotState } from './state.ts'

const choice = 0

// -------------------------------------------------------------------------------------
// beginnings and fragments
// -------------------------------------------------------------------------------------

const isCall = ({ kind }: SlotState): boolean => kind === 'call'

/**
 * The state after the beginning of a call.
 *
 * @internal
 */
export const withCall = (state: CohereState, index: number, call: unknown, emit: Emit<Delta>): CohereState => {
  const isReused = index !== -1 && blockAt(state, index, isCall) !== undefined
  const ready = closeEnded(state, index, emit)
  const key = ready.parts
  const said = field(call, 'function')
  const name = textOf(field(said, 'name'))
  if (!isObject(call) || !isObject(said) || name === '') {
    repairCall('NamelessCall', choice, key, emit)
    emit({ _tag: 'UnrecognisedDelta', choice, key, raw: call ?? {} })
    return withBlock(ready, newBlock(index, key, 'unknown'))
  }
  const id = textOf(call['id'])
  const args = said['arguments']
  const extra = otherThan(around(call, 'function', said, ['name', 'arguments']) ?? {}, ['id', 'type'])
  if (isReused) repairCall('SlotReused', choice, key, emit)
  if (id === '') repairCall('SyntheticId', choice, key, emit)
  if (isObject(args)) repairCall('ArgumentsSerialised', choice, key, emit)
  const text = argumentsOf(args)
  repairDigits(args, choice, key, emit)
  emit({
    _tag: 'ToolCallDelta',
    choice,
    key,
    ...idFields(id, choice, key),
    name,
    arguments: text,
    ...(extra === undefined ? {} : { extra })
  })
  const block = newBlock(index, key, 'call')
  return withBlock(ready, { ...block, json: withMore(block.json, text) })
}

/**
 * The state after more arguments of a call; undefined if there is no such call.
 *
 * @internal
 */
export const withCallArguments = (
  state: CohereState,
  index: number,
  call: unknown,
  emit: Emit<Delta>
): CohereState | undefined => {
  const said = field(call, 'function')
  if (!isObject(said)) return undefined
  const { name, arguments: more } = said
  // Its start may be missing.
  if (textOf(name) !== '' && blockAt(state, index, isCall) === undefined) return withCall(state, index, call, emit)
  const text = more ?? ''
  return typeof text === 'string' ? withInput(state, index, text, emit) : undefined
}
