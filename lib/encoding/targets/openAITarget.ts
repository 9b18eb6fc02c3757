import type { FinishReason } from '../../data/FinishReason.ts'
import type { Choice, Message } from '../../data/Message.ts'
import type { MessageEvent } from '../../data/MessageEvent.ts'
import { isToolCall } from '../../data/Part.ts'
import type { ToolCall } from '../../data/parts/ToolCall.ts'
import type { Usage } from '../../data/Usage.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { EncodedEvent } from '../EncodedEvent.ts'
import { encodedEvent } from '../EncodedEvent.ts'
import { formatSSE } from '../formatSSE.ts'
import { besideText } from '../Loss.ts'
import { reported } from '../reported.ts'
import type { Ending, Target, Writer, Writers } from '../Target.ts'
import type { Json } from '../written.ts'
import { finishOf, given } from '../written.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface Call {
  readonly choice: number
  readonly key: number
}

/**
 * The choices that have begun, and the calls, whose places within their choice are their indexes.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAITargetState {
  readonly id: string
  readonly begun: ReadonlyArray<number>
  readonly calls: ReadonlyArray<Call>
}

type Say = Emit<EncodedEvent>

// -------------------------------------------------------------------------------------
// chunks
// -------------------------------------------------------------------------------------

const NO_ID = 'chatcmpl-0'

const words: Readonly<Record<FinishReason, string>> = {
  stop: 'stop',
  length: 'length',
  content_filter: 'content_filter',
  tool_call: 'tool_calls',
  error: 'stop',
  other: 'stop'
}

const usageOf = ({ usage }: Message): Json | undefined => (usage === undefined ? undefined : countsOf(usage))

const details = (fields: Json): Json | undefined => (Object.keys(fields).length === 0 ? undefined : fields)

const countsOf = (usage: Usage): Json | undefined => {
  const { inputTokens, outputTokens, totalTokens, cost } = usage
  if (inputTokens === undefined && outputTokens === undefined) return undefined
  const isSum = inputTokens !== undefined && outputTokens !== undefined
  return {
    ...given('prompt_tokens', inputTokens),
    ...given('completion_tokens', outputTokens),
    ...given('total_tokens', isSum ? inputTokens + outputTokens : totalTokens),
    ...given(
      'prompt_tokens_details',
      details({
        ...given('cached_tokens', usage.cacheReadInputTokens),
        ...given('cache_write_tokens', usage.cacheCreationInputTokens)
      })
    ),
    ...given('completion_tokens_details', details(given('reasoning_tokens', usage.reasoningOutputTokens))),
    ...given('cost', cost)
  }
}

const sayChunk = (id: string, { model = '' }: Message, fields: Json, say: Say): void => {
  say(encodedEvent('', { id, object: 'chat.completion.chunk', created: 0, model, ...fields }))
}

/** Emits a delta; the first of its choice has the role. */
const withDelta = (
  state: OpenAITargetState,
  message: Message,
  index: number,
  fields: Json,
  say: Say
): OpenAITargetState => {
  const isFirst = !state.begun.includes(index)
  const delta = isFirst ? { role: 'assistant', ...fields } : fields
  sayChunk(state.id, message, { choices: [{ index, delta, finish_reason: null }] }, say)
  return isFirst ? { ...state, begun: [...state.begun, index] } : state
}

// -------------------------------------------------------------------------------------
// calls
// -------------------------------------------------------------------------------------

const indexOf = ({ calls }: OpenAITargetState, { choice, key }: Call): number =>
  calls.filter((call) => call.choice === choice).findIndex((call) => call.key === key)

const begunCall: Writer<OpenAITargetState, Extract<MessageEvent, { readonly _tag: 'ToolInputStart' }>> = (
  state,
  { choice, key, toolCallId: id, name },
  message,
  say
) => {
  const next = { ...state, calls: [...state.calls, { choice, key }] }
  const first = { index: indexOf(next, { choice, key }), id, type: 'function', function: { name, arguments: '' } }
  return withDelta(next, message, choice, { tool_calls: [first] }, say)
}

// -------------------------------------------------------------------------------------
// the events
// -------------------------------------------------------------------------------------

type Texts = 'content' | 'reasoning_content' | 'refusal'

const texts =
  (field: Texts): Writer<OpenAITargetState, { readonly delta: { readonly choice: number; readonly text: string } }> =>
  (state, { delta: { choice, text } }, message, say) =>
    text === '' ? state : withDelta(state, message, choice, { [field]: text }, say)

