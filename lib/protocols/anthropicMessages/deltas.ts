/**
 * Fragments of content blocks. A fragment whose block never began or is of another kind begins a block; arguments
 * without a call are appended to the last open call. Unknown kinds are kept unchanged.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming#content-block-delta-types
 *
 * @since 0.1.0
 */
import { isNothing } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { blockAt, replaceBlock, touch, withPart } from '../blocks.ts'
import { otherThan } from '../otherFields.ts'
import { loseFragment, withInput } from '../withInput.ts'
import { withCitation, withStray } from './blocks.ts'
import type { AnthropicChunk, AnthropicDelta } from './codec.ts'
import { withCompaction } from './compaction.ts'
import type { AnthropicState, BlockState } from './state.ts'

const choice = 0

// The documentation promises one signature, but some servers send it in pieces or repeat it.
const withSignature = (
  state: AnthropicState,
  block: BlockState,
  signature: string,
  emit: Emit<Delta>
): AnthropicState => {
  const { key, signature: known } = block
  if (signature === '' || signature === known) return touch(state, key)
  emit({ _tag: 'ReasoningDelta', choice, key, kind: 'text', text: '', signature })
  return replaceBlock(state, { ...block, signature: known + signature })
}

// Fragments of input replace the input that the block began with.
const withFragment = (
  state: AnthropicState,
  index: number,
  text: string,
  emit: Emit<Delta>
): AnthropicState | undefined => {
  const block = blockAt(state, index)
  const isBegun = text !== '' && block !== undefined && block.input !== ''
  return withInput(isBegun ? replaceBlock(state, { ...block, input: '' }) : state, index, text, emit)
}

const isText = ({ kind }: BlockState): boolean => kind === 'text'

const isCompaction = ({ kind }: BlockState): boolean => kind === 'compaction'

const isThinking = ({ kind }: BlockState): boolean => kind === 'thinking'

// A field that is null or missing says nothing, unless something else was said.
const nothingIn = (delta: AnthropicDelta, name: keyof AnthropicDelta): '' | undefined =>
  otherThan(delta, ['type', name]) === undefined ? '' : undefined

const fields = {
  text: 'text_delta',
  thinking: 'thinking_delta',
  signature: 'signature_delta',
  partial_json: 'input_json_delta'
} as const

// Without a type, the field is the type.
const typeOf = (delta: AnthropicDelta): string | undefined =>
  Object.entries(fields).find(([name]) => Object.hasOwn(delta, name))?.[1]

// It may be a fragment of a call, which then had the last fragment.
const withUnknown = (state: AnthropicState, index: number, raw: AnthropicChunk, emit: Emit<Delta>): AnthropicState => {
  emit({ _tag: 'UnrecognisedDelta', choice, key: state.parts, raw })
  const type = raw.delta?.type
  const isOfCall = isNothing(type) || type === 'input_json_delta'
  return withPart(isOfCall ? loseFragment(state, index) : state, blockAt(state, index)?.key)
}

/**
 * The state after one more fragment of the block at an index.
 *
 * @internal
 */
export const withDelta = (
  state: AnthropicState,
  index: number,
  chunk: AnthropicChunk,
  emit: Emit<Delta>
): AnthropicState => {
  const delta = chunk.delta ?? {}
  // Only the fields of each kind are read: on the hot path, reading a missing field costs as much as reading one.
  switch (delta.type ?? typeOf(delta)) {
    case 'text_delta': {
      const text = delta.text ?? nothingIn(delta, 'text')
      if (typeof text !== 'string') break
      const block = blockAt(state, index, isText)
      if (block === undefined) return withStray(state, index, { type: 'text', text }, emit)
      if (text !== '') emit({ _tag: 'TextDelta', choice, key: block.key, text })
      return touch(state, block.key)
    }
    case 'thinking_delta': {
      const thinking = delta.thinking ?? nothingIn(delta, 'thinking')
      if (typeof thinking !== 'string') break
      const block = blockAt(state, index, isThinking)
      if (block === undefined) return withStray(state, index, { type: 'thinking', thinking }, emit)
      if (thinking !== '') {
        emit({ _tag: 'ReasoningDelta', choice, key: block.key, kind: 'text', text: thinking, signature: '' })
      }
      return touch(state, block.key)
    }
    case 'signature_delta': {
      const { signature } = delta
      if (typeof signature !== 'string') break
      const block =
        blockAt(state, index, isThinking) ?? state.blocks.findLast((one) => isThinking(one) && one.signature === '')
      if (block === undefined) return withStray(state, index, { type: 'thinking', signature }, emit)
      return withSignature(state, block, signature, emit)
    }
    case 'input_json_delta': {
      const input = delta.partial_json ?? nothingIn(delta, 'partial_json')
      const next = typeof input === 'string' ? withFragment(state, index, input, emit) : undefined
      if (next === undefined) break
      return next
    }
    case 'citations_delta': {
      const { citation } = delta
      if (citation === undefined) break
      return withCitation(state, blockAt(state, index, isText)?.key, citation, emit)
    }
    case 'compaction_delta': {
      const known =
        blockAt(state, index, isCompaction) ?? state.blocks.findLast((one) => isCompaction(one) && !one.ended)
      const ready = known === undefined ? withStray(state, index, { type: 'compaction' }, emit) : state
      const block = known ?? ready.blocks.at(-1)
      return block === undefined ? ready : withCompaction(ready, block, delta, emit)
    }
  }
  return withUnknown(state, index, chunk, emit)
}
