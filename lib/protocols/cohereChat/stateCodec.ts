/**
 * The io-ts codec of the Cohere machine's state.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { FinishReasonCodec } from '../../codec/FinishReasonCodec.ts'
import type { CohereState, SlotState } from './state.ts'

const SlotStateCodec: t.Type<SlotState, unknown> = t.type({
  index: t.number,
  key: t.number,
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
  parts: t.number,
  slots: t.readonlyArray(SlotStateCodec),
  plan: t.number,
  last: t.number,
  finish: t.union([FinishReasonCodec, t.literal('')]),
  misindexed: t.boolean,
  ended: t.boolean
})
