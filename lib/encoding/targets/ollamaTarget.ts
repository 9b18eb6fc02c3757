import type { Message } from '../../data/Message.ts'
import type { ToolCall } from '../../data/parts/ToolCall.ts'
import { parseJson } from '../../machine/json/parseJson.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { EncodedEvent } from '../EncodedEvent.ts'
import { encodedEvent } from '../EncodedEvent.ts'
import { formatNDJSON } from '../formatNDJSON.ts'
import { besideText } from '../Loss.ts'
import { reported } from '../reported.ts'
import type { Ending, Target, Writer, Writers } from '../Target.ts'
import type { Json } from '../written.ts'
import { finishOf, given, isClosed, objectText, onlyChoice } from '../written.ts'

type Say = Emit<EncodedEvent>

// -------------------------------------------------------------------------------------
// lines
// -------------------------------------------------------------------------------------

const sayMessage = ({ model = '' }: Message, fields: Json, emit: Say): void => {
  emit(encodedEvent('', { model, message: { role: 'assistant', content: '', ...fields }, done: false }))
}

/** The arguments are written as text, so that no digit is lost. */
const sayCall = ({ model = '' }: Message, call: ToolCall, emit: Say): void => {
  const { id, name } = call
  const around = `{"model":${JSON.stringify(model)},"message":{"role":"assistant","content":"","tool_calls":[`
  const own = `{"id":${JSON.stringify(id)},"function":{"name":${JSON.stringify(name)},"arguments":${objectText(call)}}}`
  emit(encodedEvent('', `${around}${own}]},"done":false}`))
}

const last = (message: Message, fields: Json): Json => {
  const { model = '', usage = {} } = message
  return {
    model,
    message: { role: 'assistant', content: '', ...fields },
    done: true,
    done_reason: finishOf(onlyChoice(message)) === 'length' ? 'length' : 'stop',
    ...given('prompt_eval_count', usage.inputTokens),
    ...given('eval_count', usage.outputTokens)
  }
}

// -------------------------------------------------------------------------------------
// the events
// -------------------------------------------------------------------------------------

const texts =
  (field: 'content' | 'thinking'): Writer<null, { readonly delta: { readonly text: string } }> =>
  (state, { delta }, message, emit) => {
    if (delta.text !== '') sayMessage(message, { [field]: delta.text }, emit)
    return state
  }

const writers: Writers<null> = {
  TextDelta: texts('content'),
  RefusalDelta: texts('content'),
  ReasoningDelta: texts('thinking'),
  ToolInputEnd: (state, { call }, message, emit) => {
    if (isClosed(call)) sayCall(message, call, emit)
    return state
  }
}

const end = (_state: null, { message, reason }: Ending, emit: Say): void => {
  emit(encodedEvent('', reason === undefined ? last(message, {}) : { error: reported(reason).message }))
}

const body = ({ message, reason }: Ending): Json => {
  if (reason !== undefined) return { error: reported(reason).message }
  const { parts } = onlyChoice(message)
  const content = parts.map((part) => (part._tag === 'Text' || part._tag === 'Refusal' ? part.text : '')).join('')
  const thinking = parts.map((part) => (part._tag === 'Reasoning' ? part.text : '')).join('')
  const calls = parts
    .filter(isClosed)
    .map((call) => ({ id: call.id, function: { name: call.name, arguments: parseJson(objectText(call)) } }))
  return last(message, {
    content,
    ...(thinking === '' ? {} : { thinking }),
    ...(calls.length === 0 ? {} : { tool_calls: calls })
  })
}

/**
 * Ollama's `/api/chat`, as NDJSON. A call comes whole once it is closed; a call that was cut is left out.
 *
 * Source: https://docs.ollama.com/api/chat
 *
 * @example
 * import { foldBody, openRouter } from 'deltafold/core'
 * import { encodeBody, ollamaTarget } from 'deltafold/encoding'
 *
 * const outcome = foldBody(openRouter, '{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}')
 * assert.deepStrictEqual(encodeBody(ollamaTarget)(outcome)?.body, {
 *   model: '',
 *   message: { role: 'assistant', content: 'Hi' },
 *   done: true,
 *   done_reason: 'stop'
 * })
 *
 * @category targets
 * @since 0.1.0
 */
export const ollamaTarget: Target<null> = {
  name: 'ollama',
  contentType: 'application/x-ndjson',
  format: formatNDJSON,
  choices: 'first',
  calls: 'whole',
  loses: [
    'order',
    'text parts',
    'summaries',
    'signatures',
    'encrypted parts',
    'refusals',
    'argument text',
    'cut calls',
    ...besideText,
    'usage cache',
    'usage thoughts',
    'cost',
    'response id'
  ],
  finishes: ['stop', 'length', 'tool_call'],
  initial: null,
  writers,
  end,
  body,
  bodyErrors: 'seen',
  bodyInput: 'object'
}
