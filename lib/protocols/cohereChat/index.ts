import { asItCame } from '../../codec/asItCame.ts'
import { field } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { sseFraming } from '../../machine/framing/frames.ts'
import type { Emit } from '../../machine/Machine.ts'
import { heldOf } from '../callBlocks.ts'
import { withIgnored } from '../ignored.ts'
import { isCohereEvent } from '../marks.ts'
import type { Protocol } from '../Protocol.ts'
import type { Provider, ProviderDefaults, ProviderOptions } from '../Provider.ts'
import { makeProvider } from '../Provider.ts'
import type { Counts } from '../sizes.ts'
import { lengthOf, noCounts } from '../sizes.ts'
import { cohereError } from './errors.ts'
import { cohereLost, cohereMachine, cohereStep } from './machine.ts'
import type { CohereAssistantMessage, CohereToolMessage } from './request.ts'
import { cohereRequest } from './request.ts'
import type { CohereState } from './state.ts'
import { eventsOf } from './whole.ts'
import { CohereChunk } from './wire/events.ts'
import { CohereResponse } from './wire/response.ts'

const answer = (response: CohereResponse, emit: Emit<Delta>): CohereState =>
  eventsOf(response).reduce(
    (state, event) => cohereStep(state, event, emit),
    withIgnored(cohereMachine.initial, response, emit)
  )

const counts = (json: unknown): Counts => {
  const message = field(json, 'message') ?? field(field(json, 'delta'), 'message')
  return {
    ...noCounts,
    calls: lengthOf(field(message, 'tool_calls')),
    parts: Math.max(lengthOf(field(message, 'content')), lengthOf(field(message, 'citations')))
  }
}

/**
 * A provider of Cohere's chat, version 2.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereChatProvider extends Provider<
  CohereChunk,
  CohereResponse,
  CohereState,
  CohereAssistantMessage,
  CohereToolMessage,
  CohereAssistantMessage | CohereToolMessage
> {}

const cohereChat: Protocol<CohereChunk, CohereResponse, CohereState> = {
  name: 'cohere-chat',
  version: 1,
  chunk: CohereChunk,
  response: CohereResponse,
  machine: cohereMachine,
  lost: cohereLost,
  held: heldOf,
  counts,
  free: [
    'index',
    'delta.message.content.text',
    'delta.message.content.thinking',
    'delta.message.tool_calls.function.arguments'
  ],
  knows: (wire) => isCohereEvent(asItCame(wire)),
  ended: ({ ended }) => ended,
  finished: ({ finish }) => finish !== '',
  answer
}

const defaults: ProviderDefaults<
  CohereChunk,
  CohereResponse,
  CohereState,
  CohereAssistantMessage,
  CohereToolMessage,
  CohereAssistantMessage | CohereToolMessage
> = {
  protocol: cohereChat,
  framing: sseFraming,
  terminal: 'event',
  error: cohereError,
  request: cohereRequest
}

/**
 * A provider of Cohere's chat, version 2, with its typed events. By default it sends server-sent events and ends with
 * `message-end`.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @example
 * import { cohereChatProvider, foldBody, messageText } from 'deltafold'
 *
 * const mine = cohereChatProvider({ name: 'mine', source: 'https://example.com/docs/chat' })
 * const events = [
 *   { type: 'content-start', index: 0, delta: { message: { content: { type: 'text', text: '' } } } },
 *   { type: 'content-delta', index: 0, delta: { message: { content: { text: 'Hi' } } } },
 *   { type: 'message-end', delta: { finish_reason: 'COMPLETE' } }
 * ]
 * const { _tag, message } = foldBody(mine, events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''))
 * assert.deepStrictEqual([_tag, messageText(message)], ['Complete', 'Hi'])
 *
 * @category constructors
 * @since 0.1.0
 */
export const cohereChatProvider = (options: ProviderOptions): CohereChatProvider => makeProvider(defaults, options)
