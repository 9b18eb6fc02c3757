/**
 * io-ts codecs of the values, for states that were written down. They stand apart from the values, so that who saves no
 * state pays nothing for them.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import type { Failure } from '../data/Failure.ts'
import type { FinishReason } from '../data/FinishReason.ts'
import type { Choice, Message } from '../data/Message.ts'
import type { Part } from '../data/Part.ts'
import type { Repair } from '../data/Repair.ts'
import type { ToolCall } from '../data/ToolCall.ts'
import type { Usage } from '../data/Usage.ts'

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/** @internal */
export const tagged = <Tag extends string, P extends t.Props, Q extends t.Props>(_tag: Tag, props: P, some: Q) =>
  t.intersection([t.type({ _tag: t.literal(_tag), ...props }), t.partial(some)], _tag)

// -------------------------------------------------------------------------------------
// codecs
// -------------------------------------------------------------------------------------

const position = { atByte: t.number, atEvent: t.number }
const fault = { message: t.string, ...position }

/** @internal */
export const FailureCodec: t.Type<Failure, unknown> = t.union([
  tagged('LineTooLong', { ...fault, limit: t.number }, {}),
  tagged('EventTooLarge', { ...fault, limit: t.number }, {}),
  tagged('TruncatedFrame', { ...fault, length: t.number }, {}),
  tagged('BadChecksum', fault, {}),
  tagged('MalformedJson', { ...fault, length: t.number }, {}),
  tagged('DepthExceeded', { ...fault, limit: t.number }, {}),
  tagged('DecodeFailure', { ...fault, errors: t.readonlyArray(t.type({ path: t.string, expected: t.string })) }, {}),
  tagged('ProviderFailure', fault, {
    code: t.union([t.string, t.number]),
    type: t.string,
    status: t.number,
    upstream: t.string,
    detail: t.string,
    retryAfter: t.number
  }),
  tagged('HttpFailure', { ...fault, status: t.number }, { retryAfter: t.number }),
  tagged('NotAStream', fault, {}),
  tagged('NoEvents', fault, {}),
  tagged(
    'LimitExceeded',
    {
      ...fault,
      of: t.keyof({
        events: null,
        failures: null,
        arguments: null,
        message: null,
        parts: null,
        calls: null,
        choices: null
      }),
      limit: t.number
    },
    {}
  ),
  tagged('IdleTimeout', { ...fault, milliseconds: t.number }, {}),
  tagged('TransportFailure', fault, { code: t.string })
])

const ofCall = t.keyof({
  SlotReused: null,
  IndexDrift: null,
  NameRepeated: null,
  NameContinued: null,
  IdIgnored: null,
  IdReplaced: null,
  IdReused: null,
  SyntheticId: null,
  ArgumentsSerialised: null,
  ArgumentsRepeated: null,
  DigitsLost: null,
  NamelessCall: null,
  TextContradicted: null,
  KindMismatch: null
})

/** @internal */
export const RepairTag: t.Type<Repair['_tag'], unknown> = t.union([
  ofCall,
  t.keyof({ InvalidIndex: null, MessageRestarted: null, FlushedAtEnd: null, EventSplit: null })
])

/** @internal */
export const RepairCodec: t.Type<Repair, unknown> = t.union([
  t.type({ _tag: ofCall, choice: t.number, key: t.number }),
  t.type({ _tag: t.keyof({ InvalidIndex: null, MessageRestarted: null }), choice: t.number }),
  t.type({ _tag: t.keyof({ FlushedAtEnd: null, EventSplit: null }), ...position })
])

/** @internal */
export const FinishReasonCodec: t.Type<FinishReason, unknown> = t.keyof({
  stop: null,
  length: null,
  content_filter: null,
  tool_call: null,
  error: null,
  other: null
})

/** @internal */
export const ReasoningKindCodec = t.keyof({ text: null, summary: null, encrypted: null })

/** @internal */
export const UsageCodec: t.Type<Usage, unknown> = t.partial({
  inputTokens: t.number,
  outputTokens: t.number,
  totalTokens: t.number,
  cacheReadInputTokens: t.number,
  cacheCreationInputTokens: t.number,
  reasoningOutputTokens: t.number,
  cost: t.number,
  raw: t.unknown
})

const callProps = { key: t.number, id: t.string, name: t.string, arguments: t.string }
const mediaProps = {
  key: t.number,
  id: t.string,
  mediaType: t.string,
  name: t.string,
  url: t.string,
  data: t.string,
  text: t.string
}
const ToolCallCodec: t.Type<ToolCall, unknown> = t.union([
  tagged('ToolCall', { ...callProps, state: t.literal('Open') }, { extra: t.UnknownRecord }),
  tagged('ToolCall', { ...callProps, state: t.literal('Truncated') }, { extra: t.UnknownRecord }),
  tagged('ToolCall', { ...callProps, state: t.literal('Closed') }, { extra: t.UnknownRecord })
])

const PartCodec: t.Type<Part, unknown> = t.union([
  tagged('Text', { key: t.number, text: t.string }, { extra: t.UnknownRecord }),
  tagged(
    'Reasoning',
    { key: t.number, kind: ReasoningKindCodec, text: t.string, signature: t.string },
    { data: t.string, id: t.string, format: t.string, index: t.number }
  ),
  tagged('Refusal', { key: t.number, text: t.string }, {}),
  tagged('Unrecognised', { key: t.number, raw: t.unknown }, {}),
  tagged('ServerToolCall', { ...callProps, kind: t.string }, { extra: t.UnknownRecord }),
  tagged('ServerToolResult', { key: t.number, kind: t.string, id: t.string, raw: t.unknown }, {}),
  tagged(
    'Citation',
    { key: t.number, raw: t.unknown },
    { of: t.number, url: t.string, title: t.string, text: t.string, start: t.number, end: t.number }
  ),
  tagged('Image', mediaProps, { extra: t.UnknownRecord }),
  tagged('File', mediaProps, { extra: t.UnknownRecord }),
  ToolCallCodec
])

const ChoiceCodec: t.Type<Choice, unknown> = t.intersection([
  t.type({ index: t.number, parts: t.readonlyArray(PartCodec) }),
  t.partial({ finishReason: FinishReasonCodec, rawFinishReason: t.string })
])

/** @internal */
export const MessageCodec: t.Type<Message, unknown> = t.intersection([
  t.type({ choices: t.readonlyArray(ChoiceCodec) }),
  t.partial({ id: t.string, model: t.string, usage: UsageCodec })
])
