/**
 * Ollama's own chat protocol: one JSON text a line, the last of which is `done`.
 *
 * Source: https://docs.ollama.com/api/chat
 *
 * @since 0.1.0
 */
import { field } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { ndjsonFraming } from '../../machine/framing/frames.ts'
import type { Emit } from '../../machine/Machine.ts'
import { errorIn } from '../errorIn.ts'
import type { Provider } from '../Provider.ts'
import { lengthOf, noCounts, nothingHeld } from '../sizes.ts'
import { OllamaChunk, OllamaResponse } from './codec.ts'
import { ollamaLost, ollamaMachine } from './machine.ts'
import type { OllamaAssistantMessage, OllamaToolMessage } from './request.ts'
import { ollamaAssistantMessage, ollamaToolMessage } from './request.ts'
import type { OllamaState } from './state.ts'

const answer = (response: OllamaResponse, emit: Emit<Delta>): OllamaState =>
  ollamaMachine.step(ollamaMachine.initial, response, emit)

/**
 * A provider that speaks the protocol.
 *
 * @internal
 */
export const ollamaChat = (dialect: {
  readonly name: string
  readonly source: string
}): Provider<OllamaChunk, OllamaResponse, OllamaState, OllamaAssistantMessage, OllamaToolMessage> => ({
  ...dialect,
  framing: ndjsonFraming,
  terminal: 'event',
  chunk: OllamaChunk,
  response: OllamaResponse,
  machine: ollamaMachine,
  lost: ollamaLost,
  held: () => nothingHeld,
  counts: (json) => ({ ...noCounts, calls: lengthOf(field(field(json, 'message'), 'tool_calls')) }),
  ended: ({ done }) => done,
  answer,
  error: errorIn,
  assistantMessage: ollamaAssistantMessage,
  toolResult: ollamaToolMessage
})
