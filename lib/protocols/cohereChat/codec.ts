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

/**
 * @category codecs
 * @since 0.1.0
 */
export const CohereUsage = t.partial(
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
 * @category codecs
 * @since 0.1.0
 */
export type CohereUsage = t.TypeOf<typeof CohereUsage>

/**
 * What is new in a message: one of these, and it is an object also where the whole answer has a list.
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereMessage = t.partial(
  {
    content: t.unknown,
    tool_plan: t.unknown,
    tool_calls: t.unknown,
    citations: t.unknown
  },
  'CohereMessage'
)

/**
 * @category codecs
 * @since 0.1.0
 */
export type CohereMessage = t.TypeOf<typeof CohereMessage>

/**
 * One event of a stream; `type` tells which fields it has.
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereChunk = fuse(
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
 * @category codecs
 * @since 0.1.0
 */
export type CohereChunk = t.TypeOf<typeof CohereChunk>

/**
 * A whole answer as one JSON body.
 *
 * @category codecs
 * @since 0.1.0
 */
export const CohereResponse = t.intersection(
  [t.type({ message: CohereMessage }), t.partial({ id: t.unknown, finish_reason: text, usage: nullable(CohereUsage) })],
  'CohereResponse'
)

/**
 * @category codecs
 * @since 0.1.0
 */
export type CohereResponse = t.TypeOf<typeof CohereResponse>
