import type { FinishReason } from '../../data/FinishReason.ts'
import type { Message } from '../../data/Message.ts'
import type { Part } from '../../data/Part.ts'
import type { ToolCall } from '../../data/parts/ToolCall.ts'
import { parseJson } from '../../machine/json/parseJson.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { EncodedEvent } from '../EncodedEvent.ts'
import { encodedEvent } from '../EncodedEvent.ts'
import { formatAwsEventStream } from '../formatAwsEventStream.ts'
import { besideText } from '../Loss.ts'
import { reported } from '../reported.ts'
import type { Ending, Target, Writer, Writers } from '../Target.ts'
import type { Json } from '../written.ts'
import { finishOf, given, isClosed, objectText, onlyChoice, partOf, uncachedInput } from '../written.ts'

/**
 * The index of the next block or of the open one, the kind of the open block, and the key of the
 * reasoning that the events are about.
 *
 * @category model
 * @since 0.1.0
 */
export interface ConverseTargetState {
  readonly index: number
  readonly open: 'text' | 'reasoning' | null
  readonly thought: number
}

type Say = Emit<EncodedEvent>

// -------------------------------------------------------------------------------------
// beside the blocks
// -------------------------------------------------------------------------------------

const words: Readonly<Record<FinishReason, string>> = {
  stop: 'end_turn',
  length: 'max_tokens',
  content_filter: 'content_filtered',
  tool_call: 'tool_use',
  error: 'end_turn',
  other: 'end_turn'
}

/** Unknown counts must be 0. Counts of the cache are beside the input. */
const usageOf = ({ usage = {} }: Message): Json => {
  const { inputTokens = 0, outputTokens = 0, cacheReadInputTokens, cacheCreationInputTokens } = usage
  return {
    inputTokens: uncachedInput(usage),
    outputTokens,
    totalTokens: inputTokens + outputTokens,
    ...given('cacheReadInputTokens', cacheReadInputTokens),
    ...given('cacheWriteInputTokens', cacheCreationInputTokens)
  }
}

const begin: Writer<ConverseTargetState, unknown> = (state, _event, _message, emit) => {
  emit(encodedEvent('messageStart', { role: 'assistant' }))
  return state
}

const exceptions: Readonly<Record<number, string>> = {
  400: 'validationException',
  429: 'throttlingException',
  500: 'internalServerException',
  503: 'serviceUnavailableException'
}

// -------------------------------------------------------------------------------------
// blocks
// -------------------------------------------------------------------------------------

const sayDelta = (contentBlockIndex: number, delta: Json, emit: Say): void => {
  emit(encodedEvent('contentBlockDelta', { contentBlockIndex, delta }))
}

const closed = (state: ConverseTargetState, emit: Say): ConverseTargetState => {
  if (state.open === null) return state
  emit(encodedEvent('contentBlockStop', { contentBlockIndex: state.index }))
  return { ...state, index: state.index + 1, open: null }
}

/** Text and reasoning have no start. */
const withDelta = (
  state: ConverseTargetState,
  open: 'text' | 'reasoning',
  delta: Json,
  emit: Say
): ConverseTargetState => {
  const ready = state.open === open ? state : { ...closed(state, emit), open }
  sayDelta(ready.index, delta, emit)
  return ready
}

/** The wire carries bytes, as base64: opaque data of other providers may be another text. */
const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)

const withThoughtEnd = (state: ConverseTargetState, message: Message, emit: Say): ConverseTargetState => {
  const { signature = '', data } = partOf(message, 'Reasoning', 0, state.thought) ?? {}
  const signed = signature === '' ? state : withDelta(state, 'reasoning', { reasoningContent: { signature } }, emit)
  const after = closed(signed, emit)
  if (data === undefined || !isBase64(data)) return after
  return closed(withDelta(after, 'reasoning', { reasoningContent: { redactedContent: data } }, emit), emit)
}

const withCall = (state: ConverseTargetState, call: ToolCall, emit: Say): ConverseTargetState => {
  if (!isClosed(call)) return state
  const ready = closed(state, emit)
  const { id, name, arguments: input } = call
  emit(
    encodedEvent('contentBlockStart', {
      contentBlockIndex: ready.index,
      start: { toolUse: { toolUseId: id, name } }
    })
  )
  if (input !== '') sayDelta(ready.index, { toolUse: { input } }, emit)
  emit(encodedEvent('contentBlockStop', { contentBlockIndex: ready.index }))
  return { ...ready, index: ready.index + 1 }
}

