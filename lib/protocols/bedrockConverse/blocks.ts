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
import { closeEnded, withBlock, withRepeated } from '../blocks.ts'
import { begunAgain, withCallBlock } from '../callBlocks.ts'
import { otherThan } from '../otherFields.ts'
import { repairCall, repairDigits } from '../repair.ts'
import { withArguments } from '../withInput.ts'
import { emitResult } from './results.ts'
import type { ConverseState } from './state.ts'
import { newContent } from './state.ts'

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
const withInputOf = (state: ConverseState, { input }: Extra, emit: Emit<Delta>): ConverseState => {
  const block = state.blocks.at(-1)
  if (block === undefined) return state
  if (block.kind === 'call') repairDigits(input, choice, block.key, emit)
  return withArguments(state, block, inputOf(input), emit)
}

const withCall = (state: ConverseState, index: number, call: Extra, emit: Emit<Delta>): ConverseState => {
  const key = state.parts
  const id = textOf(call['toolUseId'])
  const name = textOf(call['name'])
  const kind = textOf(call['type'])
  if (isServerTool(kind)) {
    const extra = extraOf(call, ['toolUseId', 'name', 'type', 'input'])
    emit({ _tag: 'ServerToolCallDelta', choice, key, kind, id, name, arguments: '', ...extra })
    return withInputOf(withBlock(state, newContent(index, key, 'server')), call, emit)
  }
  if (name === '') {
    repairCall('NamelessCall', choice, key, emit)
    return withUnknown(state, index, { toolUse: call }, emit)
  }
  const { extra } = extraOf(call, ['toolUseId', 'name', 'input'])
  return withInputOf(withCallBlock(state, newContent(index, key, 'call'), { id, name, extra }, emit), call, emit)
}

// The start of a call that came again before its arguments.
const withBegunAgain = (
  state: ConverseState,
  index: number,
  call: Extra,
  emit: Emit<Delta>
): ConverseState | undefined => {
  const said = { id: textOf(call['toolUseId']), name: textOf(call['name']) }
  const known = begunAgain(state, index, said)
  return known === undefined
    ? undefined
    : withArguments(withRepeated(state, known, emit), { ...known, repeated: true }, inputOf(call['input']), emit)
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
  const call = field(start, 'toolUse')
  const again = isObject(call) ? withBegunAgain(state, index, call, emit) : undefined
  if (again !== undefined) return again
  const ready = closeEnded(state, index, emit)
  const result = field(start, 'toolResult')
  const image = field(start, 'image')
  if (isObject(call)) return withCall(ready, index, call, emit)
  if (isObject(result)) return withResult(ready, index, result, emit)
  if (isObject(image)) return withImage(ready, index, image, emit)
  return isBlank(start) ? ready : withUnknown(ready, index, start, emit)
}