const writers: Writers<OpenAITargetState> = {
  MessageStart: (state, _event, { id }) => ({ ...state, id: id || NO_ID }),
  TextDelta: texts('content'),
  ReasoningDelta: texts('reasoning_content'),
  RefusalDelta: texts('refusal'),
  ToolInputStart: begunCall,
  ToolInputDelta: (state, { delta }, message, say) => {
    const more = { index: indexOf(state, delta), function: { arguments: delta.arguments } }
    return withDelta(state, message, delta.choice, { tool_calls: [more] }, say)
  }
}

const errorOf = (failure: NonNullable<Ending['reason']>): Json => {
  const { message, type, code } = reported(failure)
  return { error: { message, type, code: code ?? null, param: null } }
}

const choicesOf = ({ choices }: Message): ReadonlyArray<Choice> =>
  choices.length === 0 ? [{ index: 0, parts: [] }] : choices

const end = (begun: OpenAITargetState, { message, reason }: Ending, say: Say): void => {
  if (reason !== undefined) {
    say(encodedEvent('', errorOf(reason)))
    return
  }
  let state = begun
  for (const choice of choicesOf(message)) {
    const { index } = choice
    if (!state.begun.includes(index)) state = withDelta(state, message, index, { content: '' }, say)
    sayChunk(state.id, message, { choices: [{ index, delta: {}, finish_reason: words[finishOf(choice)] }] }, say)
  }
  const usage = usageOf(message)
  if (usage !== undefined) sayChunk(state.id, message, { choices: [], usage }, say)
  say(encodedEvent('', '[DONE]'))
}

// -------------------------------------------------------------------------------------
// the body
// -------------------------------------------------------------------------------------

const callOf = ({ id, name, arguments: text }: ToolCall): Json => ({
  id,
  type: 'function',
  function: { name, arguments: text }
})

const bodyChoice = (choice: Choice): Json => {
  const { index, parts } = choice
  const textOf = (tag: 'Text' | 'Reasoning' | 'Refusal'): string =>
    parts.map((part) => (part._tag === tag && 'text' in part ? part.text : '')).join('')
  const calls = parts.filter(isToolCall).map(callOf)
  const reasoning = textOf('Reasoning')
  const refusal = textOf('Refusal')
  const content = textOf('Text')
  return {
    index,
    message: {
      role: 'assistant',
      content: content === '' && calls.length > 0 ? null : content,
      refusal: refusal === '' ? null : refusal,
      ...(reasoning === '' ? {} : { reasoning_content: reasoning }),
      ...(calls.length === 0 ? {} : { tool_calls: calls })
    },
    finish_reason: words[finishOf(choice)]
  }
}

const body = ({ message, reason }: Ending): Json =>
  reason !== undefined
    ? errorOf(reason)
    : {
        id: message.id || NO_ID,
        object: 'chat.completion',
        created: 0,
        model: message.model ?? '',
        choices: choicesOf(message).map(bodyChoice),
        ...given('usage', usageOf(message))
      }

/**
 * OpenAI Chat Completions, as server-sent events. Reasoning is `reasoning_content`, which most applications read. A call that
 * was cut ends with the finish reason only.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat-streaming
 *
 * @example
 * import { foldBody, openRouter } from 'deltafold/core'
 * import { encodeBody, openAITarget } from 'deltafold/encoding'
 *
 * const outcome = foldBody(openRouter, '{"id":"a","choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}')
 * assert.deepStrictEqual(encodeBody(openAITarget)(outcome)?.body, {
 *   id: 'a',
 *   object: 'chat.completion',
 *   created: 0,
 *   model: '',
 *   choices: [{ index: 0, message: { role: 'assistant', content: 'Hi', refusal: null }, finish_reason: 'stop' }]
 * })
 *
 * @category targets
 * @since 0.1.0
 */
export const openAITarget: Target<OpenAITargetState> = {
  name: 'openai',
  contentType: 'text/event-stream',
  format: formatSSE,
  choices: 'all',
  calls: 'streamed',
  loses: ['order', 'text parts', 'summaries', 'signatures', 'encrypted parts', ...besideText],
  finishes: ['stop', 'length', 'content_filter', 'tool_call'],
  initial: { id: NO_ID, begun: [], calls: [] },
  writers,
  end,
  body,
  bodyErrors: 'seen',
  bodyInput: 'text'
}
