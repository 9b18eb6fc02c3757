import type { FinishReason } from '../../data/FinishReason.ts'
import type { Message } from '../../data/Message.ts'
import type { Part } from '../../data/Part.ts'
import type { ToolCall } from '../../data/parts/ToolCall.ts'
import { isMalformed, parseJson } from '../../machine/json/parseJson.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { EncodedEvent } from '../EncodedEvent.ts'
import { encodedEvent } from '../EncodedEvent.ts'
import { formatSSE } from '../formatSSE.ts'
import { besideText } from '../Loss.ts'
import { reported } from '../reported.ts'
import type { Ending, Target, Writer, Writers } from '../Target.ts'
import type { Json } from '../written.ts'
import { finishOf, given, hasObject, isClosed, objectText, onlyChoice, partOf, uncachedInput } from '../written.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The index of the next block or of the open one, the kind of the open block, and the key of the
 * reasoning that the events are about.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicTargetState {
  readonly index: number
  readonly open: 'text' | 'thinking' | null
  readonly thought: number
}

type Say = Emit<EncodedEvent>

const say = (emit: Say, type: string, fields: Json): void => {
  emit(encodedEvent(type, { type, ...fields }))
}

// -------------------------------------------------------------------------------------
// beside the blocks
// -------------------------------------------------------------------------------------

const words: Readonly<Record<FinishReason, string>> = {
  stop: 'end_turn',
  length: 'max_tokens',
  content_filter: 'refusal',
  tool_call: 'tool_use',
  error: 'end_turn',
  other: 'end_turn'
}

/** Unknown counts must be 0. Counts of the cache are beside the input. */
const usageOf = ({ usage = {} }: Message): Json => {
  const { outputTokens = 0, cacheReadInputTokens, cacheCreationInputTokens } = usage
  return {
    input_tokens: uncachedInput(usage),
    output_tokens: outputTokens,
    ...given('cache_read_input_tokens', cacheReadInputTokens),
    ...given('cache_creation_input_tokens', cacheCreationInputTokens)
  }
}

const NO_ID = 'msg_0'

const head = (message: Message): Json => ({
  id: message.id || NO_ID,
  type: 'message',
  role: 'assistant',
  model: message.model ?? ''
})

const begin: Writer<AnthropicTargetState, unknown> = (state, _event, message, emit) => {
  const usage = { ...usageOf(message), output_tokens: 0 }
  say(emit, 'message_start', {
    message: { ...head(message), content: [], stop_reason: null, stop_sequence: null, usage }
  })
  return state
}

const errorTypes: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  503: 'overloaded_error',
  529: 'overloaded_error'
}

const errorOf = (failure: NonNullable<Ending['reason']>): Json => {
  const { message, status } = reported(failure)
  return { type: 'error', error: { type: errorTypes[status] ?? 'api_error', message } }
}

// -------------------------------------------------------------------------------------
// blocks
// -------------------------------------------------------------------------------------

const opened = (
  state: AnthropicTargetState,
  kind: 'text' | 'thinking',
  block: Json,
  emit: Say
): AnthropicTargetState => {
  if (state.open === kind) return state
  const ready = closed(state, emit)
  say(emit, 'content_block_start', { index: ready.index, content_block: { type: kind, ...block } })
  return { ...ready, open: kind }
}

const closed = (state: AnthropicTargetState, emit: Say): AnthropicTargetState => {
  if (state.open === null) return state
  say(emit, 'content_block_stop', { index: state.index })
  return { ...state, index: state.index + 1, open: null }
}

const whole = (
  state: AnthropicTargetState,
  block: Json,
  deltas: ReadonlyArray<Json>,
  emit: Say
): AnthropicTargetState => {
  const { index } = state
  say(emit, 'content_block_start', { index, content_block: block })
  for (const delta of deltas) say(emit, 'content_block_delta', { index, delta })
  say(emit, 'content_block_stop', { index })
  return { ...state, index: index + 1 }
}

const sayDelta = ({ index }: AnthropicTargetState, delta: Json, emit: Say): void => {
  say(emit, 'content_block_delta', { index, delta })
}

const withText = (state: AnthropicTargetState, text: string, emit: Say): AnthropicTargetState => {
  if (text === '') return state
  const next = opened(state, 'text', { text: '' }, emit)
  sayDelta(next, { type: 'text_delta', text }, emit)
  return next
}

const thinking = { thinking: '', signature: '' }

/** The signature comes once and whole, because the client keeps the last one only. */
const withThoughtEnd = (state: AnthropicTargetState, message: Message, emit: Say): AnthropicTargetState => {
  const part = partOf(message, 'Reasoning', 0, state.thought)
  const signature = part?.signature ?? ''
  if (state.open !== 'thinking' && part?.kind === 'encrypted' && part.data !== undefined) {
    return whole(closed(state, emit), { type: 'redacted_thinking', data: part.data }, [], emit)
  }
  if (state.open !== 'thinking' && signature === '') return state
  const next = opened(state, 'thinking', thinking, emit)
  if (signature !== '') sayDelta(next, { type: 'signature_delta', signature }, emit)
  return closed(next, emit)
}

