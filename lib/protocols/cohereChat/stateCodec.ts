/**
 * The io-ts codec of the Cohere machine's state.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { FinishReasonCodec } from '../../codec/values.ts'
import type { CohereState, SlotState } from './state.ts'

const SlotStateCodec: t.Type<SlotState, unknown> = t.type({
  index: f.index,
  key: f.index,
  kind: t.keyof({ text: null, thinking: null, call: null, other: null }),
  stopped: t.boolean,
  closed: t.boolean
})

/**
 * The codec of the state of Cohere's chat.
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereStateCodec: t.Type<CohereState, unknown> = t.type({
  parts: f.natural,
  slots: t.readonlyArray(SlotStateCodec),
  plan: f.index,
  last: f.index,
  finish: t.union([FinishReasonCodec, t.literal('')]),
  misindexed: t.boolean,
  ended: t.boolean
})
