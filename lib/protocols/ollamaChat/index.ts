import { field } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { ndjsonFraming } from '../../machine/framing/frames.ts'
import type { Emit } from '../../machine/Machine.ts'
import { errorIn } from '../errorIn.ts'
import type { Protocol } from '../Protocol.ts'
import type { Provider, ProviderDefaults, ProviderOptions } from '../Provider.ts'
import { makeProvider } from '../Provider.ts'
import { lengthOf, noCounts, nothingHeld } from '../sizes.ts'
import { OllamaChunk, OllamaResponse } from './codec.ts'
import { ollamaLost, ollamaMachine } from './machine.ts'
import type { OllamaAssistantMessage, OllamaToolMessage } from './request.ts'
import { ollamaAssistantMessage, ollamaToolMessage } from './request.ts'
import type { OllamaState } from './state.ts'

const answer = (response: OllamaResponse, emit: Emit<Delta>): OllamaState =>
  ollamaMachine.step(ollamaMachine.initial, response, emit)

/**
 * A provider of Ollama's own chat protocol.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaChatProvider extends Provider<
  OllamaChunk,
  OllamaResponse,
  OllamaState,
  OllamaAssistantMessage,
  OllamaToolMessage
> {}

const ollamaChat: Protocol<OllamaChunk, OllamaResponse, OllamaState> = {
  name: 'ollama-chat',
  version: 1,
  chunk: OllamaChunk,
  response: OllamaResponse,
  machine: ollamaMachine,
  lost: ollamaLost,
  held: () => nothingHeld,
  counts: (json) => ({ ...noCounts, calls: lengthOf(field(field(json, 'message'), 'tool_calls')) }),
  ended: ({ done }) => done,
  answer
}

const defaults: ProviderDefaults<OllamaChunk, OllamaResponse, OllamaState, OllamaAssistantMessage, OllamaToolMessage> =
  {
    protocol: ollamaChat,
    framing: ndjsonFraming,
    terminal: 'event',
    error: errorIn,
    assistantMessage: ollamaAssistantMessage,
    toolResult: ollamaToolMessage
  }

/**
 * A provider of Ollama's own chat protocol. By default it sends one JSON text a line, the last of which is `done`.
 *
 * Source: https://docs.ollama.com/api/chat
 *
 * @example
 * import { foldBody, messageText, ollamaChatProvider } from 'deltafold'
 *
 * const mine = ollamaChatProvider({ name: 'mine', source: 'https://example.com/docs/chat' })
 * const { _tag, message } = foldBody(mine, '{"message":{"content":"Hi"},"done":false}\n{"done":true,"done_reason":"stop"}\n')
 * assert.deepStrictEqual([_tag, messageText(message)], ['Complete', 'Hi'])
 *
 * @category constructors
 * @since 0.1.0
 */
export const ollamaChatProvider = (options: ProviderOptions): OllamaChatProvider => makeProvider(defaults, options)
