import type { Message } from '../../data/Message.ts'
import type { Emit } from '../../machine/Machine.ts'
import type { EncodedEvent } from '../EncodedEvent.ts'
import { encodedEvent } from '../EncodedEvent.ts'
import { formatSSE } from '../formatSSE.ts'
import { besideText } from '../Loss.ts'
import { reported } from '../reported.ts'
import type { Ending, Target, Writer, Writers } from '../Target.ts'
import type { Json } from '../written.ts'
import { finishOf, given, isClosed, onlyChoice, partOf } from '../written.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The ids of the request's `RunAgentInput`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AGUIRun {
  readonly threadId: string
  readonly runId: string
}

/** A call that has not ended, with the id that it started with. */
interface OpenCall {
  readonly id: string
  readonly toolCallId: string
}

/**
 * Whether the message has begun, the kind of the open message, the key of the reasoning that the events are about,
 * the open calls, and whether one was cut.
 *
 * @category model
 * @since 0.1.0
 */
export interface AGUITargetState {
  readonly named: boolean
  readonly open: 'text' | 'reasoning' | null
  readonly thought: number
  readonly calls: ReadonlyArray<OpenCall>
  readonly cut: boolean
}

type State = AGUITargetState

type Say = Emit<EncodedEvent>

const say = (emit: Say, type: string, fields: Json): void => {
  emit(encodedEvent('', { type, ...fields }))
}

// -------------------------------------------------------------------------------------
// the end
// -------------------------------------------------------------------------------------

const usageOf = ({ model, usage }: Message): Json => {
  if (usage === undefined) return {}
  const counts = {
    ...given('model', model),
    ...given('inputTokens', usage.inputTokens),
    ...given('outputTokens', usage.outputTokens),
    ...given('totalTokens', usage.totalTokens),
    ...given('reasoningTokens', usage.reasoningOutputTokens),
    ...given('cachedInputTokens', usage.cacheReadInputTokens),
    ...given('cacheWriteInputTokens', usage.cacheCreationInputTokens)
  }
  return { usage: [counts] }
}

const metadataOf = (message: Message): Json => {
  const choice = onlyChoice(message)
  const { id, usage } = message
  return {
    finishReason: finishOf(choice),
    ...given('rawFinishReason', choice.rawFinishReason),
    ...given('responseId', id),
    ...given('cost', usage?.cost)
  }
}

const CUT = { message: 'a tool call was cut', code: 'length' }

const ended =
  (run: AGUIRun) =>
  (state: State, { message, reason }: Ending, emit: Say): void => {
    if (reason !== undefined || state.cut) {
      const { message: text, code } = reason === undefined ? CUT : reported(reason)
      say(emit, 'RUN_ERROR', { message: text, ...given('code', code), ...usageOf(message) })
      return
    }
    say(emit, 'RUN_FINISHED', { ...run, ...usageOf(message), metadata: metadataOf(message) })
  }

// -------------------------------------------------------------------------------------
// parts
// -------------------------------------------------------------------------------------

