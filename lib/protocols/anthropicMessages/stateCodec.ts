import * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { blockProps, blocksProps } from '../stateCodec.ts'
import type { AnthropicState, BlockState } from './state.ts'

const BlockStateCodec: t.Type<BlockState, unknown> = t.type({
  ...blockProps({ text: null, thinking: null, call: null, server: null, compaction: null, other: null, unknown: null }),
  input: t.string,
  signature: t.string,
  compaction: t.union([
    t.type({ fields: t.UnknownRecord, content: t.union([t.string, t.null]), emitted: f.index }),
    t.null
  ])
})

/**
 * The codec of the state of every provider of Anthropic Messages.
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicStateCodec: t.Type<AnthropicState, unknown> = t.type({
  ...blocksProps(BlockStateCodec),
  usage: t.union([t.UnknownRecord, t.null]),
  id: t.string,
  ignored: f.list(t.string),
  ended: t.boolean
})
