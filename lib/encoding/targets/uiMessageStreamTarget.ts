import type { FinishReason } from '../../data/FinishReason.ts'
import type { Message } from '../../data/Message.ts'
import type { ClosedToolCall, TruncatedToolCall } from '../../data/parts/ToolCall.ts'
import { isMalformed, parseJson } from '../../machine/json/parseJson.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { EncodedEvent } from '../EncodedEvent.ts'
import { encodedEvent } from '../EncodedEvent.ts'
import { formatSSE } from '../formatSSE.ts'
import { reported } from '../reported.ts'
import type { Ending, Target, Writer, Writers } from '../Target.ts'
import type { Json } from '../written.ts'
import { finishOf, given, isClosed, onlyChoice, partOf } from '../written.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/** A call that has not ended, with the id that it started with. */
interface OpenCall {
  readonly id: string
  readonly toolCallId: string
}

/**
 * The id of the open text or reasoning, the key of the reasoning that the events are about, and the
 * open calls.
 *
 * @category model
 * @since 0.1.0
 */
export interface UIMessageStreamTargetState {
  readonly open: string
  readonly thought: number
  readonly calls: ReadonlyArray<OpenCall>
}

type State = UIMessageStreamTargetState

type Say = Emit<EncodedEvent>

const say = (emit: Say, type: string, fields: Json = {}): void => {
  emit(encodedEvent('', { type, ...fields }))
}

// -------------------------------------------------------------------------------------
// the message
// -------------------------------------------------------------------------------------

const begin: Writer<State, unknown> = (state, _event, { id }, emit) => {
  say(emit, 'start', given('messageId', id || undefined))
  say(emit, 'start-step')
  return state
}

const words: Readonly<Record<FinishReason, string>> = {
  stop: 'stop',
  length: 'length',
  content_filter: 'content-filter',
  tool_call: 'tool-calls',
  error: 'error',
  other: 'other'
}

/** In the words of the AI SDK's `LanguageModelUsage`. */
const metadataOf = (message: Message): Json => {
  const { id, model, usage } = message
  const counts =
    usage === undefined
      ? undefined
      : {
          ...given('inputTokens', usage.inputTokens),
          ...given('outputTokens', usage.outputTokens),
          ...given('totalTokens', usage.totalTokens),
          ...given('reasoningTokens', usage.reasoningOutputTokens),
          ...given('cachedInputTokens', usage.cacheReadInputTokens)
        }
  return {
    ...given('responseId', id),
    ...given('model', model),
    ...given('usage', counts),
    ...given('cost', usage?.cost),
    ...given('rawFinishReason', onlyChoice(message).rawFinishReason)
  }
}

// -------------------------------------------------------------------------------------
// parts
// -------------------------------------------------------------------------------------

const texts =
  (type: 'text' | 'reasoning'): Writer<State, { readonly id: string; readonly delta: { readonly text: string } }> =>
  (state, { id, delta: { text } }, _message, emit) => {
    if (text === '') return state
    if (state.open !== id) say(emit, `${type}-start`, { id })
    say(emit, `${type}-delta`, { id, delta: text })
    return { ...state, open: id }
  }

const withTextEnd: Writer<State, { readonly id: string }> = (state, { id }, _message, emit) => {
  if (state.open !== id) return state
  say(emit, 'text-end', { id })
  return { ...state, open: '' }
}

/** The proof of a reasoning is under a name of its own: the provider behind it is not known. */
const withThoughtEnd: Writer<State, { readonly id: string }> = (state, { id }, message, emit) => {
  const { signature = '', data } = partOf(message, 'Reasoning', 0, state.thought) ?? {}
  const proof = { ...(signature === '' ? {} : { signature }), ...given('data', data) }
  const hasProof = Object.keys(proof).length > 0
  if (state.open !== id && !hasProof) return state
  if (state.open !== id) say(emit, 'reasoning-start', { id })
  say(emit, 'reasoning-end', { id, ...(hasProof ? { providerMetadata: { deltafold: proof } } : {}) })
  return { ...state, open: '' }
}

