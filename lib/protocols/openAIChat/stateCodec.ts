/**
 * The io-ts codec of the OpenAI-chat machine's state.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { ReasoningKindCodec, RepairTag } from '../../codec/values.ts'
import { endingProps, rowProps } from '../stateCodec.ts'
import type { Beside, CallState, ChatState, ChoiceState, HeldCall, ReasoningBlock } from './state.ts'

const CallStateCodec: t.Type<CallState, unknown> = t.type({
  ...endingProps,
  slot: t.number,
  id: t.string,
  name: t.string,
  told: t.readonlyArray(RepairTag),
  extras: t.readonlyArray(t.string),
  size: t.number,
  hash: t.number
})

const HeldCallCodec: t.Type<HeldCall, unknown> = t.intersection([
  t.type({ slot: t.number, id: t.string, arguments: t.string, damaged: t.boolean, size: t.number }),
  t.partial({ extra: t.UnknownRecord })
])

const ReasoningBlockCodec: t.Type<ReasoningBlock, unknown> = t.type({
  key: t.number,
  kind: ReasoningKindCodec,
  index: t.number,
  id: t.string,
  signature: t.string
})

const BesideCodec: t.Type<Beside, unknown> = t.type({
  cited: t.readonlyArray(t.type({ key: t.number, id: t.string, start: t.number, end: t.number, titled: t.boolean })),
  executed: t.readonlyArray(t.type({ index: t.number, answered: t.boolean })),
  audio: t.number
})

const ChoiceStateCodec: t.Type<ChoiceState, unknown> = t.type({
  ...rowProps(CallStateCodec),
  index: t.number,
  text: t.number,
  reasoning: t.union([ReasoningBlockCodec, t.null]),
  lastCall: t.number,
  held: t.readonlyArray(HeldCallCodec),
  misindexed: t.boolean,
  messages: t.boolean,
  beside: BesideCodec
})

/**
 * The codec of the state of every provider that speaks OpenAI Chat.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatStateCodec: t.Type<ChatState, unknown> = t.type({
  id: t.boolean,
  model: t.boolean,
  choices: t.readonlyArray(ChoiceStateCodec),
  sources: t.readonlyArray(t.unknown),
  sourcesSize: t.number,
  counted: t.type({ input: t.boolean, output: t.boolean })
})
