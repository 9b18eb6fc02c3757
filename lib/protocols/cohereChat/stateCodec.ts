import * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { blockProps, blocksProps } from '../stateCodec.ts'
import type { CohereState, SlotState } from './state.ts'

const SlotStateCodec: t.Type<SlotState, unknown> = t.type(
  blockProps({ text: null, thinking: null, call: null, other: null, unknown: null })
)

/**
 * The codec of the state of Cohere's chat.
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereStateCodec: t.Type<CohereState, unknown> = t.type({
  ...blocksProps(SlotStateCodec),
  plan: f.index,
  ended: t.boolean,
  ignored: f.list(t.string)
})