// -------------------------------------------------------------------------------------
// the events
// -------------------------------------------------------------------------------------

const texts: Writer<ConverseTargetState, { readonly delta: { readonly text: string } }> = (
  state,
  { delta },
  _,
  emit
) => (delta.text === '' ? state : withDelta(state, 'text', { text: delta.text }, emit))

const ends: Writer<ConverseTargetState, unknown> = (state, _event, _message, emit) => closed(state, emit)

const writers: Writers<ConverseTargetState> = {
  MessageStart: begin,
  TextDelta: texts,
  TextEnd: ends,
  RefusalDelta: texts,
  RefusalEnd: ends,
  ReasoningStart: (state, { key }) => ({ ...state, thought: key }),
  ReasoningDelta: (state, { delta: { text } }, _message, emit) =>
    text === '' ? state : withDelta(state, 'reasoning', { reasoningContent: { text } }, emit),
  ReasoningEnd: (state, _event, message, emit) => withThoughtEnd(state, message, emit),
  ToolInputEnd: (state, { call }, _message, emit) => withCall(state, call, emit)
}

const end = (state: ConverseTargetState, { message, reason }: Ending, emit: Say): void => {
  if (reason !== undefined) {
    const { message: said, status } = reported(reason)
    emit(encodedEvent(exceptions[status] ?? 'modelStreamErrorException', { message: said }))
    return
  }
  closed(state, emit)
  emit(encodedEvent('messageStop', { stopReason: words[finishOf(onlyChoice(message))] }))
  emit(encodedEvent('metadata', { usage: usageOf(message), metrics: { latencyMs: 0 } }))
}

// -------------------------------------------------------------------------------------
// the body
// -------------------------------------------------------------------------------------

const blocksOf = (part: Part): ReadonlyArray<Json> => {
  switch (part._tag) {
    case 'Text':
    case 'Refusal':
      return part.text === '' ? [] : [{ text: part.text }]
    case 'Reasoning': {
      const { text, signature, data } = part
      const reasoningText = { text, ...(signature === '' ? {} : { signature }) }
      return [
        ...(text === '' && signature === '' ? [] : [{ reasoningContent: { reasoningText } }]),
        ...(data === undefined || !isBase64(data) ? [] : [{ reasoningContent: { redactedContent: data } }])
      ]
    }
    case 'ToolCall':
      return isClosed(part)
        ? [{ toolUse: { toolUseId: part.id, name: part.name, input: parseJson(objectText(part)) } }]
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
    ? { message: reported(reason).message }
    : {
        output: { message: { role: 'assistant', content: onlyChoice(message).parts.flatMap(blocksOf) } },
        stopReason: words[finishOf(onlyChoice(message))],
        usage: usageOf(message),
        metrics: { latencyMs: 0 }
      }

/**
 * Bedrock's `ConverseStream`, as binary messages. Blocks come one after another, a call once it is closed; a call that was cut
 * is left out.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
 *
 * @example
 * import { foldBody, openRouter } from 'deltafold/core'
 * import { converseTarget, encodeBody } from 'deltafold/encoding'
 *
 * const outcome = foldBody(openRouter, '{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}')
 * assert.deepStrictEqual(encodeBody(converseTarget)(outcome)?.body, {
 *   output: { message: { role: 'assistant', content: [{ text: 'Hi' }] } },
 *   stopReason: 'end_turn',
 *   usage: { inputTokens: 0, outputTokens: 0, totalTokens: 0 },
 *   metrics: { latencyMs: 0 }
 * })
 *
 * @category targets
 * @since 0.1.0
 */
export const converseTarget: Target<ConverseTargetState> = {
  name: 'bedrock-converse',
  contentType: 'application/vnd.amazon.eventstream',
  format: formatAwsEventStream,
  choices: 'first',
  calls: 'whole',
  loses: [
    'summaries',
    'encrypted parts',
    'refusals',
    'cut calls',
    ...besideText,
    'usage thoughts',
    'cost',
    'response id'
  ],
  finishes: ['stop', 'length', 'content_filter', 'tool_call'],
  initial: { index: 0, open: null, thought: -1 },
  writers,
  end,
  body,
  bodyErrors: 'by status',
  bodyInput: 'object'
}
