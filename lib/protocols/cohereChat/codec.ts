/**
 * The wire of Cohere's chat, version 2, streamed and whole. What a message or a delta of it holds is `unknown`: it is judged
 * where it is read, and cannot fail the event.
 *
 * Source: https://docs.cohere.com/reference/chat-stream, https://docs.cohere.com/reference/chat
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { fuse } from '../../codec/fuse.ts'
import { nullable } from '../../codec/nullable.ts'

const text = nullable(t.string)

const Counts = t.partial({ input_tokens: t.unknown, output_tokens: t.unknown }, 'CohereCounts')

const cohereUsage = t.partial(
  {
    /** What is paid for. */
    billed_units: nullable(Counts),
    /** What was read and written, which is more than what is paid for. */
    tokens: nullable(Counts),
    /** How many tokens of the input came from the cache. */
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
 * What is new in a message: one of these, and it is an object also where the whole answer has a list.
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
      /** Contents, calls and citations are counted apart. */
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
 * One event of a stream; `type` tells which fields it has.
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
 * A whole answer as one JSON body.
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereResponse: t.Type<CohereResponse> = cohereResponse
