/**
 * The starts of content blocks.
 *
 * A block is identified by its index; interleaved blocks and gaps are legal, and an index that is used again is a new
 * part. A part is emitted as soon as its block begins, so that parts have the order of the blocks.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, listOf, textOf } from '../../codec/field.ts'
import { kindOf } from '../../codec/Other.ts'
import type { Delta, Extra } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { inputOf } from '../argumentsOf.ts'
import { blockAt, replaceBlock, withBlock, withdrawCalls, withPart, withRepeated } from '../blocks.ts'
import { begunAgain, withCallBlock } from '../callBlocks.ts'
import { repairCall, repairDigits } from '../repair.ts'
import { newCompaction } from './compaction.ts'
import { makeWay } from './inputs.ts'
import type { AnthropicState } from './state.ts'
import { newContent } from './state.ts'
import type { AnthropicBlock } from './wire/blocks.ts'
import type { AnthropicToolUseBlock } from './wire/toolBlocks.ts'

const choice = 0

// -------------------------------------------------------------------------------------
// fields of a block
// -------------------------------------------------------------------------------------

// The other fields of a block.
const extraOf = (block: AnthropicBlock, known: ReadonlyArray<string>): { readonly extra?: Extra } => {
  const entries = Object.entries(fieldsOf(asItCame(block))).filter(([key]) => !known.includes(key))
  return entries.length === 0 ? {} : { extra: Object.fromEntries(entries) }
}

const ofText = ['type', 'text', 'citations']
const ofCall = ['type', 'id', 'name', 'input']

// -------------------------------------------------------------------------------------
// beginnings
// -------------------------------------------------------------------------------------

/**
 * The state after a citation. Its offsets are those in the source, not in the text, so `start` and `end` are not set.
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
  return withPart(state, of)
}

const beginCall = (
  state: AnthropicState,
  index: number,
  block: AnthropicToolUseBlock,
  emit: Emit<Delta>
): AnthropicState => {
  const key = state.parts
  const { id, name, input } = block
  const { extra } = extraOf(block, ofCall)
  repairDigits(input, choice, key, emit)
  const call = newContent(index, key, 'call', { input: inputOf(input) })
  return withCallBlock(state, call, { id: id ?? '', name: name ?? '', extra }, emit)
}

// Begins the part of a block; undefined if a field is not of the type that the kind requires.
const begin = (
  state: AnthropicState,
  index: number,
  block: AnthropicBlock,
  emit: Emit<Delta>
): AnthropicState | undefined => {
  const key = state.parts
  switch (block.type) {
    case 'text': {
      // Even if it is still empty: citations may come before the text.
      emit({ _tag: 'TextDelta', choice, key, text: block.text ?? '', ...extraOf(block, ofText) })
      const next = withBlock(state, newContent(index, key, 'text'))
      const withOne = (cited: AnthropicState, citation: unknown): AnthropicState =>
        withCitation(cited, key, citation, emit)
      return listOf(asItCame(block.citations)).reduce(withOne, next)
    }
    case 'thinking': {
      const proof = block.signature ?? ''
      emit({ _tag: 'ReasoningDelta', choice, key, kind: 'text', text: block.thinking ?? '', signature: proof })
      return withBlock(state, newContent(index, key, 'thinking', { signature: proof }))
    }
    case 'redacted_thinking':
      emit({ _tag: 'ReasoningDelta', choice, key, kind: 'encrypted', text: '', signature: '', data: block.data })
      return withBlock(state, newContent(index, key, 'other'))
    case 'tool_use':
      if ((block.name ?? '') !== '') return beginCall(state, index, block, emit)
      repairCall('NamelessCall', choice, key, emit)
      return undefined
    case 'server_tool_use':
    case 'mcp_tool_use': {
      const { type, id, name, input } = block
      const named = { kind: type, id: id ?? '', name: name ?? '', arguments: '' }
      emit({ _tag: 'ServerToolCallDelta', choice, key, ...named, ...extraOf(block, ofCall) })
      return withBlock(state, newContent(index, key, 'server', { input: inputOf(input) }))
    }
    case 'compaction': {
      const raw = fieldsOf(asItCame(block))
      emit({ _tag: 'UnrecognisedDelta', choice, key, raw })
      return withBlock(state, { ...newContent(index, key, 'compaction'), compaction: newCompaction(raw) })
    }
    default: {
      const kind = kindOf(block)
      if (!kind.endsWith('_tool_result')) return undefined
      const raw = asItCame(block)
      emit({ _tag: 'ServerToolResultDelta', choice, key, kind, id: textOf(fieldsOf(block)['tool_use_id']), raw })
      return withBlock(state, newContent(index, key, 'other'))
    }
  }
}

// Another model goes on: the calls of the model that declined must not be answered.
const withFallback = (before: AnthropicState, block: AnthropicBlock, emit: Emit<Delta>): AnthropicState => {
  if (block.type !== 'fallback') return before
  const model = block.to?.model ?? ''
  if (model !== '') emit({ _tag: 'ResponseMetadata', id: '', model })
  return withdrawCalls(before, emit)
}

const withBegun = (state: AnthropicState, index: number, block: AnthropicBlock, emit: Emit<Delta>) => {
  const known = begin(state, index, block, emit)
  if (known !== undefined) return known
  emit({ _tag: 'UnrecognisedDelta', choice, key: state.parts, raw: asItCame(block) })
  return withBlock(state, newContent(index, state.parts, 'unknown'))
}

// The start of a call that came again, with the same input or where one of them has none.
const withBegunAgain = (
  state: AnthropicState,
  index: number,
  { id, name, input }: AnthropicToolUseBlock,
  emit: Emit<Delta>
): AnthropicState | undefined => {
  const known = begunAgain(state, index, { id: id ?? '', name: name ?? '' })
  const text = inputOf(input)
  if (known === undefined || (text !== '' && known.input !== '' && text !== known.input)) return undefined
  return withRepeated(text === '' ? state : replaceBlock(state, { ...known, input: text }), known, emit)
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
  const begun = block.type === 'tool_use' ? withBegunAgain(state, index, block, emit) : undefined
  if (begun !== undefined) return begun
  const ready = makeWay(withFallback(state, block, emit), index, emit)
  return withBegun(ready, index, block, emit)
}

/**
 * The state after a fragment whose block never began or is of another kind: the fragment begins a block.
 *
 * @internal
 */
export const withStray = (
  state: AnthropicState,
  index: number,
  block: AnthropicBlock,
  emit: Emit<Delta>
): AnthropicState => {
  const ready = makeWay(state, -1, emit)
  if (blockAt(ready, index) !== undefined) repairCall('KindMismatch', choice, ready.parts, emit)
  return withBegun(ready, index, block, emit)
}
