/**
 * The wire of Bedrock's Converse, streamed and whole. An event is an object with one field, named after the event, as
 * in the SDKs of AWS. The fields of a block or a delta are `unknown`: they are checked when they are read, and cannot
 * fail the event.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html,
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { fuse } from '../../codec/fuse.ts'
import { nullable } from '../../codec/nullable.ts'

const text = nullable(t.string)

// -------------------------------------------------------------------------------------
// parts of an event
// -------------------------------------------------------------------------------------

const converseDelta = t.partial(
  {
    text: t.unknown,
    toolUse: t.unknown,
    toolResult: t.unknown,
    reasoningContent: t.unknown,
    citation: t.unknown,
    image: t.unknown
  },
  'ConverseDelta'
)

/**
 * A value of the codec `ConverseDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ConverseDelta extends t.TypeOf<typeof converseDelta> {}

/**
 * The new part of a block: one of these fields.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ConverseDelta: t.Type<ConverseDelta> = converseDelta

const converseUsage = t.partial(
  {
    /** Without tokens that were read from the cache or written to it. */
    inputTokens: t.unknown,
    outputTokens: t.unknown,
    /** Includes the cache. */
    totalTokens: t.unknown,
    cacheReadInputTokens: t.unknown,
    cacheWriteInputTokens: t.unknown,
    // Their names where Amazon's models are invoked without Converse.
    cacheReadInputTokenCount: t.unknown,
    cacheWriteInputTokenCount: t.unknown
  },
  'ConverseUsage'
)

/**
 * A value of the codec `ConverseUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ConverseUsage extends t.TypeOf<typeof converseUsage> {}

/**
 * The counts of the tokens of an answer.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ConverseUsage: t.Type<ConverseUsage> = converseUsage

const index = { contentBlockIndex: t.unknown }

// -------------------------------------------------------------------------------------
// codecs
// -------------------------------------------------------------------------------------

const converseChunk = fuse(
  t.partial(
    {
      messageStart: nullable(t.partial({ role: t.unknown })),
      /** Missing for text and reasoning. */
      contentBlockStart: nullable(t.partial({ ...index, start: t.unknown })),
      contentBlockDelta: nullable(t.partial({ ...index, delta: nullable(ConverseDelta) })),
      contentBlockStop: nullable(t.partial(index)),
      messageStop: nullable(t.partial({ stopReason: text, additionalModelResponseFields: t.unknown })),
      metadata: nullable(t.partial({ usage: nullable(ConverseUsage), metrics: t.unknown, trace: t.unknown }))
    },
    'ConverseChunk'
  )
)

/**
 * A value of the codec `ConverseChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ConverseChunk extends t.TypeOf<typeof converseChunk> {}

/**
 * One event of a stream.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ConverseChunk: t.Type<ConverseChunk> = converseChunk

const converseResponse = t.intersection(
  [
    t.type({
      output: t.type({
        message: t.intersection([t.type({ content: t.array(t.UnknownRecord) }), t.partial({ role: t.unknown })])
      })
    }),
    t.partial({ stopReason: text, usage: nullable(ConverseUsage), metrics: t.unknown, trace: t.unknown })
  ],
  'ConverseResponse'
)

/**
 * A value of the codec `ConverseResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ConverseResponse extends t.TypeOf<typeof converseResponse> {}

/**
 * A complete answer as one JSON body.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ConverseResponse: t.Type<ConverseResponse> = converseResponse
