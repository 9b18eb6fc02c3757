import { asItCame } from '../../codec/asItCame.ts'
import { field } from '../../codec/field.ts'
import { withIgnored } from '../ignored.ts'
import { isChatEvent } from '../marks.ts'
import type { Protocol } from '../Protocol.ts'
import type { Provider, ProviderOptions } from '../Provider.ts'
import { makeProvider } from '../Provider.ts'
import { lengthOf } from '../sizes.ts'
import { defaultsOf, openAIChat } from './index.ts'
import { chatCounts, chatMachine } from './machine.ts'
import type { ChatAssistantMessage, ChatToolMessage } from './request.ts'
import type { ChatState } from './state.ts'
import { WorkersAIChunk, WorkersAIResponse } from './wire/workersAI.ts'
import { answerOfWorkersAI, chunkOfWorkersAI, isNative } from './workersAI.ts'

/**
 * A provider of Cloudflare's Workers AI, which sends Chat Completions or its own form of them, depending on model and path.
 *
 * @category model
 * @since 0.1.0
 */
export interface WorkersAIProvider extends Provider<
  WorkersAIChunk,
  WorkersAIResponse,
  ChatState,
  ChatAssistantMessage,
  ChatToolMessage,
  ChatAssistantMessage | ChatToolMessage
> {}

const workersAI: Protocol<WorkersAIChunk, WorkersAIResponse, ChatState> = {
  ...openAIChat,
  chunk: WorkersAIChunk,
  response: WorkersAIResponse,
  machine: {
    ...chatMachine,
    step: (state, chunk, emit) => chatMachine.step(withIgnored(state, chunk, emit), chunkOfWorkersAI(chunk), emit)
  },
  counts: (json) => {
    const answer = field(json, 'result') ?? json
    const { choices, calls, parts } = chatCounts(answer)
    return { choices, calls: Math.max(calls, lengthOf(field(answer, 'tool_calls'))), parts }
  },
  answer: (response, emit) =>
    chatMachine.step(withIgnored(chatMachine.initial, response, emit), answerOfWorkersAI(response), emit),
  knows: (u) => {
    const wire = asItCame(u)
    const answer = field(wire, 'result') ?? wire
    return isChatEvent(answer) || isNative(answer)
  },
  isWhole: (response) => lengthOf(answerOfWorkersAI(response).choices) > 0
}

/** @internal */
export const workersAIProvider = (options: ProviderOptions): WorkersAIProvider =>
  makeProvider(defaultsOf(workersAI, 'nothing'), options)
