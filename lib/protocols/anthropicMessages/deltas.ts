/**
 * Fragments of content blocks. A fragment whose block never began or is of another kind begins a block; arguments
 * without a call are appended to the last open call. Unknown kinds are kept unchanged.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming#content-block-delta-types
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, isNothing } from '../../codec/field.ts'
import type { Delta, Extra } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { blockAt, replaceBlock, touch, withPart } from '../blocks.ts'
import { otherThan } from '../otherFields.ts'
import { loseFragment, withInput } from '../withInput.ts'
import { withCitation, withStray } from './blocks.ts'
import { withCompaction } from './compaction.ts'
import type { AnthropicState, BlockState } from './state.ts'
import type { AnthropicDelta } from './wire/deltas.ts'
import type { AnthropicContentBlockDelta } from './wire/events.ts'

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

const contents: Readonly<Record<string, keyof typeof kinds>> = {
  text: 'text_delta',
  thinking: 'thinking_delta',
  signature: 'signature_delta',
  partial_json: 'input_json_delta'
}

const kinds = {
  text_delta: (text: string): AnthropicDelta => ({ type: 'text_delta', text }),
  thinking_delta: (thinking: string): AnthropicDelta => ({ type: 'thinking_delta', thinking }),
  signature_delta: (signature: string): AnthropicDelta => ({ type: 'signature_delta', signature }),
  input_json_delta: (json: string): AnthropicDelta => ({ type: 'input_json_delta', partial_json: json })
}

// A known delta of which the type is missing, or whose content is null or missing: that is no content, unless something else
// is there.
const mended = (delta: Extra): AnthropicDelta | undefined => {
  const { type } = delta
  const found = Object.entries(contents).find(([name, kind]) =>
    isNothing(type) ? Object.hasOwn(delta, name) : type === kind
  )
  if (found === undefined) return undefined
  const [name, kind] = found
  const isSilent = kind !== 'signature_delta' && otherThan(delta, ['type', name]) === undefined
  const content = delta[name] ?? (isSilent ? '' : undefined)
  return typeof content === 'string' ? kinds[kind](content) : undefined
}

/**
 * The state after a fragment that was not understood. It may be a fragment of a call, which then had the last fragment.
 *
 * @internal
 */
export const withUnknown = (state: AnthropicState, index: number, raw: unknown, emit: Emit<Delta>): AnthropicState => {
  emit({ _tag: 'UnrecognisedDelta', choice, key: state.parts, raw })
  const type = field(field(raw, 'delta'), 'type')
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
  chunk: AnthropicContentBlockDelta,
  emit: Emit<Delta>
): AnthropicState => {
  const { delta } = chunk
  switch (delta.type) {
    case 'text_delta': {
      const { text } = delta
      const block = blockAt(state, index, isText)
      if (block === undefined) return withStray(state, index, { type: 'text', text }, emit)
      if (text !== '') emit({ _tag: 'TextDelta', choice, key: block.key, text })
      return touch(state, block.key)
    }
    case 'thinking_delta': {
      const { thinking } = delta
      const block = blockAt(state, index, isThinking)
      if (block === undefined) return withStray(state, index, { type: 'thinking', thinking }, emit)
      if (thinking !== '') {
        emit({ _tag: 'ReasoningDelta', choice, key: block.key, kind: 'text', text: thinking, signature: '' })
      }
      return touch(state, block.key)
    }
    case 'signature_delta': {
      const { signature } = delta
      const block =
        blockAt(state, index, isThinking) ?? state.blocks.findLast((one) => isThinking(one) && one.signature === '')
      if (block === undefined) return withStray(state, index, { type: 'thinking', signature }, emit)
      return withSignature(state, block, signature, emit)
    }
    case 'input_json_delta':
      return withFragment(state, index, delta.partial_json, emit) ?? withUnknown(state, index, asItCame(chunk), emit)
    case 'citations_delta':
      return withCitation(state, blockAt(state, index, isText)?.key, asItCame(delta.citation), emit)
    case 'compaction_delta': {
      const known =
        blockAt(state, index, isCompaction) ?? state.blocks.findLast((one) => isCompaction(one) && !one.ended)
      const ready = known === undefined ? withStray(state, index, { type: 'compaction' }, emit) : state
      const block = known ?? ready.blocks.at(-1)
      return block === undefined ? ready : withCompaction(ready, block, fieldsOf(asItCame(delta)), emit)
    }
    default: {
      const known = mended(fieldsOf(asItCame(delta)))
      return known === undefined
        ? withUnknown(state, index, asItCame(chunk), emit)
        : withDelta(state, index, { ...chunk, delta: known }, emit)
    }
  }
}
