import * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { blockProps, blocksProps } from '../stateCodec.ts'
import type { BlockState, ConverseState } from './state.ts'

const BlockStateCodec: t.Type<BlockState, unknown> = t.type({
  ...blockProps({
    text: null,
    reasoning: null,
    call: null,
    server: null,
    result: null,
    image: null,
    other: null,
    unknown: null
  }),
  signature: t.string,
  result: t.union([t.type({ start: t.UnknownRecord, content: t.string, emitted: f.natural }), t.null])
})

/**
 * The codec of the state of Bedrock's Converse.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ConverseStateCodec: t.Type<ConverseState, unknown> = t.type({
  ...blocksProps(BlockStateCodec),
  stopped: t.boolean,
  measured: t.boolean
})
