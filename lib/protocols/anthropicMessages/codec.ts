/**
 * The wire of Anthropic Messages, as providers really send it. Every field may be absent or null, unknown fields are
 * kept, enumerations are plain strings. New kinds of blocks and deltas appear often and may use any field name for
 * anything, so the fields of a block or a delta are `unknown`: they are checked by the type of the block, and cannot
 * fail the event.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming, https://platform.claude.com/docs/en/api/messages
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { nullable } from '../../codec/nullable.ts'
import { withFastIs } from '../../codec/withFastIs.ts'
import { isAnthropicChunk } from './isAnthropicChunk.ts'

const text = nullable(t.string)

// -------------------------------------------------------------------------------------
// parts of an event
// -------------------------------------------------------------------------------------

const anthropicBlock = t.partial(
  {
    type: text,
    id: t.unknown,
    name: t.unknown,
    text: t.unknown,
    citations: t.unknown,
    thinking: t.unknown,
    signature: t.unknown,
    data: t.unknown,
    /** In a stream the placeholder `{}`. */
    input: t.unknown,
    tool_use_id: t.unknown
  },
  'AnthropicBlock'
)

/**
 * A value of the codec `AnthropicBlock`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicBlock extends t.TypeOf<typeof anthropicBlock> {}

/**
 * A content block: whole in a JSON body, as it begins in a stream.
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicBlock: t.Type<AnthropicBlock> = anthropicBlock

const anthropicDelta = t.partial(
  {
    type: text,
    text: t.unknown,
    thinking: t.unknown,
    signature: t.unknown,
    partial_json: t.unknown,
    citation: t.unknown,
    content: t.unknown,
    stop_reason: text
  },
  'AnthropicDelta'
)

/**
 * A value of the codec `AnthropicDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicDelta extends t.TypeOf<typeof anthropicDelta> {}

/**
 * The new part of a block, or of the message.
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicDelta: t.Type<AnthropicDelta> = anthropicDelta

const anthropicUsage = t.partial(
  {
    /** Without tokens that were read from the cache or written to it. */
    input_tokens: t.unknown,
    cache_creation_input_tokens: t.unknown,
    cache_read_input_tokens: t.unknown,
    output_tokens: t.unknown,
    /** The number of them that were thinking. */
    output_tokens_details: t.unknown
  },
  'AnthropicUsage'
)

/**
 * A value of the codec `AnthropicUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicUsage extends t.TypeOf<typeof anthropicUsage> {}

/**
 * The counts of the tokens of an answer.
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicUsage: t.Type<AnthropicUsage> = anthropicUsage

const InvocationMetrics = t.partial(
  {
    inputTokenCount: t.unknown,
    outputTokenCount: t.unknown,
    cacheReadInputTokenCount: t.unknown,
    cacheWriteInputTokenCount: t.unknown
  },
  'InvocationMetrics'
)

const messageProps = {
  id: t.unknown,
  model: t.unknown,
  role: t.unknown,
  stop_reason: text,
  stop_sequence: t.unknown,
  usage: nullable(AnthropicUsage)
}

// -------------------------------------------------------------------------------------
// codecs
// -------------------------------------------------------------------------------------

const anthropicChunk = withFastIs(
  t.partial(
    {
      type: text,
      index: t.unknown,
      /** Its content is almost always empty. */
      message: nullable(t.partial({ ...messageProps, content: t.unknown })),
      content_block: nullable(AnthropicBlock),
      delta: nullable(AnthropicDelta),
      usage: nullable(AnthropicUsage),
      /** Bedrock's own counts, at the end. */
      'amazon-bedrock-invocationMetrics': nullable(InvocationMetrics)
    },
    'AnthropicChunk'
  ),
  isAnthropicChunk
)

/**
 * A value of the codec `AnthropicChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicChunk extends t.TypeOf<typeof anthropicChunk> {}

/**
 * One event of a stream; its `type` determines its fields.
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicChunk: t.Type<AnthropicChunk> = anthropicChunk

const anthropicResponse = t.intersection(
  [t.type({ content: t.array(AnthropicBlock) }), t.partial({ type: text, ...messageProps })],
  'AnthropicResponse'
)

/**
 * A value of the codec `AnthropicResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicResponse extends t.TypeOf<typeof anthropicResponse> {}

/**
 * A complete answer as one JSON body. It is decoded once, so it needs no fast guard.
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicResponse: t.Type<AnthropicResponse> = anthropicResponse
