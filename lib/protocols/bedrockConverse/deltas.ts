/**
 * What is new in a content block. Text and reasoning open their part with their first fragment; what fits no block, or is
 * of a kind that is not known, is kept as it came.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockDelta.html
 *
 * @since 0.1.0
 */
import { field, isObject, listOf, textOf } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import type { Delta, Extra } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { ConverseChunk, ConverseDelta } from './codec.ts'
import { makeWay } from './ends.ts'
import type { BlockState, ConverseState } from './state.ts'
import { begun, blockAt, changed, newBlock, touched } from './state.ts'

const choice = 0

// -------------------------------------------------------------------------------------
// text and reasoning
// -------------------------------------------------------------------------------------

/** A block that goes on: a text or a thought that has ended does not, for the next one is not told by a start. */
const going = (state: ConverseState, index: number, kind: 'text' | 'reasoning'): BlockState | undefined => {
  const block = blockAt(state, index, kind)
  return block?.stopped === true ? undefined : block
}

const withText = (state: ConverseState, index: number, text: string, emit: Emit<Delta>): ConverseState => {
  const block = going(state, index, 'text')
  const ready = block === undefined ? makeWay(state, -1, emit) : state
  const key = block?.key ?? ready.parts
  if (block === undefined || text !== '') emit({ _tag: 'TextDelta', choice, key, text })
  return block === undefined ? begun(ready, newBlock(index, key, 'text')) : touched(ready, key)
}

// Servers were seen to repeat a signature.
const withThought = (
  state: ConverseState,
  index: number,
  text: string,
  said: string,
  emit: Emit<Delta>
): ConverseState => {
  const block = going(state, index, 'reasoning')
  const ready = block === undefined ? makeWay(state, -1, emit) : state
  const key = block?.key ?? ready.parts
  const known = block ?? newBlock(index, key, 'reasoning')
  const signature = said === known.signature ? '' : said
  if (block === undefined || text !== '' || signature !== '') {
    emit({ _tag: 'ReasoningDelta', choice, key, kind: 'text', text, signature })
  }
  const next = { ...known, signature: known.signature + signature }
  if (block === undefined) return begun(ready, next)
  return signature === '' ? touched(ready, key) : changed(ready, next)
}

// Each piece goes back as it came, so each is a part.
const withRedacted = (state: ConverseState, index: number, data: string, emit: Emit<Delta>): ConverseState => {
  const ready = makeWay(state, -1, emit)
  const key = ready.parts
  emit({ _tag: 'ReasoningDelta', choice, key, kind: 'encrypted', text: '', signature: '', data })
  return begun(ready, newBlock(index, key, 'other'))
}

const isSaid = (u: unknown): boolean => u !== undefined && u !== null

const isText = (u: unknown): boolean => !isSaid(u) || typeof u === 'string'

const withReasoning = (
  state: ConverseState,
  index: number,
  reasoning: unknown,
  emit: Emit<Delta>
): ConverseState | undefined => {
  const text = field(reasoning, 'text')
  const signature = field(reasoning, 'signature')
  const redacted = field(reasoning, 'redactedContent')
  if (!isText(text) || !isText(signature) || !isText(redacted)) return undefined
  if (!isSaid(text) && !isSaid(signature)) {
    return typeof redacted === 'string' ? withRedacted(state, index, redacted, emit) : undefined
  }
  const next = withThought(state, index, textOf(text), textOf(signature), emit)
  return typeof redacted === 'string' ? withRedacted(next, index, redacted, emit) : next
}

// -------------------------------------------------------------------------------------
// citations
// -------------------------------------------------------------------------------------

const wordsOf = (source: unknown): string | undefined => {
  const words = Array.isArray(source) ? source.map((one) => textOf(field(one, 'text'))).join('') : ''
  return words === '' ? undefined : words
}

// They may come before the text that they are of; their place in the source is not their place in the text.
const withCitation = (state: ConverseState, index: number, raw: unknown, emit: Emit<Delta>): ConverseState => {
  const of = blockAt(state, index, 'text')?.key
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
  return { ...opened, parts: key + 1, last: of ?? opened.last }
}

// -------------------------------------------------------------------------------------
// blocks that have begun
// -------------------------------------------------------------------------------------

const withInput = (
  state: ConverseState,
  index: number,
  input: unknown,
  emit: Emit<Delta>
): ConverseState | undefined => {
  const block = state.blocks.findLast(
    ({ index: other, kind, closed }) => other === index && (kind === 'call' || kind === 'server') && !closed
  )
  if (typeof input !== 'string' || block === undefined) return undefined
  const fragment = { choice, key: block.key, id: '', name: '', arguments: input }
  if (input !== '') {
    emit(
      block.kind === 'server'
        ? { _tag: 'ServerToolCallDelta', ...fragment, kind: '' }
        : { _tag: 'ToolCallDelta', ...fragment }
    )
  }
  return touched(state, block.key)
}

// A result is told whole, each time with what is new.
const withContent = (
  state: ConverseState,
  index: number,
  more: unknown,
  emit: Emit<Delta>
): ConverseState | undefined => {
  const block = blockAt(state, index, 'result')
  if (!Array.isArray(more) || block?.result === undefined || block.result === null) return undefined
  const content = [...listOf(block.result['content']), ...plain(listOf(more))]
  const result: Extra = { ...block.result, content }
  const kind = textOf(result['type'])
  emit({ _tag: 'ServerToolResultDelta', choice, key: block.key, kind, id: textOf(result['toolUseId']), raw: result })
  return changed(state, { ...block, result })
}

const withImage = (
  state: ConverseState,
  index: number,
  image: unknown,
  emit: Emit<Delta>
): ConverseState | undefined => {
  const block = blockAt(state, index, 'image')
  const data = field(field(image, 'source'), 'bytes')
  if (typeof data !== 'string' || block === undefined) return undefined
  emit({ _tag: 'ImageDelta', choice, key: block.key, id: '', mediaType: '', name: '', url: '', data, text: '' })
  return touched(state, block.key)
}

// It may say something of a block: that block had the last fragment.
const withUnknown = (state: ConverseState, index: number, raw: ConverseChunk, emit: Emit<Delta>): ConverseState => {
  const key = state.parts
  emit({ _tag: 'UnrecognisedDelta', choice, key, raw })
  const block = state.blocks.findLast((known) => known.index === index)
  return { ...state, parts: key + 1, last: block?.key ?? key }
}

const withKnown = (
  state: ConverseState,
  index: number,
  delta: ConverseDelta,
  emit: Emit<Delta>
): ConverseState | undefined => {
  const { text, toolUse, toolResult, reasoningContent, citation, image } = delta
  if (isSaid(text)) return typeof text === 'string' ? withText(state, index, text, emit) : undefined
  if (isSaid(toolUse)) return withInput(state, index, field(toolUse, 'input'), emit)
  if (isSaid(reasoningContent)) return withReasoning(state, index, reasoningContent, emit)
  if (isObject(citation)) return withCitation(state, index, citation, emit)
  if (isSaid(toolResult)) return withContent(state, index, toolResult, emit)
  return isSaid(image) ? withImage(state, index, image, emit) : undefined
}

/**
 * The state after one more fragment of the block under an index.
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
