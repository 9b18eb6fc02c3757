/**
 * Ollama's `/api/chat` and `/api/generate`: lines to deltas.
 *
 * A call arrives whole, with its arguments as an object. Its index does not identify it: every call may have 0. The
 * last line is `done`, and the only one with counts; its reason is `stop` even if the answer has calls.
 *
 * Held in memory: the keys of parts and calls.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://docs.ollama.com/api/chat, https://docs.ollama.com/api/generate, https://docs.ollama.com/api/streaming
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, isNothing, listOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { FinishReason } from '../../data/FinishReason.ts'
import { fromCounts, tokens } from '../../data/Usage.ts'
import type { Emit, Machine } from '../../machine/Machine.ts'
import { argumentsOf } from '../argumentsOf.ts'
import { newIdFields, repairRepeated } from '../CallIdentity.ts'
import { withIgnored } from '../ignored.ts'
import { isCancelled, toFinishReason as commonReason } from '../openAIChat/finishReason.ts'
import { around, otherThan } from '../otherFields.ts'
import { repairCall, repairDigits } from '../repair.ts'
import {
  closeCalls,
  keyOf,
  loseEvent,
  newNamedCall,
  repeatedBy,
  withFragment,
  withNamedArguments,
  withPart,
  withRepeated
} from '../row.ts'
import type { OllamaState } from './state.ts'
import { initialOllama } from './state.ts'
import type { OllamaChunk, OllamaToolCall } from './wire/lines.ts'

const CHOICE = 0

// -------------------------------------------------------------------------------------
// content
// -------------------------------------------------------------------------------------

const withThinking = (state: OllamaState, text: string, emit: Emit<Delta>): OllamaState => {
  if (text === '') return state
  emit({ _tag: 'ReasoningDelta', choice: CHOICE, key: keyOf(state, 'reasoning'), kind: 'text', text, signature: '' })
  return withFragment(state, 'reasoning')
}

const withText = (state: OllamaState, text: string, emit: Emit<Delta>): OllamaState => {
  if (text === '') return state
  emit({ _tag: 'TextDelta', choice: CHOICE, key: keyOf(state, 'text'), text })
  return withFragment(state, 'text')
}

const withImage = (state: OllamaState, image: unknown, emit: Emit<Delta>): OllamaState => {
  const place = { choice: CHOICE, key: state.parts }
  emit(
    typeof image === 'string'
      ? { _tag: 'ImageDelta', ...place, id: '', mediaType: '', name: '', url: '', data: image, text: '' }
      : { _tag: 'UnrecognisedDelta', ...place, raw: image }
  )
  return withPart(state, 'other')
}

// -------------------------------------------------------------------------------------
// calls
// -------------------------------------------------------------------------------------

const withCall = (state: OllamaState, call: OllamaToolCall, emit: Emit<Delta>): OllamaState => {
  const key = state.parts
  const said = call.function ?? {}
  const id = call.id ?? ''
  const name = said.name ?? ''
  if (name === '') {
    repairCall('NamelessCall', CHOICE, key, emit)
    emit({ _tag: 'UnrecognisedDelta', choice: CHOICE, key, raw: asItCame(call) })
    return withPart(state, 'other')
  }
  const text = argumentsOf(said.arguments)
  const known = withNamedArguments(newNamedCall(key, id, name), text, true)
  const earlier = repeatedBy(state, known)
  if (earlier !== undefined) {
    repairRepeated(earlier, CHOICE, earlier.key, emit)
    return withRepeated(state, earlier)
  }
  const extra = otherThan(around(call, 'function', said, ['index', 'name', 'arguments']) ?? {}, ['id', 'type'])
  const ids = newIdFields(state.calls, id, CHOICE, key, emit)
  repairDigits(said.arguments, CHOICE, key, emit)
  emit({
    _tag: 'ToolCallDelta',
    choice: CHOICE,
    key,
    ...ids,
    name,
    arguments: text,
    ...(extra === undefined ? {} : { extra })
  })
  return { ...withPart(state, 'call'), calls: [...state.calls, known] }
}

// -------------------------------------------------------------------------------------
// the end
// -------------------------------------------------------------------------------------

const toFinishReason = (word: string, hasCalls: boolean): FinishReason => {
  const reason = commonReason(word)
  return reason === 'stop' && hasCalls ? 'tool_call' : reason
}

const withFinish = (state: OllamaState, { done, done_reason: reason }: OllamaChunk, emit: Emit<Delta>): OllamaState => {
  const word = reason ?? ''
  const finish = word === '' ? state.finish : toFinishReason(word, state.calls.length > 0)
  if (word !== '' && finish !== '')
    emit({ _tag: 'FinishDelta', choice: CHOICE, finishReason: finish, rawFinishReason: word })
  if (word === '' && done !== true) return state
  return { ...state, finish: isCancelled(word) ? 'error' : finish, done: done === true }
}

const counted: ReadonlyArray<keyof OllamaChunk> = [
  'total_duration',
  'load_duration',
  'prompt_eval_count',
  'prompt_eval_duration',
  'eval_count',
  'eval_duration'
]

const sayUsage = (chunk: OllamaChunk, emit: Emit<Delta>): void => {
  const inputTokens = tokens(chunk.prompt_eval_count)
  const outputTokens = tokens(chunk.eval_count)
  if (inputTokens === undefined && outputTokens === undefined) return
  const sent = fieldsOf(asItCame(chunk))
  const raw = Object.fromEntries(counted.flatMap((name) => (name in sent ? [[name, sent[name]]] : [])))
  emit({ _tag: 'UsageDelta', usage: fromCounts({ inputTokens, outputTokens }, raw) })
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

const noImages: ReadonlyArray<unknown> = []

// The images of a message, or the one of a line of `/api/generate`.
const imagesOf = ({ message, image }: Readonly<Record<string, unknown>>): ReadonlyArray<unknown> => {
  if (isNothing(message)) return isNothing(image) ? noImages : [image]
  const images = field(message, 'images')
  return images === undefined ? noImages : listOf(images)
}

const step = (before: OllamaState, chunk: OllamaChunk, emit: Emit<Delta>): OllamaState => {
  let state = before
  const model = chunk.model ?? ''
  if (model !== '' && model !== state.model) {
    emit({ _tag: 'ResponseMetadata', id: '', model })
    state = { ...state, model }
  }
  const raw = fieldsOf(asItCame(chunk))
  const { message } = chunk
  // A line of `/api/generate` has no message, but its fields.
  const { thinking, tool_calls: calls } = message ?? chunk
  const content = isNothing(message) ? chunk.response : message.content
  state = withThinking(state, thinking ?? '', emit)
  state = withText(state, content ?? '', emit)
  for (const image of imagesOf(raw)) state = withImage(state, image, emit)
  for (const call of calls ?? []) state = withCall(state, call, emit)
  state = withFinish(state, chunk, emit)
  sayUsage(chunk, emit)
  return state
}

/**
 * The machine of every provider of Ollama's chat protocol.
 *
 * @internal
 */
export const ollamaMachine: Machine<OllamaState, OllamaChunk, Delta> = {
  initial: initialOllama,
  step: (state, chunk, emit) => step(withIgnored(state, chunk, emit), chunk, emit),
  end: (state, emit) => {
    closeCalls(state, CHOICE, emit)
    return state
  },
  done: () => false
}

/**
 * The state after an event was lost.
 *
 * @internal
 */
export const ollamaLost = (state: OllamaState): OllamaState => loseEvent(state)
