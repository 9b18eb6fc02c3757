import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { sseFraming } from '../../machine/framing/frames.ts'
import type { Emit } from '../../machine/Machine.ts'
import { withIgnored } from '../ignored.ts'
import { isAnthropicEvent } from '../marks.ts'
import type { Protocol } from '../Protocol.ts'
import type { Provider, ProviderDefaults, ProviderOptions } from '../Provider.ts'
import { makeProvider } from '../Provider.ts'
import { lengthOf, noCounts } from '../sizes.ts'
import { anthropicBeside } from './beside.ts'
import { anthropicError } from './errors.ts'
import { anthropicEnded, anthropicHeld, anthropicLost, anthropicMachine } from './machine.ts'
import type { AnthropicAssistantMessage, AnthropicToolResult, AnthropicToolResults } from './request.ts'
import { anthropicRequest } from './request.ts'
import type { AnthropicState } from './state.ts'
import { eventsOf } from './whole.ts'
import { AnthropicChunk } from './wire/events.ts'
import { AnthropicResponse } from './wire/message.ts'

/**
 * A provider of Anthropic Messages.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicMessagesProvider extends Provider<
  AnthropicChunk,
  AnthropicResponse,
  AnthropicState,
  AnthropicAssistantMessage,
  AnthropicToolResult,
  AnthropicAssistantMessage | AnthropicToolResults
> {}

const answer = (response: AnthropicResponse, emit: Emit<Delta>): AnthropicState => {
  const { content, ...message } = response
  const events: ReadonlyArray<AnthropicChunk> = [
    { type: 'message_start', message: { ...message, stop_reason: null } },
    ...content.flatMap(eventsOf),
    { type: 'message_delta', delta: { stop_reason: message.stop_reason ?? null } },
    { type: 'message_stop' }
  ]
  const begun = withIgnored(anthropicMachine.initial, response, emit)
  return events.reduce((state, event) => anthropicMachine.step(state, event, emit), begun)
}

const anthropicMessages: Protocol<AnthropicChunk, AnthropicResponse, AnthropicState> = {
  name: 'anthropic-messages',
  version: 1,
  chunk: AnthropicChunk,
  response: AnthropicResponse,
  machine: anthropicMachine,
  lost: anthropicLost,
  held: anthropicHeld,
  beside: anthropicBeside,
  free: ['index', 'delta.text', 'delta.thinking', 'delta.partial_json', 'delta.signature'],
  counts: (json) => {
    const { content } = fieldsOf(json)
    const parts = lengthOf(content)
    return parts === 0 ? noCounts : { ...noCounts, parts }
  },
  knows: (wire) => isAnthropicEvent(asItCame(wire)),
  ended: anthropicEnded,
  finished: ({ finish }) => finish !== '',
  answer
}

const defaults: ProviderDefaults<
  AnthropicChunk,
  AnthropicResponse,
  AnthropicState,
  AnthropicAssistantMessage,
  AnthropicToolResult,
  AnthropicAssistantMessage | AnthropicToolResults
> = {
  protocol: anthropicMessages,
  framing: sseFraming,
  terminal: 'event',
  error: anthropicError,
  request: anthropicRequest
}

/**
 * A provider of Anthropic Messages: Claude on Anthropic's own API, on Vertex AI, on Bedrock, and compatible servers.
 * By default it sends server-sent events and ends with a stop reason and `message_stop`.
 *
 * Source: https://platform.claude.com/docs/en/api/messages, https://platform.claude.com/docs/en/build-with-claude/streaming
 *
 * @example
 * import { anthropicMessagesProvider, foldBody, messageText } from 'deltafold'
 *
 * const mine = anthropicMessagesProvider({ name: 'mine', source: 'https://example.com/docs/messages' })
 * const events = [
 *   { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
 *   { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hi' } },
 *   { type: 'message_delta', delta: { stop_reason: 'end_turn' } },
 *   { type: 'message_stop' }
 * ]
 * const { _tag, message } = foldBody(mine, events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''))
 * assert.deepStrictEqual([_tag, messageText(message)], ['Complete', 'Hi'])
 *
 * @category constructors
 * @since 0.1.0
 */
export const anthropicMessagesProvider = (options: ProviderOptions): AnthropicMessagesProvider =>
  makeProvider(defaults, options)
