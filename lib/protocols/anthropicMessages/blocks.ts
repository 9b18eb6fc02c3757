/**
 * Content blocks as they begin.
 *
 * A block stands under its index; interleaved blocks and gaps are legal, and an index that is used again is a new part. A
 * part is told as soon as its block begins, so that parts stand in the order of the blocks.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @since 0.1.0
 */
import { field, isNothing, textOf } from '../../codec/field.ts'
import type { Delta, Extra } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { idFields } from '../syntheticId.ts'
import type { AnthropicBlock } from './codec.ts'
import { makeWay } from './ends.ts'
import type { AnthropicState, BlockKind } from './state.ts'
import { begun, blockAt, newBlock } from './state.ts'

const choice = 0

// -------------------------------------------------------------------------------------
// what a block holds
// -------------------------------------------------------------------------------------

const isText = (u: unknown): u is string | null | undefined => isNothing(u) || typeof u === 'string'

/**
 * The input of a call as text. `{}` is a placeholder, and says the same as no input.
 *
 * @internal
 */
export const inputText = (input: unknown): string => {
  if (isNothing(input)) return ''
  if (typeof input === 'string') return input
  const text = JSON.stringify(input)
  return text === '{}' ? '' : text
}

// What else the provider said of a block.
const extraOf = (block: AnthropicBlock, known: ReadonlyArray<string>): { readonly extra?: Extra } => {
  const entries = Object.entries(block).filter(([key]) => !known.includes(key))
  return entries.length === 0 ? {} : { extra: Object.fromEntries(entries) }
}

const ofText = ['type', 'text', 'citations']
const ofCall = ['type', 'id', 'name', 'input']

// -------------------------------------------------------------------------------------
// beginnings
// -------------------------------------------------------------------------------------

/**
 * The state after a citation; its place in the source is not its place in the text, so `start` and `end` stay unsaid.
 *
 * @internal
 */
export const withCitation = (
  state: AnthropicState,
  of: number | undefined,
  raw: unknown,
  emit: Emit<Delta>
): AnthropicState => {
  const key = state.parts
  const url = field(raw, 'url')
  const title = field(raw, 'title') ?? field(raw, 'document_title')
  const text = field(raw, 'cited_text')
  emit({
    _tag: 'CitationDelta',
    choice,
    key,
    ...(of === undefined ? {} : { of }),
    ...(typeof url === 'string' ? { url } : {}),
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof text === 'string' ? { text } : {}),
    raw
  })
  return { ...state, parts: key + 1, last: of ?? key }
}

const beginCall = (
  state: AnthropicState,
  index: number,
  block: AnthropicBlock,
  isReused: boolean,
  emit: Emit<Delta>
): AnthropicState => {
  const key = state.parts
  const { id: said, name, input } = block
  const id = textOf(said)
  if (isReused) emit({ _tag: 'RepairDelta', repair: { _tag: 'SlotReused', choice, key } })
  if (id === '') emit({ _tag: 'RepairDelta', repair: { _tag: 'SyntheticId', choice, key } })
  emit({
    _tag: 'ToolCallDelta',
    choice,
    key,
    ...idFields(id, choice, key),
    name: textOf(name),
    arguments: '',
    ...extraOf(block, ofCall)
  })
  return begun(state, { ...newBlock(index, key, 'call'), input: inputText(input) })
}

const kindOf = (type: string): BlockKind => (type === 'compaction' ? 'compaction' : 'other')

// What a block is; nothing where a field of it is not what its type says.
const begin = (
  state: AnthropicState,
  index: number,
  block: AnthropicBlock,
  isReused: boolean,
  emit: Emit<Delta>
): AnthropicState | undefined => {
  const key = state.parts
  const { text, citations, thinking, signature, data } = block
  const type = block.type ?? ''
  switch (type) {
    case 'text': {
      if (!isText(text)) return undefined
      // Also where it is still empty: citations may come before the text.
      emit({ _tag: 'TextDelta', choice, key, text: text ?? '', ...extraOf(block, ofText) })
      const next = begun(state, newBlock(index, key, 'text'))
      return Array.isArray(citations)
        ? citations.reduce<AnthropicState>((cited, citation) => withCitation(cited, key, citation, emit), next)
        : next
    }
    case 'thinking': {
      if (!isText(thinking) || !isText(signature)) return undefined
      const proof = signature ?? ''
      emit({ _tag: 'ReasoningDelta', choice, key, kind: 'text', text: thinking ?? '', signature: proof })
      return begun(state, { ...newBlock(index, key, 'thinking'), signature: proof })
    }
    case 'redacted_thinking':
      if (typeof data !== 'string') return undefined
      emit({ _tag: 'ReasoningDelta', choice, key, kind: 'encrypted', text: '', signature: '', data })
      return begun(state, newBlock(index, key, 'other'))
    case 'tool_use':
      if (textOf(block.name) !== '') return beginCall(state, index, block, isReused, emit)
      emit({ _tag: 'RepairDelta', repair: { _tag: 'NamelessCall', choice, key } })
      return undefined
    case 'server_tool_use':
    case 'mcp_tool_use': {
      const { id, name, input } = block
      const named = { kind: type, id: textOf(id), name: textOf(name), arguments: '' }
      emit({ _tag: 'ServerToolCallDelta', choice, key, ...named, ...extraOf(block, ofCall) })
      return begun(state, { ...newBlock(index, key, 'server'), input: inputText(input) })
    }
    default:
      if (!type.endsWith('_tool_result')) return undefined
      emit({ _tag: 'ServerToolResultDelta', choice, key, kind: type, id: textOf(block.tool_use_id), raw: block })
      return begun(state, newBlock(index, key, 'other'))
  }
}

/**
 * The state after the beginning of a block.
 *
 * @internal
 */
export const withStart = (
  state: AnthropicState,
  index: number,
  block: AnthropicBlock,
  emit: Emit<Delta>
): AnthropicState => {
  const ready = makeWay(state, index, emit)
  const known = begin(ready, index, block, index !== -1 && blockAt(ready, index)?.kind === 'call', emit)
  if (known !== undefined) return known
  emit({ _tag: 'UnrecognisedDelta', choice, key: ready.parts, raw: block })
  return begun(ready, newBlock(index, ready.parts, kindOf(block.type ?? '')))
}
