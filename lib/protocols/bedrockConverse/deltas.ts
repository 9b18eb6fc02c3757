/**
 * Fragments of content blocks. Text and reasoning open their part with the first fragment; a fragment that fits no
 * block or is of an unknown kind is kept unchanged.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockDelta.html
 *
 * @since 0.1.0
 */
import { field, fieldsOf, isNothing, isObject, isTextOrNothing, textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { blockAt, closeEnded, replaceBlock, touch, withBlock, withPart } from '../blocks.ts'
import { otherThan } from '../otherFields.ts'
import { isTool, loseFragment, withInput } from '../withInput.ts'
import { isBlank, withStart } from './blocks.ts'
import type { ConverseChunk, ConverseDelta } from './codec.ts'
import { withResultContent } from './results.ts'
import type { BlockState, ConverseState } from './state.ts'
import { isOf, newContent } from './state.ts'

const choice = 0

const makeWay = (state: ConverseState, emit: Emit<Delta>): ConverseState => closeEnded(state, -1, emit)

// -------------------------------------------------------------------------------------
// text and reasoning
// -------------------------------------------------------------------------------------

/** The open block at an index. A block that has ended is not reused: Converse sends no start for the next text. */
const going = (state: ConverseState, index: number, kind: 'text' | 'reasoning'): BlockState | undefined => {
  return blockAt(state, index, (block) => block.kind === kind && !block.ended)
}

const withText = (state: ConverseState, index: number, text: string, emit: Emit<Delta>): ConverseState => {
  const block = going(state, index, 'text')
  const ready = block === undefined ? makeWay(state, emit) : state
  const key = block?.key ?? ready.parts
  if (block === undefined || text !== '') emit({ _tag: 'TextDelta', choice, key, text })
  return block === undefined ? withBlock(ready, newContent(index, key, 'text')) : touch(ready, key)
}

// A signature alone is of the last reasoning that has none.
const unsigned = ({ blocks }: ConverseState): BlockState | undefined =>
  blocks.findLast(({ kind, signature }) => kind === 'reasoning' && signature === '')

// Some servers repeat a signature.
const withThought = (
  state: ConverseState,
  index: number,
  fragment: string | undefined,
  said: string,
  emit: Emit<Delta>
): ConverseState => {
  const text = fragment ?? ''
  const block = going(state, index, 'reasoning') ?? (fragment === undefined ? unsigned(state) : undefined)
  const ready = block === undefined ? makeWay(state, emit) : state
  const key = block?.key ?? ready.parts
  const known = block ?? newContent(index, key, 'reasoning')
  const signature = said === known.signature ? '' : said
  if (block === undefined || text !== '' || signature !== '') {
    emit({ _tag: 'ReasoningDelta', choice, key, kind: 'text', text, signature })
  }
  const next = { ...known, signature: known.signature + signature }
  if (block === undefined) return withBlock(ready, next)
  return signature === '' ? touch(ready, key) : replaceBlock(ready, next)
}

// Each piece must be sent back unchanged, so each is a part.
const withRedacted = (state: ConverseState, index: number, data: string, emit: Emit<Delta>): ConverseState => {
  const ready = makeWay(state, emit)
  const key = ready.parts
  emit({ _tag: 'ReasoningDelta', choice, key, kind: 'encrypted', text: '', signature: '', data })
  return withBlock(ready, newContent(index, key, 'other'))
}

const withReasoning = (
  state: ConverseState,
  index: number,
  reasoning: unknown,
  emit: Emit<Delta>
): ConverseState | undefined => {
  // A whole block has them one level deeper.
  const said = field(reasoning, 'reasoningText') ?? reasoning
  const text = field(said, 'text')
  const signature = field(said, 'signature')
  const redacted = field(reasoning, 'redactedContent')
  if (!isTextOrNothing(text) || !isTextOrNothing(signature) || !isTextOrNothing(redacted)) return undefined
  if (isNothing(text) && isNothing(signature)) {
    return typeof redacted === 'string' ? withRedacted(state, index, redacted, emit) : undefined
  }
  const next = withThought(state, index, !isNothing(text) ? textOf(text) : undefined, textOf(signature), emit)
  return typeof redacted === 'string' ? withRedacted(next, index, redacted, emit) : next
}

// -------------------------------------------------------------------------------------
// citations
// -------------------------------------------------------------------------------------

const wordsOf = (source: unknown): string | undefined => {
  const words = Array.isArray(source) ? source.map((one) => textOf(field(one, 'text'))).join('') : ''
  return words === '' ? undefined : words
}

// They may come before their text. Their offsets are those in the source, not in the text.
const withCitation = (state: ConverseState, index: number, raw: unknown, emit: Emit<Delta>): ConverseState => {
  const of = blockAt(state, index, isOf('text'))?.key
  const opened = of === undefined ? withText(state, index, '', emit) : state
  const key = opened.parts
  const url = field(field(field(raw, 'location'), 'web'), 'url') ?? field(raw, 'source')
  const title = field(raw, 'title')
  const text = wordsOf(field(raw, 'sourceContent'))
  emit({
    _tag: 'CitationDelta',
    choice,
    key,
    of: of ?? opened.last,
    ...(typeof url === 'string' ? { url } : {}),
    ...(typeof title === 'string' ? { title } : {}),
    ...(text === undefined ? {} : { text }),
    raw
  })
  return withPart(opened, of ?? opened.last)
}

// -------------------------------------------------------------------------------------
// blocks that have begun
// -------------------------------------------------------------------------------------

const withContent = (
  state: ConverseState,
  index: number,
  more: unknown,
  emit: Emit<Delta>
): ConverseState | undefined => {
  const block = blockAt(state, index, isOf('result'))
  return Array.isArray(more) && block !== undefined ? withResultContent(state, block, more, emit) : undefined
}

const withImage = (
  state: ConverseState,
  index: number,
  image: unknown,
  emit: Emit<Delta>
): ConverseState | undefined => {
  const block = blockAt(state, index, isOf('image'))
  const data = field(field(image, 'source'), 'bytes')
  if (typeof data !== 'string' || block === undefined) return undefined
  emit({ _tag: 'ImageDelta', choice, key: block.key, id: '', mediaType: '', name: '', url: '', data, text: '' })
  return touch(state, block.key)
}

// It may be a fragment of a block, which then had the last fragment.
const withUnknown = (state: ConverseState, index: number, raw: ConverseChunk, emit: Emit<Delta>): ConverseState => {
  emit({ _tag: 'UnrecognisedDelta', choice, key: state.parts, raw })
  const delta = raw.contentBlockDelta?.delta
  const isOfCall = isNothing(delta) || !isNothing(delta.toolUse)
  return withPart(isOfCall ? loseFragment(state, index) : state, blockAt(state, index)?.key)
}

// The start of a call may be missing, if the fragment names it. Input that is null or missing says nothing.
const withToolUse = (
  state: ConverseState,
  index: number,
  toolUse: unknown,
  emit: Emit<Delta>
): ConverseState | undefined => {
  if (!isObject(toolUse)) return undefined
  const { input, name } = toolUse
  if (textOf(name) !== '' && blockAt(state, index, isTool) === undefined)
    return withStart(state, index, { toolUse }, emit)
  const text = !isNothing(input) || otherThan(toolUse, ['input']) !== undefined ? input : ''
  return typeof text === 'string' ? withInput(state, index, text, emit) : undefined
}

const withKnown = (
  state: ConverseState,
  index: number,
  delta: ConverseDelta,
  emit: Emit<Delta>
): ConverseState | undefined => {
  const { text, toolUse, toolResult, reasoningContent, citation, image } = delta
  if (!isNothing(text) && !(text === '' && !isNothing(toolUse))) {
    return typeof text === 'string' ? withText(state, index, text, emit) : undefined
  }
  if (!isNothing(toolUse)) return withToolUse(state, index, toolUse, emit)
  if (!isNothing(reasoningContent)) return withReasoning(state, index, reasoningContent, emit)
  if (isObject(citation)) return withCitation(state, index, citation, emit)
  if (!isNothing(toolResult)) return withContent(state, index, toolResult, emit)
  return !isNothing(image) ? withImage(state, index, image, emit) : undefined
}

/**
 * The first fragment of a block that needs no start, where its start has it.
 *
 * @internal
 */
export const deltaIn = (start: unknown): ConverseDelta | undefined => {
  const { text, reasoningContent } = fieldsOf(start)
  return (typeof text === 'string' && text !== '') || !isBlank(reasoningContent) ? fieldsOf(start) : undefined
}

/**
 * The state after one more fragment of the block at an index.
 *
 * @internal
 */
export const withDelta = (
  state: ConverseState,
  index: number,
  chunk: ConverseChunk,
  emit: Emit<Delta>
): ConverseState =>
  withKnown(state, index, chunk.contentBlockDelta?.delta ?? {}, emit) ?? withUnknown(state, index, chunk, emit)
