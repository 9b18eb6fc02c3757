/**
 * The io-ts codec of the Anthropic machine's state.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { FinishReasonCodec } from '../../codec/values.ts'
import type { AnthropicState, BlockState } from './state.ts'

const BlockStateCodec: t.Type<BlockState, unknown> = t.type({
  index: f.index,
  key: f.index,
  kind: t.keyof({ text: null, thinking: null, call: null, server: null, compaction: null, other: null }),
  input: t.string,
  signature: t.string,
  stopped: t.boolean,
  closed: t.boolean
})

/**
 * The codec of the state of every provider that speaks Anthropic Messages.
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicStateCodec: t.Type<AnthropicState, unknown> = t.type({
  parts: f.natural,
  blocks: t.readonlyArray(BlockStateCodec),
  last: f.index,
  finish: t.union([FinishReasonCodec, t.literal('')]),
  usage: t.union([t.UnknownRecord, t.null]),
  misindexed: t.boolean,
  ended: t.boolean
})
