/**
 * Anthropic Messages: Claude at its maker's, on Vertex AI and on Bedrock. A provider is this machine with a name, and with
 * the wrapping that its transport puts around the events.
 *
 * Source: https://platform.claude.com/docs/en/api/messages, https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @since 0.1.0
 */
import { fieldsOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { sseFraming } from '../../machine/framing/frames.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { Provider } from '../Provider.ts'
import { lengthOf, noCounts } from '../sizes.ts'
import { AnthropicChunk, AnthropicResponse } from './codec.ts'
import { anthropicError } from './errors.ts'
import { anthropicEnded, anthropicHeld, anthropicLost, anthropicMachine } from './machine.ts'
import type { AnthropicAssistantMessage, AnthropicToolResult } from './request.ts'
import { anthropicAssistantMessage, anthropicToolResult } from './request.ts'
import type { AnthropicState } from './state.ts'
import { eventsOf } from './whole.ts'

/**
 * A provider that speaks the protocol.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicProvider = Provider<
  AnthropicChunk,
  AnthropicResponse,
  AnthropicState,
  AnthropicAssistantMessage,
  AnthropicToolResult
>

/**
 * What makes a speaker of the protocol.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicDialect
  extends
    Pick<AnthropicProvider, 'name' | 'source'>,
    Partial<Pick<AnthropicProvider, 'framing' | 'error'>>,
    Pick<AnthropicProvider, 'unwrap'> {}

const answer = ({ content, ...message }: AnthropicResponse, emit: Emit<Delta>): AnthropicState => {
  const events: ReadonlyArray<AnthropicChunk> = [
    { type: 'message_start', message: { ...message, stop_reason: null } },
    ...content.flatMap(eventsOf),
    { type: 'message_delta', delta: { stop_reason: message.stop_reason ?? null } },
    { type: 'message_stop' }
  ]
  return events.reduce((state, event) => anthropicMachine.step(state, event, emit), anthropicMachine.initial)
}

/**
 * A provider that speaks the protocol.
 *
 * @example
 * import { anthropicMessagesProvider, foldBody, messageText } from 'deltafold'
 *
 * const mine = anthropicMessagesProvider({ name: 'mine', source: 'https://example.com/docs/messages' })
 * const events = [
 *   { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
 *   { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hi' } },
 *   { type: 'message_stop' }
 * ]
 * const { _tag, message } = foldBody(mine, events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''))
 * assert.deepStrictEqual([_tag, messageText(message)], ['Complete', 'Hi'])
 *
 * @category constructors
 * @since 0.1.0
 */
export const anthropicMessagesProvider = (dialect: AnthropicDialect): AnthropicProvider => ({
  framing: sseFraming,
  error: anthropicError,
  ...dialect,
  terminal: 'event',
  chunk: AnthropicChunk,
  response: AnthropicResponse,
  machine: anthropicMachine,
  lost: anthropicLost,
  held: anthropicHeld,
  counts: (json) => {
    const { content } = fieldsOf(json)
    const parts = lengthOf(content)
    return parts === 0 ? noCounts : { ...noCounts, parts }
  },
  ended: anthropicEnded,
  answer,
  assistantMessage: anthropicAssistantMessage,
  toolResult: anthropicToolResult
})
