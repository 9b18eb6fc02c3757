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
import { blockAt, closeEnded, newBlock, withBlock, withRepeated } from '../blocks.ts'
import { begunAgain, withCallBlock } from '../callBlocks.ts'
import { around, otherThan } from '../otherFields.ts'
import { repairCall, repairDigits } from '../repair.ts'
import { withArguments, withInput } from '../withInput.ts'
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
  const said = field(call, 'function')
  const id = textOf(field(call, 'id'))
  const name = textOf(field(said, 'name'))
  const known = begunAgain(state, index, { id, name })
  const ready = known === undefined ? closeEnded(state, index, emit) : withRepeated(state, known, emit)
  const key = known?.key ?? ready.parts
  if (!isObject(call) || !isObject(said) || name === '') {
    repairCall('NamelessCall', choice, key, emit)
    emit({ _tag: 'UnrecognisedDelta', choice, key, raw: call ?? {} })
    return withBlock(ready, newBlock(index, key, 'unknown'))
  }
  const args = said['arguments']
  const extra = otherThan(around(call, 'function', said, ['name', 'arguments']) ?? {}, ['id', 'type'])
  if (isObject(args)) repairCall('ArgumentsSerialised', choice, key, emit)
  repairDigits(args, choice, key, emit)
  const begun =
    known === undefined ? withCallBlock(ready, newBlock(index, key, 'call'), { id, name, extra }, emit) : ready
  const block = begun.blocks.find((one) => one.key === key)
  return block === undefined ? begun : withArguments(begun, block, argumentsOf(args), emit)
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
