import * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { blockProps, blocksProps } from '../stateCodec.ts'
import type { InteractionsState, StepState } from './state.ts'

const StepStateCodec: t.Type<StepState, unknown> = t.type({
  ...blockProps({ text: null, sound: null, thought: null, call: null, server: null, whole: null }),
  input: t.string,
  signature: t.string,
  fields: t.union([t.UnknownRecord, t.null]),
  rest: t.string
})

/**
 * The codec of the state of every provider of Google Interactions.
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsStateCodec: t.Type<InteractionsState, unknown> = t.type({
  ...blocksProps(StepStateCodec),
  usage: t.union([t.UnknownRecord, t.null]),
  id: t.string,
  model: t.string,
  ignored: f.list(t.string),
  ended: t.boolean
})
