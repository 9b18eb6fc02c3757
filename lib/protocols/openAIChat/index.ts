import type * as t from 'io-ts'

import { asItCame } from '../../codec/asItCame.ts'
import type { Delta } from '../../data/Delta.ts'
import { sseFraming } from '../../machine/framing/frames.ts'
import type { Emit } from '../../machine/Machine.ts'
import { errorIn } from '../errorIn.ts'
import { withIgnored } from '../ignored.ts'
import { isChatEvent } from '../marks.ts'
import type { Protocol } from '../Protocol.ts'
import type { Provider, ProviderDefaults, ProviderOptions } from '../Provider.ts'
import { makeProvider } from '../Provider.ts'
import { chatBeside } from './beside.ts'
import { chatCounts, chatEnded, chatFinished, chatHeld, chatLost, chatMachine } from './machine.ts'
import type { ChatAssistantMessage, ChatToolMessage } from './request.ts'
import { chatRequest } from './request.ts'
import type { ChatState } from './state.ts'
import { toChunk } from './toChunk.ts'
import type { ReasoningReturn } from './toReasoning.ts'
import { ChatChunk, ChatResponse } from './wire/chunk.ts'

/**
 * The options of `openAIChatProvider`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIChatOptions extends ProviderOptions {
  /** The place of reasoning in the next request. Default: its details, otherwise `reasoning_content`. */
  readonly reasoning?: ReasoningReturn
}

/**
 * Codecs of your own for `openAIChatProvider`. Each extends the one of the protocol, as
 * `fuse(t.intersection([ChatChunk, t.partial({ … })]))` does.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIChatCodecs<W = ChatChunk, R = ChatResponse> {
  /** One event of a stream. */
  readonly chunk: t.Type<W, unknown>
  /** A complete answer as one JSON body. */
  readonly response: t.Type<R, unknown>
}

/**
 * A provider of OpenAI Chat Completions.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIChatProvider<out W = ChatChunk, out R = ChatResponse> extends Provider<
  W,
  R,
  ChatState,
  ChatAssistantMessage,
  ChatToolMessage,
  ChatAssistantMessage | ChatToolMessage
> {}

const answer = (response: ChatResponse, emit: Emit<Delta>): ChatState =>
  chatMachine.step(withIgnored(chatMachine.initial, response, emit), toChunk(response), emit)

/** @internal */
export const openAIChat: Protocol<ChatChunk, ChatResponse, ChatState> = {
  name: 'openai-chat',
  version: 1,
  chunk: ChatChunk,
  response: ChatResponse,
  machine: chatMachine,
  lost: chatLost,
  held: chatHeld,
  beside: chatBeside,
  free: [
    'choices.delta.content',
    'choices.delta.reasoning',
    'choices.delta.reasoning_content',
    'choices.delta.reasoning_details.text',
    'choices.delta.tool_calls.function.arguments',
    'choices.delta.tool_calls.index',
    'choices.text',
    'obfuscation'
  ],
  counts: chatCounts,
  knows: (wire) => isChatEvent(asItCame(wire)),
  ended: chatEnded,
  finished: chatFinished,
  answer,
  isWhole: ({ choices }) => choices.length > 0
}

/**
 * The defaults of the protocol's providers, given this protocol or another one with its machine.
 *
 * @internal
 */
export const defaultsOf = <W, R>(
  protocol: Protocol<W, R, ChatState>,
  reasoning: ReasoningReturn
): ProviderDefaults<
  W,
  R,
  ChatState,
  ChatAssistantMessage,
  ChatToolMessage,
  ChatAssistantMessage | ChatToolMessage
> => ({
  protocol,
  framing: sseFraming,
  terminal: 'sentinel',
  error: errorIn,
  request: chatRequest(reasoning)
})

/**
 * A provider with the codecs of its dialect, which ask nothing of a field but its kind.
 *
 * @internal
 */
export const chatDialect = <W extends ChatChunk, R extends ChatResponse>(
  chunk: t.Type<W, unknown>,
  response: t.Type<R, unknown>,
  { reasoning = 'reasoning_details', ...options }: OpenAIChatOptions
): OpenAIChatProvider<W, R> => makeProvider(defaultsOf({ ...openAIChat, chunk, response }, reasoning), options)

/**
 * The constructor of providers of OpenAI Chat Completions: a codec that is left out defaults to that of the protocol.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIChatConstructor {
  <W extends ChatChunk, R extends ChatResponse>(
    options: OpenAIChatOptions & OpenAIChatCodecs<W, R>
  ): OpenAIChatProvider<W, R>
  <W extends ChatChunk>(options: OpenAIChatOptions & Pick<OpenAIChatCodecs<W>, 'chunk'>): OpenAIChatProvider<W>
  <R extends ChatResponse>(
    options: OpenAIChatOptions & Pick<OpenAIChatCodecs<ChatChunk, R>, 'response'>
  ): OpenAIChatProvider<ChatChunk, R>
  (options: OpenAIChatOptions): OpenAIChatProvider
}

/**
 * A provider of OpenAI Chat Completions, the protocol of most providers. By default it sends server-sent events and
 * ends with a finish reason and `[DONE]`; `terminal: 'finish'` is for servers that do not send `[DONE]`, and `'done'` for those
 * that send no finish reason.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat
 *
 * @example
 * import { foldBody, messageText, openAIChatProvider } from 'deltafold'
 *
 * const mine = openAIChatProvider({ name: 'mine', source: 'https://example.com/docs/streaming' })
 * const { _tag, message } = foldBody(mine, 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n')
 * assert.deepStrictEqual([_tag, messageText(message)], ['Complete', 'Hi'])
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import * as t from 'io-ts'
 * import { ChatChunk, decodeChunkMachine, frameOf, fuse, openAIChatProvider, runMachine } from 'deltafold'
 *
 * const MineChunk = fuse(t.intersection([ChatChunk, t.partial({ region: t.string })], 'MineChunk'))
 * const mine = openAIChatProvider({ name: 'mine', source: 'https://example.com/docs/streaming', chunk: MineChunk })
 * const [chunk] = runMachine(decodeChunkMachine(mine))([E.right(frameOf('{"region":"eu","choices":[]}', 0))])
 * const region = chunk?._tag === 'Right' && chunk.right._tag === 'StreamChunk' ? chunk.right.wire.region : ''
 * assert.deepStrictEqual(region, 'eu')
 *
 * @category constructors
 * @since 0.1.0
 */
export const openAIChatProvider: OpenAIChatConstructor = <W extends ChatChunk, R extends ChatResponse>({
  reasoning = 'reasoning_details',
  chunk,
  response,
  ...options
}: OpenAIChatOptions & Partial<OpenAIChatCodecs<W, R>>): OpenAIChatProvider<W, R> => {
  // For an omitted codec, `OpenAIChatConstructor` sets W or R to the type of the protocol's codec.
  const protocol = {
    ...openAIChat,
    chunk: chunk ?? ChatChunk,
    // A codec of the user's may ask any field.
    free: chunk === undefined ? openAIChat.free : [],
    response: response ?? ChatResponse
  } as Protocol<W, R, ChatState>
  return makeProvider(defaultsOf(protocol, reasoning), options)
}
