/**
 * OpenAI Chat Completions, the protocol that most providers speak. A provider is this machine with a name, a terminal,
 * and codecs that know what only it sends.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import type { Delta } from '../../data/Delta.ts'
import { sseFraming } from '../../machine/framing/frames.ts'
import type { Emit } from '../../machine/Machine.ts'
import { errorIn } from '../errorIn.ts'
import type { Provider, TerminalKind } from '../Provider.ts'
import type { ChatChunk, ChatResponse } from './codec.ts'
import { chatCounts, chatFinished, chatHeld, chatLost, chatMachine } from './machine.ts'
import type { ChatAssistantMessage, ChatToolMessage, ReasoningReturn } from './request.ts'
import { assistantMessage, toolMessage } from './request.ts'
import type { ChatState } from './state.ts'
import { toChunk } from './toChunk.ts'

/**
 * What makes a speaker of the protocol.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatDialect<W extends ChatChunk, R extends ChatResponse> {
  readonly name: string
  readonly source: string
  readonly terminal: TerminalKind
  readonly chunk: t.Type<W, unknown>
  readonly response: t.Type<R, unknown>
  /** How the next request says the reasoning of an answer. Default: its details, else `reasoning_content`. */
  readonly reasoning?: ReasoningReturn
}

const answer = (response: ChatResponse, emit: Emit<Delta>): ChatState =>
  chatMachine.step(chatMachine.initial, toChunk(response), emit)

/**
 * A provider that speaks the protocol.
 *
 * @example
 * import { ChatChunk, ChatResponse, foldBody, openAIChatProvider, messageText } from 'deltafold'
 *
 * const mine = openAIChatProvider({
 *   name: 'mine',
 *   source: 'https://example.com/docs/streaming',
 *   terminal: 'sentinel',
 *   chunk: ChatChunk,
 *   response: ChatResponse
 * })
 * const { _tag, message } = foldBody(mine, 'data: {"choices":[{"delta":{"content":"Hi"}}]}\n\ndata: [DONE]\n\n')
 * assert.deepStrictEqual([_tag, messageText(message)], ['Complete', 'Hi'])
 *
 * @category constructors
 * @since 0.1.0
 */
export const openAIChatProvider = <W extends ChatChunk, R extends ChatResponse>({
  reasoning = 'reasoning_details',
  ...dialect
}: ChatDialect<W, R>): Provider<W, R, ChatState, ChatAssistantMessage, ChatToolMessage> => ({
  ...dialect,
  framing: sseFraming,
  machine: chatMachine,
  lost: chatLost,
  held: chatHeld,
  counts: chatCounts,
  isWhole: ({ choices }) => choices.length > 0,
  ended: chatFinished,
  answer,
  error: errorIn,
  assistantMessage: assistantMessage(reasoning),
  toolResult: toolMessage
})