const writersOf = (run: AGUIRun): Writers<State> => {
  const messageId = `${run.runId}-message`
  const thoughtOf = ({ thought }: State): string => `${run.runId}-reasoning-${thought}`

  const texts: Writer<State, { readonly delta: { readonly text: string } }> = (state, { delta }, _message, emit) => {
    if (delta.text === '') return state
    if (state.open !== 'text') say(emit, 'TEXT_MESSAGE_START', { messageId, role: 'assistant' })
    say(emit, 'TEXT_MESSAGE_CONTENT', { messageId, delta: delta.text })
    return { ...state, named: true, open: 'text' }
  }

  const ends: Writer<State, unknown> = (state, _event, _message, emit) => {
    if (state.open !== 'text') return state
    say(emit, 'TEXT_MESSAGE_END', { messageId })
    return { ...state, open: null }
  }

  const opening = (state: State, emit: Say): State => {
    if (state.open === 'reasoning') return state
    const id = thoughtOf(state)
    say(emit, 'REASONING_START', { messageId: id })
    say(emit, 'REASONING_MESSAGE_START', { messageId: id, role: 'reasoning' })
    return { ...state, open: 'reasoning' }
  }

  const thoughtEnds: Writer<State, unknown> = (before, _event, message, emit) => {
    const { signature = '', data } = partOf(message, 'Reasoning', 0, before.thought) ?? {}
    const proof = data ?? signature
    if (before.open !== 'reasoning' && proof === '') return before
    const state = opening(before, emit)
    const id = thoughtOf(state)
    say(emit, 'REASONING_MESSAGE_END', { messageId: id })
    if (proof !== '')
      say(emit, 'REASONING_ENCRYPTED_VALUE', { subtype: 'message', entityId: id, encryptedValue: proof })
    say(emit, 'REASONING_END', { messageId: id })
    return { ...state, open: null }
  }

  return {
    MessageStart: (state, _event, _message, emit) => {
      say(emit, 'RUN_STARTED', { ...run })
      return state
    },
    TextDelta: texts,
    TextEnd: ends,
    RefusalDelta: texts,
    RefusalEnd: ends,
    ReasoningStart: (state, { key }) => ({ ...state, thought: key }),
    ReasoningDelta: (before, { delta: { text } }, _message, emit) => {
      if (text === '') return before
      const state = opening(before, emit)
      say(emit, 'REASONING_MESSAGE_CONTENT', { messageId: thoughtOf(state), delta: text })
      return state
    },
    ReasoningEnd: thoughtEnds,
    // A call belongs to the message of the text, which begins empty if there is no text.
    ToolInputStart: (state, { id, toolCallId, name }, _message, emit) => {
      if (!state.named) {
        say(emit, 'TEXT_MESSAGE_START', { messageId, role: 'assistant' })
        say(emit, 'TEXT_MESSAGE_END', { messageId })
      }
      say(emit, 'TOOL_CALL_START', { toolCallId, toolCallName: name, parentMessageId: messageId })
      return { ...state, named: true, calls: [...state.calls, { id, toolCallId }] }
    },
    ToolInputDelta: (state, { id, delta }, _message, emit) => {
      const toolCallId = state.calls.find((call) => call.id === id)?.toolCallId
      say(emit, 'TOOL_CALL_ARGS', { toolCallId, delta: delta.arguments })
      return state
    },
    ToolInputEnd: (state, { id, call }, _message, emit) => {
      if (!isClosed(call)) return { ...state, cut: true }
      const toolCallId = state.calls.find((one) => one.id === id)?.toolCallId ?? call.id
      say(emit, 'TOOL_CALL_END', { toolCallId })
      return { ...state, calls: state.calls.filter((one) => one.id !== id) }
    }
  }
}

/**
 * AG-UI's events for one run, as server-sent events. All text is one message, to which the calls belong. Usage is
 * `RUN_FINISHED.usage`, the finish reason `RUN_FINISHED.metadata`. A call that was cut has no end, and the run ends in `RUN_ERROR`.
 *
 * Source: https://docs.ag-ui.com/concepts/events
 *
 * @example
 * import { andThen, openRouter, readChunksMachine, runMachine } from 'deltafold/core'
 * import { agUITarget, encodeChunksMachine } from 'deltafold/encoding'
 *
 * const hi = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
 * const machine = andThen(encodeChunksMachine(agUITarget({ threadId: 't', runId: 'r' })))(readChunksMachine(openRouter))
 * const [first] = runMachine(machine)([hi])
 * assert.deepStrictEqual(first?._tag === 'EncodedEvent' && first.data, '{"type":"RUN_STARTED","threadId":"t","runId":"r"}')
 *
 * @category targets
 * @since 0.1.0
 */
export const agUITarget = (run: AGUIRun): Target<AGUITargetState> => ({
  name: 'ag-ui',
  contentType: 'text/event-stream',
  headers: { 'cache-control': 'no-cache' },
  format: formatSSE,
  choices: 'first',
  calls: 'streamed',
  loses: ['order', 'text parts', 'summaries', 'refusals', 'cut calls', ...besideText],
  finishes: ['stop', 'length', 'content_filter', 'tool_call', 'error', 'other'],
  initial: { named: false, open: null, thought: -1, calls: [], cut: false },
  writers: writersOf(run),
  end: ended(run)
})
