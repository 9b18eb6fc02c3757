import { asItCame } from '../../codec/asItCame.ts'
import { field } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import { ndjsonFraming } from '../../machine/framing/frames.ts'
import type { Emit } from '../../machine/Machine.ts'
import { errorIn, failedFinish } from '../errorIn.ts'
import { isOllamaEvent } from '../marks.ts'
import type { Protocol } from '../Protocol.ts'
import type { Provider, ProviderDefaults, ProviderOptions } from '../Provider.ts'
import { makeProvider } from '../Provider.ts'
import { lengthOf, noCounts, nothingHeld } from '../sizes.ts'
import { ollamaBeside } from './beside.ts'
import { ollamaLost, ollamaMachine } from './machine.ts'
import type { OllamaAssistantMessage, OllamaToolMessage } from './request.ts'
import { ollamaRequest } from './request.ts'
import type { OllamaState } from './state.ts'
import { OllamaChunk, OllamaResponse } from './wire/lines.ts'

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
  OllamaToolMessage,
  OllamaAssistantMessage | OllamaToolMessage
> {}

const ollamaChat: Protocol<OllamaChunk, OllamaResponse, OllamaState> = {
  name: 'ollama-chat',
  version: 1,
  chunk: OllamaChunk,
  response: OllamaResponse,
  machine: ollamaMachine,
  lost: ollamaLost,
  held: () => nothingHeld,
  beside: ollamaBeside,
  free: ['message.content', 'message.thinking', 'response', 'thinking', 'created_at'],
  counts: (json) => ({ ...noCounts, calls: lengthOf(field(field(json, 'message') ?? json, 'tool_calls')) }),
  knows: (wire) => isOllamaEvent(asItCame(wire)),
  ended: ({ done }) => done,
  // `done` counts as a finish reason: older servers send no `done_reason`.
  finished: ({ done }) => done,
  answer
}

const defaults: ProviderDefaults<
  OllamaChunk,
  OllamaResponse,
  OllamaState,
  OllamaAssistantMessage,
  OllamaToolMessage,
  OllamaAssistantMessage | OllamaToolMessage
> = {
  protocol: ollamaChat,
  framing: ndjsonFraming,
  terminal: 'event',
  error: (json, event) => errorIn(json, event) ?? failedFinish(field(json, 'done_reason')),
  request: ollamaRequest
}

/**
 * A provider of Ollama's own protocol, `/api/chat` or `/api/generate`. By default it sends one JSON text per line, and the
 * last has `done: true`.
 *
 * Source: https://docs.ollama.com/api/chat, https://docs.ollama.com/api/generate
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
