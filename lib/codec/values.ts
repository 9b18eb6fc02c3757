/**
 * io-ts codecs of the values, for states that were written down. They stand apart from the values, so that who saves no
 * state pays nothing for them.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import type { Failure } from '../data/Failure.ts'
import type { FinishReason } from '../data/FinishReason.ts'
import type { Head } from '../data/Head.ts'
import type { Choice, Message } from '../data/Message.ts'
import type { Part } from '../data/Part.ts'
import type { Repair } from '../data/Repair.ts'
import type { ToolCall } from '../data/ToolCall.ts'
import type { Usage } from '../data/Usage.ts'
import * as f from './fields.ts'

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/** @internal */
export const tagged = <Tag extends string, P extends t.Props, Q extends t.Props>(_tag: Tag, props: P, some: Q) =>
  t.intersection([t.type({ _tag: t.literal(_tag), ...props }), t.partial(some)], _tag)

// -------------------------------------------------------------------------------------
// codecs
// -------------------------------------------------------------------------------------

const position = { atByte: f.natural, atEvent: f.natural }
const fault = { message: t.string, ...position }

/** @internal */
export const FailureCodec: t.Type<Failure, unknown> = t.union([
  tagged('LineTooLong', { ...fault, limit: f.amount }, {}),
  tagged('EventTooLarge', { ...fault, limit: f.amount }, {}),
  tagged('TruncatedFrame', { ...fault, length: f.natural }, {}),
  tagged('BadChecksum', fault, {}),
  tagged('MalformedJson', { ...fault, length: f.natural }, {}),
  tagged('DepthExceeded', { ...fault, limit: f.amount }, {}),
  tagged('DecodeFailure', { ...fault, errors: t.readonlyArray(t.type({ path: t.string, expected: t.string })) }, {}),
  tagged('ProviderFailure', fault, {
    code: t.union([t.string, t.number]),
    type: t.string,
    status: f.natural,
    upstream: t.string,
    detail: t.string,
    retryAfter: f.amount
  }),
  tagged('HttpFailure', { ...fault, status: f.natural }, { retryAfter: f.amount }),
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
      limit: f.amount
    },
    {}
  ),
  tagged('IdleTimeout', { ...fault, milliseconds: f.amount }, {}),
  tagged('TransportFailure', fault, { code: t.string })
])

const ofCall = t.keyof({
  SlotReused: null,
  IndexDrift: null,
  NameRepeated: null,
  NameContinued: null,
  IdIgnored: null,
  IdReplaced: null,
  SyntheticId: null,
  ArgumentsSerialised: null,
  NamelessCall: null
})

/** @internal */
export const RepairTag: t.Type<Repair['_tag'], unknown> = t.union([
  ofCall,
  t.keyof({ InvalidIndex: null, FlushedAtEnd: null, EventSplit: null })
])

/** @internal */
export const RepairCodec: t.Type<Repair, unknown> = t.union([
  t.type({ _tag: ofCall, choice: f.natural, key: f.natural }),
  t.type({ _tag: t.literal('InvalidIndex'), choice: f.natural }),
  t.type({ _tag: t.keyof({ FlushedAtEnd: null, EventSplit: null }), ...position })
])

/** @internal */
export const HeadCodec: t.Type<Head, unknown> = t.partial({
  status: f.natural,
  contentType: t.string,
  retryAfter: f.amount
})

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
  inputTokens: f.natural,
  outputTokens: f.natural,
  totalTokens: f.natural,
  cacheReadInputTokens: f.natural,
  cacheCreationInputTokens: f.natural,
  reasoningOutputTokens: f.natural,
  cost: f.amount,
  raw: t.unknown
})

const callProps = { key: f.natural, id: t.string, name: t.string, arguments: t.string }
const mediaProps = {
  key: f.natural,
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
  tagged('Text', { key: f.natural, text: t.string }, { extra: t.UnknownRecord }),
  tagged(
    'Reasoning',
    { key: f.natural, kind: ReasoningKindCodec, text: t.string, signature: t.string },
    { data: t.string, id: t.string, format: t.string, index: t.number }
  ),
  tagged('Refusal', { key: f.natural, text: t.string }, {}),
  tagged('Unrecognised', { key: f.natural, raw: t.unknown }, {}),
  tagged('ServerToolCall', { ...callProps, kind: t.string }, { extra: t.UnknownRecord }),
  tagged('ServerToolResult', { key: f.natural, kind: t.string, id: t.string, raw: t.unknown }, {}),
  tagged(
    'Citation',
    { key: f.natural, raw: t.unknown },
    { of: f.natural, url: t.string, title: t.string, text: t.string, start: t.number, end: t.number }
  ),
  tagged('Image', mediaProps, { extra: t.UnknownRecord }),
  tagged('File', mediaProps, { extra: t.UnknownRecord }),
  ToolCallCodec
])

const ChoiceCodec: t.Type<Choice, unknown> = t.intersection([
  t.type({ index: f.natural, parts: t.readonlyArray(PartCodec) }),
  t.partial({ finishReason: FinishReasonCodec, rawFinishReason: t.string })
])

/** @internal */
export const MessageCodec: t.Type<Message, unknown> = t.intersection([
  t.type({ choices: t.readonlyArray(ChoiceCodec) }),
  t.partial({ id: t.string, model: t.string, usage: UsageCodec })
])
