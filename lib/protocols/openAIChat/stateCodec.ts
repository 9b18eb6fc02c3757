import * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import { ReasoningKindCodec } from '../../codec/ReasoningKindCodec.ts'
import { RepairTag } from '../../codec/RepairCodec.ts'
import { endingProps, rowProps } from '../stateCodec.ts'
import type { Beside, CallState, ChatState, ChoiceState, HeldCall, ReasoningBlock } from './state.ts'

const CallStateCodec: t.Type<CallState, unknown> = t.type({
  ...endingProps,
  slot: f.index,
  id: t.string,
  name: t.string,
  told: t.readonlyArray(RepairTag),
  extras: t.readonlyArray(t.string),
  size: f.natural,
  hash: f.hash,
  held: t.boolean
})

const HeldCallCodec: t.Type<HeldCall, unknown> = t.intersection([
  t.type({ slot: f.index, id: t.string, arguments: t.string, damaged: t.boolean, size: f.natural }),
  t.partial({ extra: t.UnknownRecord })
])

const ReasoningBlockCodec: t.Type<ReasoningBlock, unknown> = t.type({
  key: f.natural,
  kind: ReasoningKindCodec,
  index: f.index,
  id: t.string,
  signature: t.string,
  repeats: t.union([t.null, t.type({ size: f.natural, hash: f.hash, told: t.boolean })])
})

const BesideCodec: t.Type<Beside, unknown> = t.type({
  cited: t.readonlyArray(t.type({ key: f.natural, id: t.string, start: f.index, end: f.index, titled: t.boolean })),
  executed: t.readonlyArray(t.type({ index: f.index, answered: t.boolean })),
  audio: f.index,
  images: t.boolean,
  refused: t.boolean
})

const ChoiceStateCodec: t.Type<ChoiceState, unknown> = t.type({
  ...rowProps(CallStateCodec),
  index: f.index,
  text: f.index,
  reasoning: t.union([ReasoningBlockCodec, t.null]),
  lastCall: f.index,
  held: t.readonlyArray(HeldCallCodec),
  misindexed: t.boolean,
  messages: t.boolean,
  beside: BesideCodec
})

/**
 * The codec of the state of every provider of OpenAI Chat.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatStateCodec: t.Type<ChatState, unknown> = t.type({
  id: t.boolean,
  model: t.string,
  choices: t.readonlyArray(ChoiceStateCodec),
  sources: t.readonlyArray(t.unknown),
  sourcesSize: f.natural,
  counted: t.type({ input: t.boolean, output: t.boolean }),
  ignored: f.list(t.string)
})
