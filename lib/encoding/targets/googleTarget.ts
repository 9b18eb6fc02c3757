import type { FinishReason } from '../../data/FinishReason.ts'
import type { Message } from '../../data/Message.ts'
import type { Part } from '../../data/Part.ts'
import type { ToolCall } from '../../data/parts/ToolCall.ts'
import type { Usage } from '../../data/Usage.ts'
import { parseJson } from '../../machine/json/parseJson.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { EncodedEvent } from '../EncodedEvent.ts'
import { encodedEvent } from '../EncodedEvent.ts'
import { formatSSE } from '../formatSSE.ts'
import { besideText } from '../Loss.ts'
import { reported } from '../reported.ts'
import type { Ending, Target, Writer, Writers } from '../Target.ts'
import type { Json } from '../written.ts'
import { finishOf, given, isClosed, objectText, onlyChoice, partOf } from '../written.ts'

/**
 * The key of the reasoning that the events are about; -1 = none.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleTargetState {
  readonly thought: number
}

type Say = Emit<EncodedEvent>

// -------------------------------------------------------------------------------------
// chunks
// -------------------------------------------------------------------------------------

const words: Readonly<Record<FinishReason, string>> = {
  stop: 'STOP',
  length: 'MAX_TOKENS',
  content_filter: 'SAFETY',
  tool_call: 'STOP',
  error: 'OTHER',
  other: 'OTHER'
}

/** The candidates' tokens are counted without thoughts. */
const countsOf = ({
  inputTokens,
  outputTokens,
  totalTokens,
  cacheReadInputTokens,
  reasoningOutputTokens = 0
}: Usage): Json => {
  const isSum = inputTokens !== undefined && outputTokens !== undefined
  const thoughts = Math.min(reasoningOutputTokens, outputTokens ?? 0)
  return {
    ...given('promptTokenCount', inputTokens),
    ...given('candidatesTokenCount', outputTokens === undefined ? undefined : outputTokens - thoughts),
    ...given('thoughtsTokenCount', thoughts === 0 ? undefined : thoughts),
    ...given('cachedContentTokenCount', cacheReadInputTokens),
    ...given('totalTokenCount', isSum ? inputTokens + outputTokens : totalTokens)
  }
}

const around = ({ id, model }: Message): Json => ({
  ...given('modelVersion', model),
  ...given('responseId', id)
})

const last = (message: Message, parts: ReadonlyArray<Json>): Json => ({
  candidates: [{ index: 0, content: { role: 'model', parts }, finishReason: words[finishOf(onlyChoice(message))] }],
  ...given('usageMetadata', message.usage && countsOf(message.usage)),
  ...around(message)
})

const sayPart = (message: Message, part: Json, emit: Say): void => {
  const candidates = [{ index: 0, content: { role: 'model', parts: [part] } }]
  emit(encodedEvent('', { candidates, ...around(message) }))
}

/** The arguments are written as text, so that no digit is lost. */
const sayCall = (message: Message, call: ToolCall, emit: Say): void => {
  const named = `"id":${JSON.stringify(call.id)},"name":${JSON.stringify(call.name)},"args":${objectText(call)}`
  const candidate = `{"index":0,"content":{"role":"model","parts":[{"functionCall":{${named}}}]}}`
  const fields = JSON.stringify(around(message)).slice(1)
  emit(encodedEvent('', `{"candidates":[${candidate}]${fields === '}' ? '' : ','}${fields}`))
}

const statuses: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED'
}

const errorOf = (failure: NonNullable<Ending['reason']>): Json => {
  const { message, status } = reported(failure)
  return { error: { code: status, message, status: statuses[status] ?? 'INTERNAL' } }
}

// -------------------------------------------------------------------------------------
// the events
// -------------------------------------------------------------------------------------

const texts: Writer<GoogleTargetState, { readonly delta: { readonly text: string } }> = (
  state,
  { delta },
  message,
  emit
) => {
  if (delta.text !== '') sayPart(message, { text: delta.text }, emit)
  return state
}

const writers: Writers<GoogleTargetState> = {
  TextDelta: texts,
  RefusalDelta: texts,
  ReasoningStart: (_state, { key }) => ({ thought: key }),
  ReasoningDelta: (state, { delta: { text } }, message, emit) => {
    if (text !== '') sayPart(message, { text, thought: true }, emit)
    return state
  },
  ReasoningEnd: (state, _event, message, emit) => {
    const signature = partOf(message, 'Reasoning', 0, state.thought)?.signature ?? ''
    if (signature !== '') sayPart(message, { text: '', thought: true, thoughtSignature: signature }, emit)
    return state
  },
  ToolInputEnd: (state, { call }, message, emit) => {
    if (isClosed(call)) sayCall(message, call, emit)
    return state
  }
}

const end = (_state: GoogleTargetState, { message, reason }: Ending, emit: Say): void => {
  emit(encodedEvent('', reason === undefined ? last(message, []) : errorOf(reason)))
}

// -------------------------------------------------------------------------------------
// the body
// -------------------------------------------------------------------------------------

const partsOf = (part: Part): ReadonlyArray<Json> => {
  switch (part._tag) {
    case 'Text':
    case 'Refusal':
      return part.text === '' ? [] : [{ text: part.text }]
    case 'Reasoning': {
      const { text, signature } = part
      if (text === '' && signature === '') return []
      return [{ text, thought: true, ...(signature === '' ? {} : { thoughtSignature: signature }) }]
    }
    case 'ToolCall': {
      const { id, name } = part
      return isClosed(part) ? [{ functionCall: { args: parseJson(objectText(part)), id, name } }] : []
    }
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
  reason === undefined ? last(message, onlyChoice(message).parts.flatMap(partsOf)) : errorOf(reason)

/**
 * Google's `streamGenerateContent` with `alt=sse`. A call is one part, with its arguments as an object: it comes once it is
 * closed, and a call that was cut is left out. Thoughts are counted up to the output, of which they are a part.
 *
 * Source: https://ai.google.dev/api/generate-content
 *
 * @example
 * import { foldBody, openRouter } from 'deltafold/core'
 * import { encodeBody, googleTarget } from 'deltafold/encoding'
 *
 * const outcome = foldBody(openRouter, '{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}')
 * assert.deepStrictEqual(encodeBody(googleTarget)(outcome)?.body, {
 *   candidates: [{ index: 0, content: { role: 'model', parts: [{ text: 'Hi' }] }, finishReason: 'STOP' }]
 * })
 *
 * @category targets
 * @since 0.1.0
 */
export const googleTarget: Target<GoogleTargetState> = {
  name: 'google',
  contentType: 'text/event-stream',
  format: formatSSE,
  choices: 'first',
  calls: 'whole',
  loses: [
    'text parts',
    'summaries',
    'encrypted parts',
    'refusals',
    'argument text',
    'cut calls',
    ...besideText,
    'cost'
  ],
  finishes: ['stop', 'length', 'content_filter', 'tool_call', 'other'],
  initial: { thought: -1 },
  writers,
  end,
  body,
  bodyErrors: 'by status',
  bodyInput: 'object'
}
