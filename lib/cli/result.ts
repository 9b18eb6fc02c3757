/**
 * The output of the command line: every key is always present, `null` = unknown.
 *
 * @since 0.1.0
 */
import type { Failure } from '../data/Failure.ts'
import type { Choice, Message } from '../data/Message.ts'
import { emptyMessage, firstChoice, messageReasoning, messageText, messageToolCalls } from '../data/Message.ts'
import type { Outcome } from '../data/MessageState.ts'
import { printPart } from '../data/Part.ts'
import type { ToolCall } from '../data/parts/ToolCall.ts'
import type { Usage } from '../data/Usage.ts'
import type { AnyProvider } from '../protocols/Provider.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * An error in a job itself, in the form of a failure.
 *
 * @internal
 */
export interface JobFailure {
  readonly _tag: 'InvalidJob'
  readonly message: string
  readonly atByte: null
  readonly atEvent: null
}

type Json = Readonly<Record<string, unknown>>

// -------------------------------------------------------------------------------------
// the message
// -------------------------------------------------------------------------------------

const callJson = (call: ToolCall): Json => {
  const { id, name, arguments: text, state } = printPart(call)
  return { id, name, arguments: text, state }
}

const choiceJson = (choice: Choice): Json => {
  const message: Message = { choices: [choice] }
  return {
    index: choice.index,
    text: messageText(message),
    reasoning: messageReasoning(message),
    toolCalls: messageToolCalls(message).map(callJson),
    parts: choice.parts.map(printPart),
    finishReason: choice.finishReason ?? null,
    rawFinishReason: choice.rawFinishReason ?? null,
    extra: choice.extra ?? {}
  }
}

const messageJson = (message: Message): Json => {
  const first = firstChoice(message) ?? { index: 0, parts: [] }
  const { index, ...choice } = choiceJson(first)
  return {
    id: message.id ?? null,
    model: message.model ?? null,
    role: 'assistant',
    ...choice,
    extra: { ...message.extra, ...first.extra },
    choices: message.choices.length > 1 ? message.choices.map(choiceJson) : null
  }
}

const usageJson = (usage: Usage | undefined): Json | null =>
  usage === undefined
    ? null
    : {
        inputTokens: usage.inputTokens ?? null,
        outputTokens: usage.outputTokens ?? null,
        totalTokens: usage.totalTokens ?? null,
        cacheReadInputTokens: usage.cacheReadInputTokens ?? null,
        cacheCreationInputTokens: usage.cacheCreationInputTokens ?? null,
        reasoningOutputTokens: usage.reasoningOutputTokens ?? null,
        cost: usage.cost ?? null
      }

// -------------------------------------------------------------------------------------
// results
// -------------------------------------------------------------------------------------

/** @internal */
export const invalidJob = (message: string): JobFailure => ({
  _tag: 'InvalidJob',
  message,
  atByte: null,
  atEvent: null
})

const looksLike =
  ({ name, protocol }: AnyProvider) =>
  (failure: Failure): object =>
    failure._tag === 'NotAStream'
      ? {
          ...failure,
          message: `${failure.message}; it looks like ${protocol.name} (--provider ${name})`,
          looksLike: name
        }
      : failure

/**
 * The result of a fold; `other` is the provider detected from a body that is not one of the named provider.
 *
 * @internal
 */
export const foldResult = (id: unknown, outcome: Outcome, events: number, other?: AnyProvider): Json => ({
  id,
  outcome: outcome._tag.toLowerCase(),
  message: messageJson(outcome.message),
  usage: usageJson(outcome.message.usage),
  failures: other === undefined ? outcome.failures : outcome.failures.map(looksLike(other)),
  repairs: outcome.repairs,
  events
})

/** @internal */
export const failedFold = (id: unknown, failure: Failure | JobFailure): Json => ({
  id,
  outcome: 'failed',
  message: messageJson(emptyMessage),
  usage: null,
  failures: [failure],
  repairs: [],
  events: 0
})
