/**
 * The starts of content blocks: tool calls, results of tools that Bedrock ran, images. Text and reasoning begin with
 * their first fragment. A block of an unknown kind is kept unchanged.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStart.html
 *
 * @since 0.1.0
 */
import { field, isNothing, isObject, listOf, textOf } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import type { Delta, Extra } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { inputOf } from '../argumentsOf.ts'
import { blockAt, closeEnded, withBlock } from '../blocks.ts'
import { otherThan } from '../otherFields.ts'
import { repairCall, repairDigits } from '../repair.ts'
import { idFields } from '../syntheticId.ts'
import { withArguments } from '../withInput.ts'
import { emitResult } from './results.ts'
import type { BlockState, ConverseState } from './state.ts'
import { isOf, newContent } from './state.ts'

const choice = 0

const extraOf = (block: object, known: ReadonlyArray<string>): { readonly extra?: Extra } => {
  const extra = otherThan(block, known)
  return extra === undefined ? {} : { extra }
}

const withUnknown = (state: ConverseState, index: number, raw: unknown, emit: Emit<Delta>): ConverseState => {
  const key = state.parts
  emit({ _tag: 'UnrecognisedDelta', choice, key, raw })
  return withBlock(state, newContent(index, key, 'unknown'))
}

// Server tools are `server_tool_use` and those of MCP; `tool_use`, no type and unknown types are run by the client.
const isServerTool = (kind: string): boolean => kind.startsWith('server_') || kind.startsWith('mcp_')

// A start may have the input, too.
const withInputOf = (state: ConverseState, block: BlockState, { input }: Extra, emit: Emit<Delta>): ConverseState => {
  if (block.kind === 'call') repairDigits(input, choice, block.key, emit)
  return withArguments(withBlock(state, block), block, inputOf(input), emit)
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
  if (isServerTool(kind)) {
    const extra = extraOf(call, ['toolUseId', 'name', 'type', 'input'])
    emit({ _tag: 'ServerToolCallDelta', choice, key, kind, id, name, arguments: '', ...extra })
    return withInputOf(state, newContent(index, key, 'server'), call, emit)
  }
  if (name === '') {
    repairCall('NamelessCall', choice, key, emit)
    return withUnknown(state, index, { toolUse: call }, emit)
  }
  if (isReused) repairCall('SlotReused', choice, key, emit)
  if (id === '') repairCall('SyntheticId', choice, key, emit)
  emit({
    _tag: 'ToolCallDelta',
    choice,
    key,
    ...idFields(id, choice, key),
    name,
    arguments: '',
    ...extraOf(call, ['toolUseId', 'name', 'input'])
  })
  return withInputOf(state, newContent(index, key, 'call'), call, emit)
}

const withResult = (state: ConverseState, index: number, raw: Extra, emit: Emit<Delta>): ConverseState => {
  const key = state.parts
  const start = plain(raw)
  emitResult(key, start, emit)
  const content = listOf(start['content'])
    .map((one) => JSON.stringify(one))
    .join(',')
  return withBlock(state, { ...newContent(index, key, 'result'), result: { start, content, emitted: content.length } })
}

const withImage = (state: ConverseState, index: number, image: Extra, emit: Emit<Delta>): ConverseState => {
  const key = state.parts
  const format = textOf(image['format'])
  const url = textOf(field(field(field(image, 'source'), 's3Location'), 'uri'))
  const mediaType = format === '' ? '' : `image/${format}`
  emit({ _tag: 'ImageDelta', choice, key, id: '', mediaType, name: '', url, data: '', text: '' })
  return withBlock(state, newContent(index, key, 'image'))
}

/**
 * Whether a value says nothing: null, `''`, `{}`, or an object of such fields.
 *
 * @internal
 */
export const isBlank = (u: unknown): boolean =>
  isNothing(u) || u === '' || (isObject(u) && Object.values(u).every(isBlank))

/**
 * The state after the beginning of a block. A start that says nothing begins none: the block's deltas do.
 *
 * @internal
 */
export const withStart = (state: ConverseState, index: number, start: unknown, emit: Emit<Delta>): ConverseState => {
  const ready = closeEnded(state, index, emit)
  const call = field(start, 'toolUse')
  const result = field(start, 'toolResult')
  const image = field(start, 'image')
  if (isObject(call)) {
    return withCall(ready, index, call, index !== -1 && blockAt(state, index, isOf('call')) !== undefined, emit)
  }
  if (isObject(result)) return withResult(ready, index, result, emit)
  if (isObject(image)) return withImage(ready, index, image, emit)
  return isBlank(start) ? ready : withUnknown(ready, index, start, emit)
}
