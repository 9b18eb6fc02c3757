/**
 * What is new in a content block. A fragment whose block never began opens one where it can; one that does not fit its
 * block, or that nobody knows, is kept as it came.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming#content-block-delta-types
 *
 * @since 0.1.0
 */
import { isNothing } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { blockAt, loseFragment, replaceBlock, touch, withArguments, withPart } from '../blocks.ts'
import { withCitation, withStart } from './blocks.ts'
import type { AnthropicChunk } from './codec.ts'
import type { AnthropicState, BlockState } from './state.ts'

const choice = 0

// The documentation promises one signature, and servers were seen to send it in pieces, and to repeat it.
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

const withInput = (state: AnthropicState, block: BlockState, text: string, emit: Emit<Delta>): AnthropicState => {
  const next = text === '' || block.input === '' ? state : replaceBlock(state, { ...block, input: '' })
  return withArguments(next, { ...block, input: '' }, text, emit)
}

// It may say something of a call: that call had the last fragment.
const withUnknown = (state: AnthropicState, index: number, raw: AnthropicChunk, emit: Emit<Delta>): AnthropicState => {
  emit({ _tag: 'UnrecognisedDelta', choice, key: state.parts, raw })
  const type = raw.delta?.type
  const isOfCall = isNothing(type) || type === 'input_json_delta'
  return withPart(isOfCall ? loseFragment(state, index) : state, blockAt(state, index)?.key)
}

/**
 * The state after one more fragment of the block under an index.
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
  const block = blockAt(state, index)
  // Of each kind no more is read than it has: on the hot path, a field that is not there costs as much as one that is.
  switch (delta.type) {
    case 'text_delta': {
      const { text } = delta
      if (typeof text !== 'string') break
      if (block === undefined) return withStart(state, index, { type: 'text', text }, emit)
      if (block.kind !== 'text') break
      if (text !== '') emit({ _tag: 'TextDelta', choice, key: block.key, text })
      return touch(state, block.key)
    }
    case 'thinking_delta': {
      const { thinking } = delta
      if (typeof thinking !== 'string') break
      if (block === undefined) return withStart(state, index, { type: 'thinking', thinking }, emit)
      if (block.kind !== 'thinking') break
      if (thinking !== '') {
        emit({ _tag: 'ReasoningDelta', choice, key: block.key, kind: 'text', text: thinking, signature: '' })
      }
      return touch(state, block.key)
    }
    case 'signature_delta': {
      const { signature } = delta
      if (typeof signature !== 'string') break
      if (block === undefined) return withStart(state, index, { type: 'thinking', signature }, emit)
      if (block.kind !== 'thinking') break
      return withSignature(state, block, signature, emit)
    }
    case 'input_json_delta': {
      const { partial_json: input } = delta
      if (typeof input !== 'string' || block === undefined || block.closed) break
      if (block.kind !== 'call' && block.kind !== 'server') break
      return withInput(state, block, input, emit)
    }
    case 'citations_delta': {
      const { citation } = delta
      if (citation === undefined) break
      return withCitation(state, block?.kind === 'text' ? block.key : undefined, citation, emit)
    }
    case 'compaction_delta':
      // The block begins empty and comes whole in one delta.
      if (block?.kind !== 'compaction') break
      emit({ _tag: 'UnrecognisedDelta', choice, key: block.key, raw: { ...delta, type: 'compaction' } })
      return touch(state, block.key)
  }
  return withUnknown(state, index, chunk, emit)
}