/** Text that is JSON of another kind goes as it is: the wire carries text. */
const inputText = (call: ToolCall): string =>
  hasObject(call) || !isMalformed(parseJson(call.arguments)) ? call.arguments : objectText(call)

const withCall = (state: AnthropicTargetState, call: ToolCall, emit: Say): AnthropicTargetState => {
  if (!isClosed(call)) return state
  const { id, name } = call
  const text = inputText(call)
  const deltas = text === '' ? [] : [{ type: 'input_json_delta', partial_json: text }]
  return whole(closed(state, emit), { type: 'tool_use', id, name, input: {} }, deltas, emit)
}

// -------------------------------------------------------------------------------------
// the events
// -------------------------------------------------------------------------------------

const texts: Writer<AnthropicTargetState, { readonly delta: { readonly text: string } }> = (
  state,
  { delta },
  _,
  emit
) => withText(state, delta.text, emit)

const ends: Writer<AnthropicTargetState, unknown> = (state, _event, _message, emit) => closed(state, emit)

const writers: Writers<AnthropicTargetState> = {
  MessageStart: begin,
  TextDelta: texts,
  TextEnd: ends,
  RefusalDelta: texts,
  RefusalEnd: ends,
  ReasoningStart: (state, { key }) => ({ ...state, thought: key }),
  ReasoningDelta: (state, { delta: { text } }, _message, emit) => {
    if (text === '') return state
    const next = opened(state, 'thinking', thinking, emit)
    sayDelta(next, { type: 'thinking_delta', thinking: text }, emit)
    return next
  },
  ReasoningEnd: (state, _event, message, emit) => withThoughtEnd(state, message, emit),
  ToolInputEnd: (state, { call }, _message, emit) => withCall(state, call, emit)
}

const stopReason = (message: Message): Json => ({
  stop_reason: words[finishOf(onlyChoice(message))],
  stop_sequence: null
})

const end = (state: AnthropicTargetState, { message, reason }: Ending, emit: Say): void => {
  if (reason !== undefined) {
    emit(encodedEvent('error', errorOf(reason)))
    return
  }
  closed(state, emit)
  say(emit, 'message_delta', { delta: stopReason(message), usage: usageOf(message) })
  say(emit, 'message_stop', {})
}

// -------------------------------------------------------------------------------------
// the body
// -------------------------------------------------------------------------------------

const blockOf = (part: Part): ReadonlyArray<Json> => {
  switch (part._tag) {
    case 'Text':
    case 'Refusal':
      return part.text === '' ? [] : [{ type: 'text', text: part.text }]
    case 'Reasoning':
      if (part.kind === 'encrypted' && part.data !== undefined) return [{ type: 'redacted_thinking', data: part.data }]
      return part.text === '' && part.signature === ''
        ? []
        : [{ type: 'thinking', thinking: part.text, signature: part.signature }]
    case 'ToolCall':
      return isClosed(part)
        ? [{ type: 'tool_use', id: part.id, name: part.name, input: parseJson(inputText(part) || '{}') }]
        : []
    case 'ServerToolCall':
    case 'ServerToolResult':
    case 'Citation':
    case 'Image':
    case 'File':
    case 'Unrecognised':
      return []
  }
}

const body = ({ message, reason }: Ending): Json =>
  reason !== undefined
    ? errorOf(reason)
    : {
        ...head(message),
        content: onlyChoice(message).parts.flatMap(blockOf),
        ...stopReason(message),
        usage: usageOf(message)
      }

/**
 * Anthropic Messages, as server-sent events. Blocks come one after another. A call comes once it is closed, because clients
 * complete the JSON of a block that was cut; a call that was cut is left out.
 *
 * Source: https://docs.anthropic.com/en/docs/build-with-claude/streaming
 *
 * @example
 * import { foldBody, openRouter } from 'deltafold/core'
 * import { anthropicTarget, encodeBody } from 'deltafold/encoding'
 *
 * const outcome = foldBody(openRouter, '{"id":"a","choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}')
 * assert.deepStrictEqual(encodeBody(anthropicTarget)(outcome)?.body, {
 *   id: 'a',
 *   type: 'message',
 *   role: 'assistant',
 *   model: '',
 *   content: [{ type: 'text', text: 'Hi' }],
 *   stop_reason: 'end_turn',
 *   stop_sequence: null,
 *   usage: { input_tokens: 0, output_tokens: 0 }
 * })
 *
 * @category targets
 * @since 0.1.0
 */
export const anthropicTarget: Target<AnthropicTargetState> = {
  name: 'anthropic',
  contentType: 'text/event-stream',
  format: formatSSE,
  choices: 'first',
  calls: 'whole',
  loses: ['summaries', 'refusals', 'argument text', 'cut calls', ...besideText, 'usage thoughts', 'cost'],
  finishes: ['stop', 'length', 'content_filter', 'tool_call'],
  initial: { index: 0, open: null, thought: -1 },
  writers,
  end,
  body,
  bodyErrors: 'seen',
  bodyInput: 'object'
}
