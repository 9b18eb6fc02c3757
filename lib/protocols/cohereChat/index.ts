/**
 * Cohere's chat, version 2: typed events.
 *
 * Source: https://docs.cohere.com/reference/chat-stream
 *
 * @since 0.1.0
 */
import { field } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { sseFraming } from '../../machine/framing/frames.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { Provider } from '../Provider.ts'
import type { Counts } from '../sizes.ts'
import { lengthOf, noCounts, nothingHeld } from '../sizes.ts'
import { CohereChunk, CohereResponse } from './codec.ts'
import { cohereError } from './errors.ts'
import { cohereLost, cohereMachine } from './machine.ts'
import type { CohereAssistantMessage, CohereToolMessage } from './request.ts'
import { cohereAssistantMessage, cohereToolMessage } from './request.ts'
import type { CohereState } from './state.ts'
import { eventsOf } from './whole.ts'

const answer = (response: CohereResponse, emit: Emit<Delta>): CohereState =>
  eventsOf(response).reduce((state, event) => cohereMachine.step(state, event, emit), cohereMachine.initial)

const counts = (json: unknown): Counts => {
  const message = field(json, 'message') ?? field(field(json, 'delta'), 'message')
  return {
    ...noCounts,
    calls: lengthOf(field(message, 'tool_calls')),
    parts: Math.max(lengthOf(field(message, 'content')), lengthOf(field(message, 'citations')))
  }
}

/**
 * A provider that speaks the protocol.
 *
 * @internal
 */
export const cohereChat = (dialect: {
  readonly name: string
  readonly source: string
}): Provider<CohereChunk, CohereResponse, CohereState, CohereAssistantMessage, CohereToolMessage> => ({
  ...dialect,
  framing: sseFraming,
  terminal: 'event',
  chunk: CohereChunk,
  response: CohereResponse,
  machine: cohereMachine,
  lost: cohereLost,
  held: () => nothingHeld,
  counts,
  ended: ({ ended }) => ended,
  answer,
  error: cohereError,
  assistantMessage: cohereAssistantMessage,
  toolResult: cohereToolMessage
})
