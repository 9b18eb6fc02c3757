/**
 * The io-ts codec of the Converse machine's state.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { FinishReasonCodec } from '../../codec/values.ts'
import type { BlockState, ConverseState } from './state.ts'

const BlockStateCodec: t.Type<BlockState, unknown> = t.type({
  index: f.index,
  key: f.index,
  kind: t.keyof({ text: null, reasoning: null, call: null, server: null, result: null, image: null, other: null }),
  signature: t.string,
  result: t.union([t.UnknownRecord, t.null]),
  stopped: t.boolean,
  closed: t.boolean
})

/**
 * The codec of the state of Bedrock's Converse.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ConverseStateCodec: t.Type<ConverseState, unknown> = t.type({
  parts: f.natural,
  blocks: t.readonlyArray(BlockStateCodec),
  last: f.index,
  finish: t.union([FinishReasonCodec, t.literal('')]),
  misindexed: t.boolean,
  stopped: t.boolean,
  measured: t.boolean
})