const sayCallEnd = (call: ClosedToolCall | TruncatedToolCall, emit: Say): void => {
  const { id, name, arguments: text } = call
  const named = { toolCallId: id, toolName: name }
  const input = text === '' ? {} : parseJson(text)
  if (isClosed(call) && !isMalformed(input)) say(emit, 'tool-input-available', { ...named, input })
  else {
    const errorText = isClosed(call) ? 'the arguments are not JSON' : 'the tool call was cut'
    say(emit, 'tool-input-error', { ...named, input: text, errorText })
  }
}

const writers: Writers<State> = {
  MessageStart: begin,
  TextDelta: texts('text'),
  TextEnd: withTextEnd,
  RefusalDelta: texts('text'),
  RefusalEnd: withTextEnd,
  ReasoningStart: (state, { key }) => ({ ...state, thought: key }),
  ReasoningDelta: texts('reasoning'),
  ReasoningEnd: withThoughtEnd,
  ToolInputStart: (state, { id, toolCallId, name }, _message, emit) => {
    say(emit, 'tool-input-start', { toolCallId, toolName: name })
    return { ...state, calls: [...state.calls, { id, toolCallId }] }
  },
  ToolInputDelta: (state, { id, delta }, _message, emit) => {
    const toolCallId = state.calls.find((call) => call.id === id)?.toolCallId
    say(emit, 'tool-input-delta', { toolCallId, inputTextDelta: delta.arguments })
    return state
  },
  ToolInputEnd: (state, { id, call }, _message, emit) => {
    const toolCallId = state.calls.find((one) => one.id === id)?.toolCallId ?? call.id
    sayCallEnd({ ...call, id: toolCallId }, emit)
    return { ...state, calls: state.calls.filter((one) => one.id !== id) }
  },
  Source: (state, { id, delta: { url, title } }, _message, emit) => {
    if (url !== undefined) say(emit, 'source-url', { sourceId: id, url, ...given('title', title) })
    return state
  },
  FileEnd: (state, { file: { url, mediaType, data } }, _message, emit) => {
    const type = mediaType || 'application/octet-stream'
    const place = url || (data === '' ? '' : `data:${type};base64,${data}`)
    if (place !== '') say(emit, 'file', { url: place, mediaType: type })
    return state
  }
}

const end = (_state: State, { message, reason }: Ending, emit: Say): void => {
  if (reason !== undefined) {
    say(emit, 'error', { errorText: reported(reason).message })
    return
  }
  say(emit, 'finish-step')
  say(emit, 'finish', {
    finishReason: words[finishOf(onlyChoice(message))],
    messageMetadata: metadataOf(message)
  })
  emit(encodedEvent('', '[DONE]'))
}

/**
 * The AI SDK's UI message stream (version 1), which `useChat` reads, as server-sent events. Usage, the model and the provider's
 * finish word are in `messageMetadata`. A call that was cut, or whose arguments are not JSON, ends in `tool-input-error`, so that
 * no client runs it.
 *
 * Source: https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol
 *
 * @example
 * import { andThen, openRouter, readChunksMachine, runMachine } from 'deltafold/core'
 * import { encodeChunksMachine, uiMessageStreamTarget } from 'deltafold/encoding'
 *
 * const hi = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
 * const machine = andThen(encodeChunksMachine(uiMessageStreamTarget))(readChunksMachine(openRouter))
 * const [first, , , delta] = runMachine(machine)([hi])
 * assert.deepStrictEqual(
 *   [first, delta].map((one) => one?._tag === 'EncodedEvent' && one.data),
 *   ['{"type":"start"}', '{"type":"text-delta","id":"Text:0:0","delta":"Hi"}']
 * )
 *
 * @category targets
 * @since 0.1.0
 */
export const uiMessageStreamTarget: Target<UIMessageStreamTargetState> = {
  name: 'ui-message-stream',
  contentType: 'text/event-stream',
  headers: { 'cache-control': 'no-cache', 'x-accel-buffering': 'no', 'x-vercel-ai-ui-message-stream': 'v1' },
  format: formatSSE,
  choices: 'first',
  calls: 'streamed',
  loses: ['summaries', 'refusals', 'server tools', 'unknown parts', 'extras'],
  finishes: ['stop', 'length', 'content_filter', 'tool_call', 'error', 'other'],
  initial: { open: '', thought: -1, calls: [] },
  writers,
  end
}
