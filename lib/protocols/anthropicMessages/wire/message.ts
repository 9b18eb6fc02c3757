/**
 * Messages.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { either } from '../../../codec/either.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import {
  AnthropicContainer,
  AnthropicContextManagement,
  AnthropicDiagnostics,
  AnthropicInputTransformation,
  AnthropicStopDetails
} from './besides.ts'
import { AnthropicBlock } from './blocks.ts'
import { AnthropicUsage } from './usage.ts'

const messageChange = () => ({
  /** Null until the end. */
  stop_reason: maybe(
    word(
      'end_turn',
      'max_tokens',
      'stop_sequence',
      'tool_use',
      'pause_turn',
      'refusal',
      'compaction',
      'model_context_window_exceeded'
    )
  ),
  /** The one of the request that was generated. */
  stop_sequence: maybe(t.string),
  stop_details: maybe(AnthropicStopDetails),
  container: maybe(AnthropicContainer)
})

const message = () => ({
  type: maybe(word('message')),
  id: maybe(textual),
  role: maybe(word('assistant')),
  model: maybe(t.string),
  ...messageChange(),
  usage: maybe(AnthropicUsage),
  context_management: maybe(AnthropicContextManagement),
  input_transformations: maybe(list(AnthropicInputTransformation)),
  diagnostics: maybe(AnthropicDiagnostics),
  /** Almost always empty. */
  content: maybe(either(list(AnthropicBlock), t.string))
})

/**
 * A value of the codec `AnthropicMessage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicMessage extends Fields<typeof message> {}

/**
 * The message at the start of a stream.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicMessage = /* @__PURE__ */ open<AnthropicMessage>('AnthropicMessage', message)

const response = () => ({
  ...message(),
  content: list(AnthropicBlock)
})

/**
 * A value of the codec `AnthropicResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicResponse extends Fields<typeof response> {}

/**
 * A complete answer as one JSON body.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicResponse = /* @__PURE__ */ open<AnthropicResponse>('AnthropicResponse', response)

/**
 * A value of the codec `AnthropicMessageChange`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicMessageChange extends Fields<typeof messageChange> {}

/**
 * The fields of the message that are known at its end.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicMessageChange = /* @__PURE__ */ open<AnthropicMessageChange>(
  'AnthropicMessageChange',
  messageChange
)
