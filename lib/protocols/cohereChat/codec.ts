/**
 * The wire of Cohere's chat, version 2, streamed and whole. The fields of a message or a delta are `unknown`: they are
 * checked when they are read, and cannot fail the event.
 *
 * Source: https://docs.cohere.com/reference/chat-stream, https://docs.cohere.com/reference/chat
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { fuse } from '../../codec/fuse.ts'
import { nullable } from '../../codec/nullable.ts'

const text = nullable(t.string)

const Counts = t.partial(
  { input_tokens: t.unknown, output_tokens: t.unknown, reasoning_tokens: t.unknown },
  'CohereCounts'
)

const cohereUsage = t.partial(
  {
    /** The billed tokens. */
    billed_units: nullable(Counts),
    /** The tokens read and written, of which some are not billed. */
    tokens: nullable(Counts),
    /** The number of input tokens read from the cache. */
    cached_tokens: t.unknown
  },
  'CohereUsage'
)

/**
 * A value of the codec `CohereUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereUsage extends t.TypeOf<typeof cohereUsage> {}

/**
 * The counts of the tokens of an answer.
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereUsage: t.Type<CohereUsage> = cohereUsage

const cohereMessage = t.partial(
  {
    content: t.unknown,
    tool_plan: t.unknown,
    tool_calls: t.unknown,
    citations: t.unknown
  },
  'CohereMessage'
)

/**
 * A value of the codec `CohereMessage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereMessage extends t.TypeOf<typeof cohereMessage> {}

/**
 * The new part of a message: one of these fields, as an object even if a complete answer has a list.
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereMessage: t.Type<CohereMessage> = cohereMessage

const cohereChunk = fuse(
  t.partial(
    {
      type: text,
      id: t.unknown,
      /** Contents, calls and citations are numbered separately. */
      index: t.unknown,
      delta: nullable(
        t.partial({
          message: nullable(CohereMessage),
          finish_reason: text,
          usage: nullable(CohereUsage),
          error: t.unknown
        })
      )
    },
    'CohereChunk'
  )
)

/**
 * A value of the codec `CohereChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereChunk extends t.TypeOf<typeof cohereChunk> {}

/**
 * One event of a stream; its `type` determines its fields.
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereChunk: t.Type<CohereChunk> = cohereChunk

const cohereResponse = t.intersection(
  [t.type({ message: CohereMessage }), t.partial({ id: t.unknown, finish_reason: text, usage: nullable(CohereUsage) })],
  'CohereResponse'
)

/**
 * A value of the codec `CohereResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereResponse extends t.TypeOf<typeof cohereResponse> {}

/**
 * A complete answer as one JSON body.
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereResponse: t.Type<CohereResponse> = cohereResponse
