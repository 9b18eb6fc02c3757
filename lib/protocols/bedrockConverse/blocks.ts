/**
 * Content blocks as they begin: tool calls, results of tools that Bedrock ran, images. Text and reasoning begin with their
 * first fragment. A block of a kind that is not known is kept as it came.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStart.html
 *
 * @since 0.1.0
 */
import { field, isObject, textOf } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import type { Delta, Extra } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { otherThan } from '../otherFields.ts'
import { idFields } from '../syntheticId.ts'
import { makeWay } from './ends.ts'
import type { ConverseState } from './state.ts'
import { begun, blockAt, newBlock } from './state.ts'

const choice = 0

const extraOf = (block: object, known: ReadonlyArray<string>): { readonly extra?: Extra } => {
  const extra = otherThan(block, known)
  return extra === undefined ? {} : { extra }
}

const withUnknown = (state: ConverseState, index: number, raw: unknown, emit: Emit<Delta>): ConverseState => {
  const key = state.parts
  emit({ _tag: 'UnrecognisedDelta', choice, key, raw })
  return begun(state, newBlock(index, key, 'other'))
}

const withCall = (
  state: ConverseState,
  index: number,
  call: Extra,
  isReused: boolean,
  emit: Emit<Delta>
): ConverseState => {
  const key = state.parts
  const id = textOf(call['toolUseId'])
  const name = textOf(call['name'])
  const kind = textOf(call['type'])
  if (kind !== '') {
    const extra = extraOf(call, ['toolUseId', 'name', 'type', 'input'])
    emit({ _tag: 'ServerToolCallDelta', choice, key, kind, id, name, arguments: '', ...extra })
    return begun(state, newBlock(index, key, 'server'))
  }
  if (name === '') {
    emit({ _tag: 'RepairDelta', repair: { _tag: 'NamelessCall', choice, key } })
    return withUnknown(state, index, { toolUse: call }, emit)
  }
  if (isReused) emit({ _tag: 'RepairDelta', repair: { _tag: 'SlotReused', choice, key } })
  if (id === '') emit({ _tag: 'RepairDelta', repair: { _tag: 'SyntheticId', choice, key } })
  emit({
    _tag: 'ToolCallDelta',
    choice,
    key,
    ...idFields(id, choice, key),
    name,
    arguments: '',
    ...extraOf(call, ['toolUseId', 'name', 'type', 'input'])
  })
  return begun(state, newBlock(index, key, 'call'))
}

const withResult = (state: ConverseState, index: number, raw: Extra, emit: Emit<Delta>): ConverseState => {
  const key = state.parts
  const result = plain(raw)
  const kind = textOf(raw['type'])
  emit({ _tag: 'ServerToolResultDelta', choice, key, kind, id: textOf(raw['toolUseId']), raw: result })
  return begun(state, { ...newBlock(index, key, 'result'), result })
}

const withImage = (state: ConverseState, index: number, image: Extra, emit: Emit<Delta>): ConverseState => {
  const key = state.parts
  const format = textOf(image['format'])
  const url = textOf(field(field(field(image, 'source'), 's3Location'), 'uri'))
  const mediaType = format === '' ? '' : `image/${format}`
  emit({ _tag: 'ImageDelta', choice, key, id: '', mediaType, name: '', url, data: '', text: '' })
  return begun(state, newBlock(index, key, 'image'))
}

/**
 * The state after the beginning of a block.
 *
 * @internal
 */
export const withStart = (state: ConverseState, index: number, start: unknown, emit: Emit<Delta>): ConverseState => {
  const ready = makeWay(state, index, emit)
  const call = field(start, 'toolUse')
  const result = field(start, 'toolResult')
  const image = field(start, 'image')
  if (isObject(call)) {
    return withCall(ready, index, call, index !== -1 && blockAt(state, index, 'call') !== undefined, emit)
  }
  if (isObject(result)) return withResult(ready, index, result, emit)
  return isObject(image) ? withImage(ready, index, image, emit) : withUnknown(ready, index, start ?? {}, emit)
}
