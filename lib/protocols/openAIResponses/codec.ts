/**
 * The wire of OpenAI Responses, as providers really send it. Every field may be absent or null, unknown fields, events
 * and kinds of items are kept, enumerations are plain strings. There are many kinds of items, known and unknown, so
 * their fields are checked when they are read: they are available, and cannot fail the event.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { nullable } from '../../codec/nullable.ts'
import { withFastIs } from '../../codec/withFastIs.ts'
import { isResponsesChunk } from './isResponsesChunk.ts'

// -------------------------------------------------------------------------------------
// parts of an event
// -------------------------------------------------------------------------------------

const responsesItem = t.partial(
  {
    type: t.unknown,
    id: t.unknown,
    call_id: t.unknown,
    status: t.unknown,
    role: t.unknown,
    phase: t.unknown,
    content: t.unknown,
    summary: t.unknown,
    encrypted_content: t.unknown,
    name: t.unknown,
    arguments: t.unknown,
    input: t.unknown
  },
  'ResponsesItem'
)

/**
 * A value of the codec `ResponsesItem`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesItem extends t.TypeOf<typeof responsesItem> {}

/**
 * An item of the output: a message, a call, reasoning, a tool run by the provider.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesItem: t.Type<ResponsesItem> = responsesItem

const responsesUsage = t.partial(
  {
    input_tokens: t.unknown,
    output_tokens: t.unknown,
    total_tokens: t.unknown,
    input_tokens_details: nullable(t.partial({ cached_tokens: t.unknown, cache_write_tokens: t.unknown })),
    output_tokens_details: nullable(t.partial({ reasoning_tokens: t.unknown })),
    cost: t.unknown,
    // xAI: ticks of 10^-10 dollars.
    cost_in_usd_ticks: t.unknown
  },
  'ResponsesUsage'
)

/**
 * A value of the codec `ResponsesUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesUsage extends t.TypeOf<typeof responsesUsage> {}

/**
 * The counts of the tokens of an answer, and its cost.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesUsage: t.Type<ResponsesUsage> = responsesUsage

const responseProps = {
  id: t.unknown,
  object: t.unknown,
  model: t.unknown,
  status: t.unknown,
  store: t.unknown,
  error: t.unknown,
  incomplete_details: nullable(t.partial({ reason: t.unknown })),
  usage: nullable(ResponsesUsage)
}

const responsesSnapshot = t.partial({ ...responseProps, output: nullable(t.array(ResponsesItem)) }, 'ResponsesSnapshot')

/**
 * A value of the codec `ResponsesSnapshot`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesSnapshot extends t.TypeOf<typeof responsesSnapshot> {}

/**
 * The response so far, which some events carry.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesSnapshot: t.Type<ResponsesSnapshot> = responsesSnapshot

// -------------------------------------------------------------------------------------
// codecs
// -------------------------------------------------------------------------------------

const responsesChunk = withFastIs(
  t.partial(
    {
      type: t.unknown,
      sequence_number: t.unknown,
      output_index: t.unknown,
      content_index: t.unknown,
      summary_index: t.unknown,
      annotation_index: t.unknown,
      item_id: t.unknown,
      call_id: t.unknown,
      response: nullable(ResponsesSnapshot),
      item: nullable(ResponsesItem),
      part: t.unknown,
      annotation: t.unknown,
      delta: t.unknown,
      // The whole text, in the event that ends it.
      text: t.unknown,
      refusal: t.unknown,
      arguments: t.unknown,
      input: t.unknown,
      code: t.unknown
    },
    'ResponsesChunk'
  ),
  isResponsesChunk
)

/**
 * A value of the codec `ResponsesChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesChunk extends t.TypeOf<typeof responsesChunk> {}

/**
 * One event of a stream, as any provider of the protocol may send it.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesChunk: t.Type<ResponsesChunk> = responsesChunk

const responsesResponse = t.intersection(
  [t.type({ output: t.array(ResponsesItem) }), t.partial(responseProps)],
  'ResponsesResponse'
)

/**
 * A value of the codec `ResponsesResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesResponse extends t.TypeOf<typeof responsesResponse> {}

/**
 * A complete answer as one JSON body. It is decoded once, so it needs no fast guard.
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesResponse: t.Type<ResponsesResponse> = responsesResponse
