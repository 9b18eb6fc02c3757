/**
 * The events of a stream.
 *
 * @since 0.1.0
 */
import { numeric } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { AnthropicContextManagement, AnthropicInputTransformation } from './besides.ts'
import { AnthropicBlock } from './blocks.ts'
import { AnthropicDelta } from './deltas.ts'
import { AnthropicErrorEvent } from './error.ts'
import { AnthropicMessage, AnthropicMessageChange } from './message.ts'
import { AnthropicInvocationMetrics, AnthropicUsage } from './usage.ts'

const messageStart = () => ({
  type: kind('message_start'),
  message: AnthropicMessage
})

/**
 * A value of the codec `AnthropicMessageStart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicMessageStart extends Fields<typeof messageStart> {}

/**
 * The message begins.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicMessageStart = /* @__PURE__ */ open<AnthropicMessageStart>('AnthropicMessageStart', messageStart)

const contentBlockStart = () => ({
  type: kind('content_block_start'),
  /** The place of the block among the blocks of the message, from 0. */
  index: maybe(numeric),
  content_block: AnthropicBlock
})

/**
 * A value of the codec `AnthropicContentBlockStart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicContentBlockStart extends Fields<typeof contentBlockStart> {}

/**
 * A block begins.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicContentBlockStart = /* @__PURE__ */ open<AnthropicContentBlockStart>(
  'AnthropicContentBlockStart',
  contentBlockStart
)

const contentBlockDelta = () => ({
  type: kind('content_block_delta'),
  /** The place of the block among the blocks of the message, from 0. */
  index: maybe(numeric),
  delta: AnthropicDelta
})

/**
 * A value of the codec `AnthropicContentBlockDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicContentBlockDelta extends Fields<typeof contentBlockDelta> {}

/**
 * More of a block.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicContentBlockDelta = /* @__PURE__ */ open<AnthropicContentBlockDelta>(
  'AnthropicContentBlockDelta',
  contentBlockDelta
)

const contentBlockStop = () => ({
  type: kind('content_block_stop'),
  /** The place of the block among the blocks of the message, from 0. */
  index: maybe(numeric)
})

/**
 * A value of the codec `AnthropicContentBlockStop`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicContentBlockStop extends Fields<typeof contentBlockStop> {}

/**
 * A block ends.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicContentBlockStop = /* @__PURE__ */ open<AnthropicContentBlockStop>(
  'AnthropicContentBlockStop',
  contentBlockStop
)

const messageDelta = () => ({
  type: kind('message_delta'),
  delta: maybe(AnthropicMessageChange),
  /** Running totals; fields that did not change may be missing. */
  usage: maybe(AnthropicUsage),
  context_management: maybe(AnthropicContextManagement),
  input_transformations: maybe(list(AnthropicInputTransformation))
})

/**
 * A value of the codec `AnthropicMessageDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicMessageDelta extends Fields<typeof messageDelta> {}

/**
 * The end of the message: its stop reason and its usage.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicMessageDelta = /* @__PURE__ */ open<AnthropicMessageDelta>('AnthropicMessageDelta', messageDelta)

const messageStop = () => ({
  type: kind('message_stop'),
  /** On Amazon Bedrock. */
  'amazon-bedrock-invocationMetrics': maybe(AnthropicInvocationMetrics)
})

/**
 * A value of the codec `AnthropicMessageStop`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicMessageStop extends Fields<typeof messageStop> {}

/**
 * The message ends.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicMessageStop = /* @__PURE__ */ open<AnthropicMessageStop>('AnthropicMessageStop', messageStop)

const ping = () => ({
  type: kind('ping')
})

/**
 * A value of the codec `AnthropicPing`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicPing extends Fields<typeof ping> {}

/**
 * A sign of life.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicPing = /* @__PURE__ */ open<AnthropicPing>('AnthropicPing', ping)

/**
 * A value of the codec `AnthropicChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicChunk =
  | AnthropicMessageStart
  | AnthropicContentBlockStart
  | AnthropicContentBlockDelta
  | AnthropicContentBlockStop
  | AnthropicMessageDelta
  | AnthropicMessageStop
  | AnthropicPing
  | AnthropicErrorEvent
  | Other

/**
 * One event of a stream. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicChunk = /* @__PURE__ */ tagged<AnthropicChunk>('AnthropicChunk', () => ({
  message_start: AnthropicMessageStart,
  content_block_start: AnthropicContentBlockStart,
  content_block_delta: AnthropicContentBlockDelta,
  content_block_stop: AnthropicContentBlockStop,
  message_delta: AnthropicMessageDelta,
  message_stop: AnthropicMessageStop,
  ping: AnthropicPing,
  error: AnthropicErrorEvent
}))
