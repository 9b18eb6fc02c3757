import { append } from '../../data/rope.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { EncodedEvent } from '../EncodedEvent.ts'
import { encodedEvent } from '../EncodedEvent.ts'
import { formatSSE } from '../formatSSE.ts'
import { besideText } from '../Loss.ts'
import { reported } from '../reported.ts'
import type { Ending, Target, Writer, Writers } from '../Target.ts'
import type { Json } from '../written.ts'
import { isClosed, partOf } from '../written.ts'
import type { Item, Kind } from './openAIResponsesBody.ts'
import {
  contentOf,
  finished,
  itemJson,
  NO_ID,
  openAIResponsesBody,
  prefixes,
  responseOf
} from './openAIResponsesBody.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The response's id, the number of the next event, the items so far, and the key of the reasoning that the events are about.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIResponsesTargetState {
  readonly id: string
  readonly events: number
  readonly items: ReadonlyArray<Item>
  readonly thought: number
}

type State = OpenAIResponsesTargetState

type Say = Emit<EncodedEvent>

const say = (state: State, type: string, fields: Json, emit: Say): State => {
  emit(encodedEvent(type, { type, sequence_number: state.events, ...fields }))
  return { ...state, events: state.events + 1 }
}

// -------------------------------------------------------------------------------------
// items
// -------------------------------------------------------------------------------------

/** The names of the events of a kind: of the part that has the text, and of the text. */
const streams: Readonly<Record<Kind, { readonly part?: string; readonly text: string; readonly field: string }>> = {
  text: { part: 'response.content_part', text: 'response.output_text', field: 'text' },
  refusal: { part: 'response.content_part', text: 'response.refusal', field: 'refusal' },
  reasoning: { part: 'response.reasoning_summary_part', text: 'response.reasoning_summary_text', field: 'text' },
  call: { text: 'response.function_call_arguments', field: 'arguments' }
}

/** The place of the open item of a part; -1 = none. */
const placeIn = ({ items }: State, kind: Kind, key: number): number =>
  items.findLastIndex((item) => item.kind === kind && item.key === key && !item.done)

const replacing = (state: State, at: number, item: Item): State => ({ ...state, items: state.items.with(at, item) })

const placed = (index: number, { id, kind }: Item): Json => ({
  item_id: id,
  output_index: index,
  ...(kind === 'call' ? {} : kind === 'reasoning' ? { summary_index: 0 } : { content_index: 0 })
})

const emptyPart = ({ kind }: Item): Json => {
  if (kind === 'reasoning') return { type: 'summary_text', text: '' }
  return kind === 'refusal' ? { type: 'refusal', refusal: '' } : { type: 'output_text', text: '', annotations: [] }
}

const added = (state: State, kind: Kind, key: number, fields: Partial<Item>, emit: Say): State => {
  const index = state.items.length
  const id = `${prefixes[kind]}_${index}`
  const item: Item = { kind, key, id, text: '', callId: '', name: '', proof: '', done: false, ...fields }
  const begun = say(state, 'response.output_item.added', { output_index: index, item: itemJson(item, false) }, emit)
  return { ...begun, items: [...begun.items, item] }
}

const partAdded = (state: State, at: number, item: Item, emit: Say): State => {
  const { part } = streams[item.kind]
  return part === undefined || item.text !== ''
    ? state
    : say(state, `${part}.added`, { ...placed(at, item), part: emptyPart(item) }, emit)
}

/** Appends text to the open item of a part. */
const withText = (state: State, at: number, text: string, emit: Say): State => {
  const item = state.items[at]
  if (item === undefined || text === '') return state
  const ready = partAdded(state, at, item, emit)
  const logprobs = item.kind === 'text' ? { logprobs: [] } : {}
  const { text: name } = streams[item.kind]
  const next = say(ready, `${name}.delta`, { ...placed(at, item), delta: text, ...logprobs }, emit)
  return replacing(next, at, { ...item, text: append(item.text, text) })
}

const textDone = (state: State, at: number, item: Item, emit: Say): State => {
  const { part, text: name, field } = streams[item.kind]
  if (item.text === '' && part !== undefined) return state
  const logprobs = item.kind === 'text' ? { logprobs: [] } : {}
  const done = say(state, `${name}.done`, { ...placed(at, item), [field]: item.text, ...logprobs }, emit)
  if (part === undefined) return done
  const whole = item.kind === 'reasoning' ? { type: 'summary_text', text: item.text } : contentOf(item)
  return say(done, `${part}.done`, { ...placed(at, item), part: whole }, emit)
}

const withDone = (state: State, at: number, fields: Partial<Item>, emit: Say): State => {
  const item = state.items[at]
  if (item === undefined) return state
  const whole: Item = { ...item, ...fields, done: true }
  const texted = textDone(state, at, whole, emit)
  const done = say(texted, 'response.output_item.done', { output_index: at, item: itemJson(whole, true) }, emit)
  return replacing(done, at, whole)
}

const begin: Writer<State, unknown> = (before, _event, message, emit) => {
  const id = message.id || NO_ID
  const response = responseOf(id, message, 'in_progress', [])
  const created = say({ ...before, id }, 'response.created', { response }, emit)
  return say(created, 'response.in_progress', { response }, emit)
}

// -------------------------------------------------------------------------------------
// the events
// -------------------------------------------------------------------------------------

const texts =
  (kind: Kind): Writer<State, { readonly delta: { readonly key: number; readonly text: string } }> =>
  (state, { delta: { key, text } }, _message, emit) => {
    if (text === '') return state
    const at = placeIn(state, kind, key)
    const ready = at === -1 ? added(state, kind, key, {}, emit) : state
    return withText(ready, at === -1 ? ready.items.length - 1 : at, text, emit)
  }

/** Texts end one by one: the open item of the kind is the one that ends. */
const ends =
  (kind: Kind): Writer<State, unknown> =>
  (state, _event, _message, emit) => {
    const at = state.items.findLastIndex((item) => item.kind === kind && !item.done)
    return at === -1 ? state : withDone(state, at, {}, emit)
  }

const withThoughtEnd: Writer<State, unknown> = (state, _event, message, emit) => {
  const key = state.thought
  const { data, signature = '' } = partOf(message, 'Reasoning', 0, key) ?? {}
  const proof = data ?? signature
  const at = placeIn(state, 'reasoning', key)
  if (at !== -1) return withDone(state, at, { proof }, emit)
  if (proof === '') return state
  const ready = added(state, 'reasoning', key, {}, emit)
  return withDone(ready, ready.items.length - 1, { proof }, emit)
}

const writers: Writers<State> = {
  MessageStart: begin,
  TextDelta: texts('text'),
  TextEnd: ends('text'),
  RefusalDelta: texts('refusal'),
  RefusalEnd: ends('refusal'),
  ReasoningStart: (state, { key }) => ({ ...state, thought: key }),
  ReasoningDelta: texts('reasoning'),
  ReasoningEnd: withThoughtEnd,
  ToolInputStart: (state, { key, toolCallId: callId, name }, _message, emit) =>
    added(state, 'call', key, { callId, name }, emit),
  ToolInputDelta: (state, { delta: { key, arguments: text } }, _message, emit) =>
    withText(state, placeIn(state, 'call', key), text, emit),
  ToolInputEnd: (state, { key, call }, _message, emit) =>
    isClosed(call) ? withDone(state, placeIn(state, 'call', key), {}, emit) : state
}

const end = (state: State, { message, reason }: Ending, emit: Say): void => {
  if (reason !== undefined) {
    const { message: text, code = null } = reported(reason)
    say(state, 'error', { code, message: text, param: null }, emit)
    return
  }
  const output = state.items.filter(({ done }) => done).map((item) => itemJson(item, true))
  const response = finished(state.id, message, output)
  say(state, `response.${String(response['status'])}`, { response }, emit)
}

/**
 * OpenAI Responses, as server-sent events. Each part is an item; reasoning is a summary, which all clients read. A call that was
 * cut does not end, and is not in the final response.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses-streaming
 *
 * @example
 * import { foldBody, openRouter } from 'deltafold/core'
 * import { encodeBody, openAIResponsesTarget } from 'deltafold/encoding'
 *
 * const outcome = foldBody(openRouter, '{"id":"a","choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}')
 * const body = JSON.parse(JSON.stringify(encodeBody(openAIResponsesTarget)(outcome)?.body))
 * assert.deepStrictEqual([body.id, body.status, body.output[0].content[0].text], ['a', 'completed', 'Hi'])
 *
 * @category targets
 * @since 0.1.0
 */
export const openAIResponsesTarget: Target<OpenAIResponsesTargetState> = {
  name: 'openai-responses',
  contentType: 'text/event-stream',
  format: formatSSE,
  choices: 'first',
  calls: 'streamed',
  loses: ['summaries', 'signatures', 'cut calls', ...besideText, 'cost'],
  finishes: ['stop', 'length', 'content_filter', 'tool_call'],
  initial: { id: NO_ID, events: 0, items: [], thought: -1 },
  writers,
  end,
  body: openAIResponsesBody,
  bodyErrors: 'seen',
  bodyInput: 'text'
}
